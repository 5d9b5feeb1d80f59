"""What is asked of Telegram before a command is answered, and how often."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.administrators import Administrators
from bot.clock import ShiftedClock
from bot.telegram_api import TelegramApi
from models import chats, members
from models.database import Database
from models.work import Defaults
from sandbox.faults import Fault
from services.chats import set_bot_status
from services.rights import missing_rights
from tests.bot.delivery.stage import ANN, RIGHTS, group, sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.client import SandboxClient

GROUP = group(0)


class Asking:
    """Administrators in a chat of the sandbox, and what was asked of it."""

    def __init__(self, database: Database, telegram: SandboxClient, administrators: Administrators) -> None:
        self.database = database
        self.telegram = telegram
        self.administrators = administrators

    async def learn(self) -> list[str]:
        """What is asked for one more command."""
        before = len(await self.telegram.calls())
        await self.administrators.learn({GROUP})
        return [call.method for call in (await self.telegram.calls())[before:]]


@pytest.fixture
def clock() -> ShiftedClock:
    return ShiftedClock()


@pytest.fixture
async def asking(database_url: str, clock: ShiftedClock) -> AsyncIterator[Asking]:
    """Administrators of the bot that the sandbox knows."""
    database = Database(database_url, defaults=Defaults(bot_id=42))
    async with sandbox(1) as telegram, TelegramApi(telegram.base_url, "42:TEST") as api:
        yield Asking(database, telegram, Administrators(database=database, api=api, clock=clock))
    await database.close()


async def test_a_new_database_learns_the_bots_own_rights(asking: Asking) -> None:
    await asking.learn()
    async with asking.database.transaction() as work:
        chat = await chats.find(work, GROUP)
        assert chat is not None
        assert chat.bot_status == "administrator"
        assert await missing_rights(work, GROUP, RIGHTS) == ()
        assert await missing_rights(work, GROUP, ["can_promote_members"]) == ("can_promote_members",)


async def test_the_bots_own_rights_are_asked_once(asking: Asking, clock: ShiftedClock) -> None:
    assert await asking.learn() == ["getChatMember", "getChatAdministrators"]
    clock.offset += timedelta(minutes=2)
    assert await asking.learn() == ["getChatAdministrators"]


async def test_what_an_update_told_of_the_bot_is_not_asked(asking: Asking, clock: ShiftedClock) -> None:
    async with asking.database.transaction() as work:
        await set_bot_status(work, chat_id=GROUP, status="member", now=clock.now())
        await work.commit()
    assert await asking.learn() == ["getChatAdministrators"]


async def test_nothing_is_asked_twice_within_a_minute(asking: Asking) -> None:
    await asking.learn()
    assert await asking.learn() == []


async def test_administrators_are_learnt_even_when_the_bots_rights_are_not(asking: Asking) -> None:
    await asking.telegram.faults(Fault(kind="500", method="getChatMember"))
    await asking.learn()
    async with asking.database.transaction() as work:
        member = await members.find(work, chat_id=GROUP, user_id=ANN)
        chat = await chats.find(work, GROUP)
    assert member is not None
    assert member.status == "creator"
    assert chat is None or chat.bot_status is None
