"""Many come at once, end to end: the chat is closed with one call, opens by itself, and nobody is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.clock import ShiftedClock
from bot.configuration import Configuration
from sandbox.acts import Raid
from sandbox.serving import in_process
from sandbox.world import World
from tests.bot.door.newcomers import becomes
from tests.steward import ADMIN, ANN, CHAT, OWNER, TOKEN, Steward, community, eventually, running, steward

if TYPE_CHECKING:
    from sandbox.history import View

FIRST = 5000


async def raid(bot: Steward, count: int = 6, first: int = FIRST) -> None:
    """Many come at once."""
    await bot.acts(Raid(chat_id=CHAT, count=count, first_id=first))


async def watches(bot: Steward, joins: int = 5) -> None:
    """Managers can be reached, and so many joins are a raid."""
    await bot.starts(OWNER)
    await bot.says(ADMIN, f"/set raid.joins {joins}")
    await bot.hears("✅", "Joins within a minute")


async def permissions(bot: Steward, *, closed: bool) -> None:
    """Wait until plain members may or may not write."""

    async def so() -> bool | None:
        calls = [call.params for call in await bot.telegram.calls() if call.method == "setChatPermissions"]
        if not calls:
            return None
        allowed = calls[-1]["permissions"]
        assert isinstance(allowed, dict)
        return (allowed["can_send_messages"] is not closed) or None

    await eventually(so)


async def ticket(bot: Steward) -> View:
    """Wait for what managers are shown."""

    async def shown() -> View | None:
        views = await bot.telegram.history(OWNER)
        return next((view for view in reversed(views) if view.buttons and "raid" in view.text), None)

    return await eventually(shown)


@pytest.mark.parity("raid")
async def test_a_raid_closes_the_chat_with_one_call_and_is_over_by_itself(database_url: str) -> None:
    async with steward(database_url) as bot:
        await watches(bot)
        await raid(bot)
        await permissions(bot, closed=True)
        await bot.hears("closed for now")
        await ticket(bot)
        await bot.passes(timedelta(minutes=61))
        await bot.hears("the group is open")
        await permissions(bot, closed=False)
        closings = [call for call in await bot.telegram.calls() if call.method == "setChatPermissions"]
        assert len(closings) == 2
        await bot.stands(FIRST, None)
        await bot.stands(FIRST + 5, None)
        await bot.stands(ANN, "member")


async def test_managers_can_ban_everybody_who_came(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await watches(bot)
        await raid(bot)
        view = await ticket(bot)
        await bot.presses(OWNER, view, "⛔️ Ban all who joined", chat_id=OWNER)
        await bot.sees_edit("Ban them all", chat_id=OWNER)
        await bot.presses(OWNER, view, "⛔️ Yes, ban all 6 who joined", chat_id=OWNER)
        await bot.stands(FIRST, None)
        await becomes(bot, "removed", FIRST + 5)
        await raid(bot, count=1, first=FIRST + 100)
        await becomes(bot, "removed", FIRST + 100)
        await bot.sees_no_call("unbanChatMember", user_id=FIRST)


async def test_managers_can_let_everybody_in(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await watches(bot)
        await raid(bot)
        view = await ticket(bot)
        await bot.presses(OWNER, view, "🚪 Let them in", chat_id=OWNER)
        await becomes(bot, "admitted", FIRST)
        await bot.presses(OWNER, view, "✅ End now", chat_id=OWNER)
        await bot.hears("the group is open")
        await bot.stands(FIRST + 5, "member")


async def test_the_next_guest_after_a_raid_is_over_makes_no_other_one(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await watches(bot)
        await raid(bot)
        await permissions(bot, closed=True)
        await bot.presses(OWNER, await ticket(bot), "✅ End now", chat_id=OWNER)
        await bot.hears("the group is open")
        await permissions(bot, closed=False)
        await raid(bot, count=1, first=FIRST + 100)
        await bot.stands(FIRST + 100, "member")
        await bot.is_settled()
        closings = [call for call in await bot.telegram.calls() if call.method == "setChatPermissions"]
        assert len(closings) == 2


async def test_the_lines_that_tell_of_a_raid_go_in_bulk(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await watches(bot)
        await raid(bot, count=40)

        async def gone() -> bool | None:
            views = await bot.telegram.history(CHAT)
            lines = [view for view in views if view.action == "new_chat_members" and view.at]
            return sum(view.deleted for view in lines) >= 35 or None

        await eventually(gone)
        single = [call for call in await bot.telegram.calls() if call.method == "deleteMessage"]
        assert len(single) < 5


async def test_a_raid_goes_on_when_the_bot_comes_back(sqlite_url: str) -> None:
    clock = ShiftedClock()
    async with in_process(World(token=TOKEN)) as telegram:
        await telegram.act(*community())
        configuration = Configuration.model_validate(
            {"bot_token": TOKEN, "telegram_api_url": telegram.base_url, "database_url": sqlite_url}
        )
        bot = Steward(telegram=telegram, clock=clock, database_url=sqlite_url)
        async with running(configuration, clock):
            await watches(bot)
            await raid(bot)
            await permissions(bot, closed=True)
        await bot.passes(timedelta(hours=2))
        async with running(configuration, clock):
            await permissions(bot, closed=False)
            await bot.stands(FIRST, None)


async def test_a_manager_can_close_and_open_the_chat(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/raid on 2h")
        await bot.hears("waits for your decision")
        await permissions(bot, closed=True)
        await bot.says(ADMIN, "/raid on")
        await bot.hears("closed already")
        await bot.says(ADMIN, "/antiraid off")
        await bot.hears("the group is open")
        await permissions(bot, closed=False)
