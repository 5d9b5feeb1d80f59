"""Asking Telegram who the administrators of a chat are, before a transaction, at most once a minute a chat."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from bot.telegram_api import TelegramError
from models import administrators as readings
from services.roles import FRESH_FOR, RawMember, store_administrators

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.clock import Clock
    from bot.telegram_api import TelegramApi
    from models.database import Database

log = logging.getLogger(__name__)
READ_SECONDS = 5.0


class Administrators:
    """Keeps the administrators of chats true enough; chat_member updates keep them true in between."""

    def __init__(self, *, database: Database, api: TelegramApi, clock: Clock) -> None:
        self._database = database
        self._api = api
        self._clock = clock

    async def learn(self, chat_ids: Collection[int]) -> None:
        """Read the lists that were not read within the last minute. What Telegram does not tell stays as it was."""
        if not chat_ids:
            return
        stale = await self._stale(chat_ids)
        for chat_id in stale:
            try:
                listed = await self._api.call("getChatAdministrators", {"chat_id": chat_id}, read_timeout=READ_SECONDS)
            except TelegramError as error:
                log.warning("administrators of %d could not be read: %s", chat_id, error)
                continue
            entries = msgspec.convert(listed, list[RawMember])
            async with self._database.transaction() as work:
                await store_administrators(work, chat_id, entries, self._clock.now())
                await work.commit()

    async def _stale(self, chat_ids: Collection[int]) -> list[int]:
        now = self._clock.now()
        stale = []
        async with self._database.transaction() as work:
            for chat_id in sorted(chat_ids):
                read = await readings.read_at(work, chat_id)
                if read is None or now - read > FRESH_FOR:
                    stale.append(chat_id)
        return stale
