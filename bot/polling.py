"""Polling: raw getUpdates, confirmed only after the batch is committed."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

import msgspec

from bot.lease import AlreadyRunning
from bot.stopping import either
from bot.telegram_api import ApiError, TelegramError
from bot.telegram_shapes import batch_decoder, number_decoder
from models.trouble import is_trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.health import Beat
    from bot.intake import Intake
    from bot.telegram_api import TelegramApi

log = logging.getLogger(__name__)

LONG_POLL_SECONDS = 30
SPARE_SECONDS = 10
BATCH = 100
CONFLICT = 409
UNAUTHORIZED = 401
# Telegram ends the older of two polls, and that process asks again at once, which ends the newcomer's: a process
# that meets a conflict this soon is the newcomer and gives way. The server answers a second conflict 3 s late.
NEWCOMER_SECONDS = 4.0
MOST_CONFLICTS = 20
CONFLICT_PAUSE = 0.1
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
    "chat_boost",
    "removed_chat_boost",
)


class NotAnAnswer(Exception):  # noqa: N818 - it is a state of the connection, as in telegram_api
    """What answered was not the Bot API: a proxy's page, perhaps."""


class Poller:
    """Asks for updates until told to stop."""

    def __init__(
        self, *, api: TelegramApi, intake: Intake, beat: Beat, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._api = api
        self._intake = intake
        self._beat = beat
        self._monotonic = monotonic
        self._offset: int | None = None
        self._since: float | None = None
        self._conflicts = 0
        self._pause = FIRST_PAUSE
        self._is_open = False

    async def run(self, stop: asyncio.Event) -> None:
        """Take batches until `stop`; a batch begun is finished. Raises AlreadyRunning when another process polls."""
        while not stop.is_set():
            try:
                await self._round(stop)
            except (TelegramError, TimeoutError, NotAnAnswer) as error:
                await self._after_telegram_failed(error, stop)
            except Exception as error:
                if not is_trouble(error):
                    raise
                log.error("the database is in trouble, nothing is confirmed: %s", error)  # noqa: TRY400 - no traceback while it lasts
                await self._rest(stop)
            else:
                self._pause = FIRST_PAUSE

    async def _round(self, stop: asyncio.Event) -> None:
        """One getUpdates and what it brings; the next one's offset confirms it."""
        if not self._is_open:
            await self._open()
        asked = {"timeout": LONG_POLL_SECONDS, "limit": BATCH, "allowed_updates": ALLOWED_UPDATES}
        if self._offset is not None:
            asked["offset"] = self._offset
        call = self._api.call_raw("getUpdates", asked, read_timeout=LONG_POLL_SECONDS + SPARE_SECONDS)
        answer = await either(call, stop)
        if answer is None:
            return
        self._conflicts = 0
        self._beat.beat()
        raws = _updates_in(answer)
        if raws:
            await self._intake.take([bytes(raw) for raw in raws])
            self._offset = max(number_decoder.decode(raw).update_id for raw in raws) + 1
        await self._intake.retry()

    async def _open(self) -> None:
        """Take an own webhook away, keeping what waits; without one, polling may begin."""
        await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        self._is_open = True
        if self._since is None:
            self._since = self._monotonic()
        self._beat.beat()
        log.info("ready to poll")

    async def _after_telegram_failed(self, error: Exception, stop: asyncio.Event) -> None:
        if isinstance(error, ApiError) and error.code == CONFLICT and "webhook" in error.description.lower():
            log.warning("a webhook was set while polling; it is removed")
            self._is_open = False
        elif isinstance(error, ApiError) and error.code == CONFLICT:
            await self._after_conflict(error.description, stop)
            return
        elif isinstance(error, ApiError) and error.code == UNAUTHORIZED:
            raise error
        else:
            asked_for = error.retry_after if isinstance(error, TelegramError) else None
            self._pause = max(self._pause, asked_for or 0.0)
            log.warning("Telegram cannot be reached: %s; next try in %.1f s", error, self._pause)
        await self._rest(stop)

    async def _after_conflict(self, description: str, stop: asyncio.Event) -> None:
        """Ask again at once, unless this process is the newcomer. Raises AlreadyRunning."""
        self._conflicts += 1
        age = 0.0 if self._since is None else self._monotonic() - self._since
        if age < NEWCOMER_SECONDS or self._conflicts >= MOST_CONFLICTS:
            raise AlreadyRunning(f"another process polls this bot; stop it first (Telegram says: {description})")
        log.warning("another process polls this bot too: %s", description)
        await either(asyncio.sleep(CONFLICT_PAUSE), stop)

    async def _rest(self, stop: asyncio.Event) -> None:
        await either(asyncio.sleep(self._pause), stop)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)


def _updates_in(answer: bytes) -> tuple[msgspec.Raw, ...]:
    """The updates, each still undecoded. Raises NotAnAnswer."""
    try:
        return batch_decoder.decode(answer).result
    except msgspec.MsgspecError as error:
        raise NotAnAnswer(f"no answer to getUpdates: {error}") from error
