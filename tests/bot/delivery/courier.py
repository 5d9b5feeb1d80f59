"""A process that delivers until it is killed: `python -m tests.bot.delivery.courier DATABASE ADDRESS HOURS`."""

import asyncio
import sys
from datetime import timedelta

from bot.clock import ShiftedClock
from bot.delivery.dispatcher import Dispatcher
from bot.telegram_api import TelegramApi
from models.database import Database
from models.work import Defaults
from tests.bot.delivery.stage import QUICK


async def deliver(url: str, address: str, hours: float) -> None:
    """Deliver for ever, at a time so many hours from now."""
    database = Database(url, defaults=Defaults(bot_id=42))
    clock = ShiftedClock(timedelta(hours=hours))
    async with TelegramApi(address, "42:TEST") as api:
        dispatcher = Dispatcher(database, api, clock=clock, limits=QUICK, read_timeout=0.3)
        await dispatcher.run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(deliver(sys.argv[1], sys.argv[2], float(sys.argv[3])))
