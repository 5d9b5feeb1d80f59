"""Who the bot is, asked of Telegram before anything else."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import msgspec
from telegram.error import NetworkError
from telegram.request import BaseRequest

from bot.stopping import either
from bot.telegram_api import ApiError, TelegramError
from handlers.turn import BotIdentity

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput
    from telegram.request import RequestData

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
        except TelegramError as error:
            if isinstance(error, ApiError) and error.retry_after is None:
                raise
            pause = max(pause, error.retry_after or 0.0)
            log.warning("Telegram cannot be reached: %s; next try in %.1f s", error, pause)
            await either(asyncio.sleep(pause), stop)
            pause = min(pause * 2, LONGEST_PAUSE)
    return None


class KnownBot(BaseRequest):
    """What PTB gets instead of a way to Telegram: the bot's own name, and a refusal of everything else.

    So handlers cannot call Telegram, and no second getMe can fail at the start or show the token in its error.
    """

    def __init__(self, bot: BotIdentity) -> None:
        me = {"id": bot.bot_id, "is_bot": True, "first_name": bot.name, "username": bot.username}
        self._answer = msgspec.json.encode({"ok": True, "result": me})

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    @property
    def read_timeout(self) -> float | None:
        """None: nothing is waited for."""
        return None

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the signature is PTB's
        request_data: RequestData | None = None,  # noqa: ARG002 - likewise
        read_timeout: ODVInput[float] = 0,  # noqa: ARG002 - likewise
        write_timeout: ODVInput[float] = 0,  # noqa: ARG002 - likewise
        connect_timeout: ODVInput[float] = 0,  # noqa: ARG002 - likewise
        pool_timeout: ODVInput[float] = 0,  # noqa: ARG002 - likewise
    ) -> tuple[int, bytes]:
        """The answer to getMe. Raises NetworkError for any other method."""
        name = url.rpartition("/")[2]
        if name != "getMe":
            raise NetworkError(f"handlers call nothing, {name} is to go through the outbox")
        return 200, self._answer
