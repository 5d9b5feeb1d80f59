"""Asking Telegram who may do what in a chat, before a transaction, at most once a minute a chat."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from bot.telegram_api import TelegramError
from models import administrators as readings
from services.chats import find, set_bot_status
from services.rights import standing_of
from services.roles import FRESH_FOR, RawMember, store_administrators

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.clock import Clock
    from bot.telegram_api import TelegramApi
    from models.database import Database

log = logging.getLogger(__name__)
READ_SECONDS = 5.0


class Administrators:
    """Keeps the administrators of chats true enough; chat_member updates keep them true in between.

    What the bot itself may do is asked once: Telegram tells its changes, but not what was before the first of them.
    """

    def __init__(self, *, database: Database, api: TelegramApi, clock: Clock) -> None:
        self._database = database
        self._api = api
        self._clock = clock

    async def learn(self, chat_ids: Collection[int]) -> None:
        """Read the lists that were not read within the last minute. What Telegram does not tell stays as it was."""
        if not chat_ids:
            return
        for chat_id, knows_itself in (await self._stale(chat_ids)).items():
            if not knows_itself:
                await self._learn_own_standing(chat_id)
            await self._learn_list(chat_id)

    async def _learn_own_standing(self, chat_id: int) -> None:
        told = await self._ask("getChatMember", chat_id=chat_id, user_id=self._database.defaults.bot_id)
        if told is None:
            return
        standing, now = standing_of(msgspec.convert(told, dict[str, object])), self._clock.now()
        async with self._database.transaction() as work:
            await set_bot_status(work, chat_id=chat_id, status=standing.status, rights=standing.rights, now=now)
            await work.commit()

    async def _learn_list(self, chat_id: int) -> None:
        told = await self._ask("getChatAdministrators", chat_id=chat_id)
        if told is None:
            return
        entries = msgspec.convert(told, list[RawMember])
        async with self._database.transaction() as work:
            await store_administrators(work, chat_id, entries, self._clock.now())
            await work.commit()

    async def _ask(self, method: str, **parameters: int) -> object | None:
        """The answer, or None when there is none now."""
        try:
            return await self._api.call(method, parameters, read_timeout=READ_SECONDS)
        except TelegramError as error:
            log.warning("%s of chat %d: %s", method, parameters["chat_id"], error)
            return None

    async def _stale(self, chat_ids: Collection[int]) -> dict[int, bool]:
        """The chats to ask about, each with whether the bot's own standing there is known."""
        now = self._clock.now()
        stale = {}
        async with self._database.transaction() as work:
            for chat_id in sorted(chat_ids):
                read = await readings.read_at(work, chat_id)
                if read is None or now - read > FRESH_FOR:
                    chat = await find(work, chat_id)
                    stale[chat_id] = chat is not None and chat.bot_status is not None
        return stale
