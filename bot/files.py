"""Documents that commands answer to, fetched from Telegram before a transaction; small ones only."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import msgspec

from bot.telegram_api import TelegramError
from domain.yaml_trees import MOST_BYTES
from handlers.authority import reads_file
from handlers.turn import Attachment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.arrivals import Arrival
    from bot.telegram_api import TelegramApi
    from models.database import Database

log = logging.getLogger(__name__)
READ_SECONDS = 5.0
# Nobody else is answered meanwhile.
PATIENCE_SECONDS = 6.0
# How many documents one batch may fetch: whoever sends more at once waits for the next.
MOST_AT_ONCE = 3


class Document(msgspec.Struct):
    """Telegram's Document, as far as it is read here; its size is left out when unknown."""

    file_id: str
    file_size: int = 0


class Answered(msgspec.Struct):
    """The message answered to."""

    document: Document | None = None


class Command(msgspec.Struct):
    """The message with the command."""

    reply_to_message: Answered | None = None


class Asking(msgspec.Struct):
    """The update, as far as it is read here: PTB is not shown documents."""

    message: Command | None = None


class File(msgspec.Struct):
    """What getFile answers with."""

    file_path: str


decode = msgspec.json.Decoder(Asking).decode


class Files:
    """Fetches the documents that commands need."""

    def __init__(self, *, database: Database, api: TelegramApi, patience: float = PATIENCE_SECONDS) -> None:
        self._database = database
        self._api = api
        self._patience = patience

    async def fetch(self, batch: Sequence[Arrival]) -> dict[int, Attachment]:
        """Documents by update id, for commands that read one and people who may use them."""
        wanted: dict[int, Document] = {}
        candidates = [(one, document) for one in batch if (document := _document(one)) is not None]
        if not candidates:
            return {}
        async with self._database.transaction() as work:
            for arrival, document in candidates[:MOST_AT_ONCE]:
                if arrival.asks is not None and await reads_file(work, arrival.asks):
                    wanted[arrival.update_id] = document
        fetched = await asyncio.gather(*map(self._fetch, wanted.values()))
        return dict(zip(wanted, fetched, strict=True))

    async def _fetch(self, document: Document) -> Attachment:
        if document.file_size > MOST_BYTES:
            return Attachment(fault="large")
        try:
            async with asyncio.timeout(self._patience):
                return await self._read(document)
        except (TelegramError, msgspec.ValidationError, TimeoutError) as error:
            log.warning("a document could not be fetched: %s", error)
            return Attachment(fault="unreachable")

    async def _read(self, document: Document) -> Attachment:
        told = await self._api.call("getFile", {"file_id": document.file_id}, read_timeout=READ_SECONDS)
        path = msgspec.convert(told, File).file_path
        content = await self._api.download(path, most_bytes=MOST_BYTES, read_timeout=READ_SECONDS)
        return Attachment(fault="large") if content is None else Attachment(content=content)


def _document(arrival: Arrival) -> Document | None:
    """The document a command answers to."""
    if arrival.asks is None or arrival.asks.message is None or arrival.asks.message.reply_to_message is None:
        return None
    message = decode(arrival.raw).message
    return message.reply_to_message.document if message and message.reply_to_message else None
