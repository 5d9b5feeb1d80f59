"""Who the bot is, asked of Telegram before anything else."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import msgspec

from bot.stopping import either
from bot.telegram_api import NotSent, Unknown
from handlers.turn import BotIdentity

if TYPE_CHECKING:
    from bot.telegram_api import TelegramApi

log = logging.getLogger(__name__)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0


class Me(msgspec.Struct, frozen=True):
    """The fields of getMe that are used."""

    id: int
    first_name: str
    username: str = ""
    can_read_all_group_messages: bool = False


async def ask(api: TelegramApi) -> BotIdentity:
    """The bot as Telegram knows it. Raises TelegramError."""
    me = msgspec.convert(await api.call("getMe"), Me)
    return BotIdentity(bot_id=me.id, username=me.username, name=me.first_name, reads_all=me.can_read_all_group_messages)


async def identify(api: TelegramApi, stop: asyncio.Event) -> BotIdentity | None:
    """Ask until Telegram answers, or None when told to stop. Raises ApiError when the token is refused."""
    pause = FIRST_PAUSE
    while not stop.is_set():
        try:
            return await either(ask(api), stop)
        except (NotSent, Unknown) as error:
            log.warning("Telegram cannot be reached: %s; next try in %.1f s", error, pause)
            await either(asyncio.sleep(pause), stop)
            pause = min(pause * 2, LONGEST_PAUSE)
    return None
