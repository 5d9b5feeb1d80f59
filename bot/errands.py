"""What is done outside any transaction: pictures are drawn, Telegram is asked what chats allow."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.logs import log_context
from bot.stopping import either
from bot.telegram_api import TelegramError
from domain.permissions import PERMISSIONS
from models import entrances
from models.trouble import is_trouble
from services import asking, closing, pictures
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.clock import Clock
    from bot.telegram_api import TelegramApi
    from models.database import Database
    from services.words import Words

log = logging.getLogger(__name__)

EVERY_SECONDS = 1.0
READ_SECONDS = 5.0
AT_ONCE = 10


class Errands:
    """Looks for such work again and again. What it finds out becomes rows like everything else."""

    def __init__(
        self,
        *,
        database: Database,
        api: TelegramApi,
        words: Words,
        clock: Clock,
        wake: Callable[[], None],
        draw: Callable[[str], bytes] = pictures.draw,
    ) -> None:
        self._database = database
        self._api = api
        self._words = words
        self._clock = clock
        self._wake = wake
        self._draw = draw

    async def run(self, stop: asyncio.Event) -> None:
        """Run errands until stopped; one that fails is logged and comes again."""
        while not stop.is_set():
            await self._try(self.close_chats)
            await self._try(self.draw_pictures)
            await either(asyncio.sleep(EVERY_SECONDS), stop)

    async def close_chats(self) -> None:
        """Learn what chats allow that are to be closed, and close them."""
        async with self._database.transaction() as work:
            waiting = await closing.waiting(work)
        for chat_id in waiting:
            told = await self._permissions(chat_id)
            async with self._database.transaction() as work:
                effects = await closing.apply(work, chat_id, told=told, now=self._clock.now())
                await enqueue(work, self._words, effects, now=self._clock.now())
                await work.commit()
            self._wake()

    async def draw_pictures(self) -> None:
        """Draw the pictures that newcomers wait for."""
        async with self._database.transaction() as work:
            waiting = await entrances.to_draw(work, limit=AT_ONCE)
        for entrance in waiting:
            picture = await asyncio.to_thread(self._draw, str(entrance.challenge["code"]))
            async with self._database.transaction() as work:
                effects = await asking.show_picture(work, entrance, picture, now=self._clock.now())
                await enqueue(work, self._words, effects, now=self._clock.now())
                await work.commit()
            self._wake()

    async def _permissions(self, chat_id: int) -> frozenset[str] | None:
        """What plain members may do in a chat by default, None when Telegram does not say now."""
        try:
            chat = await self._api.call("getChat", {"chat_id": chat_id}, read_timeout=READ_SECONDS)
        except TelegramError as error:
            log.warning("getChat of chat %d: %s", chat_id, error)
            return None
        allowed = chat.get("permissions") if isinstance(chat, dict) else None
        if not isinstance(allowed, dict):
            return None
        return frozenset(name for name in PERMISSIONS if allowed.get(name) is True)

    async def _try(self, errand: Callable[[], Awaitable[None]]) -> None:
        try:
            await errand()
        except Exception as error:
            with log_context():
                log.error("errand failed: %s", error, exc_info=None if is_trouble(error) else error)  # noqa: TRY400
