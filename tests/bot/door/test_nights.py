"""The chat is closed at night, end to end."""

from __future__ import annotations

from datetime import timedelta

from tests.bot.door.test_raids import permissions
from tests.steward import ADMIN, Steward, steward


async def hours(bot: Steward, *, begins: int, ends: int, closes: str = "") -> str:
    """A night from so many hours from now on until so many hours from now."""
    first, last = ((bot.clock.now() + timedelta(hours=count)).strftime("%H:%M") for count in (begins, ends))
    await bot.says(ADMIN, f"/night {first}-{last} {closes}")
    return last


async def test_the_night_closes_the_chat_and_the_morning_opens_it(database_url: str) -> None:
    async with steward(database_url) as bot:
        last = await hours(bot, begins=1, ends=9)
        await bot.hears("nobody but administrators", last)
        await bot.passes(timedelta(hours=2))
        await bot.hears("Good night", last)
        await permissions(bot, closed=True)
        await bot.passes(timedelta(hours=8))
        await bot.hears("Good morning")
        await permissions(bot, closed=False)


async def test_a_night_without_media_takes_words(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await hours(bot, begins=-1, ends=2, closes="media")
        await bot.hears("words only")
        await permissions(bot, closed=False)
        (call,) = [call for call in await bot.telegram.calls() if call.method == "setChatPermissions"]
        allowed = call.params["permissions"]
        assert isinstance(allowed, dict)
        assert (allowed["can_send_photos"], allowed["can_invite_users"]) == (False, True)


async def test_a_chat_opens_only_when_neither_night_nor_raid_holds(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await hours(bot, begins=-1, ends=3)
        await permissions(bot, closed=True)
        await bot.says(ADMIN, "/raid on 12h")
        await bot.hears("waits for your decision")
        await bot.passes(timedelta(hours=5))
        await bot.hears("Good morning")
        await bot.is_settled()
        await permissions(bot, closed=True)
        await bot.says(ADMIN, "/raid off")
        await permissions(bot, closed=False)
        last = [call for call in await bot.telegram.calls() if call.method == "setChatPermissions"][-1]
        allowed = last.params["permissions"]
        assert isinstance(allowed, dict)
        assert (allowed["can_send_photos"], allowed["can_pin_messages"]) == (True, False)


async def test_a_night_that_is_switched_off_opens_the_chat_at_once(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await hours(bot, begins=-1, ends=3)
        await permissions(bot, closed=True)
        await bot.says(ADMIN, "/night off")
        await permissions(bot, closed=False)
