"""Welcome and goodbye, end to end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.acts import Join, Leave, Meet, Raid, Say
from tests.steward import ADMIN, ANN, CHAT, eventually, steward

CLARA, DAN = 31, 32
TEXT = "/setwelcome Hello {mention}, welcome to <{chatname}> {nothing} [Site](buttonurl://example.org) {rules:same}"


@pytest.mark.parity("welcome")
async def test_newcomers_are_welcomed_in_the_chats_own_words(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ADMIN, TEXT)
        await bot.hears("Kept")
        await bot.joins(CLARA, "Clara<3")
        view = await bot.hears("Hello Clara<3, welcome to <Cyclists> {nothing}")
        assert [[button.text for button in row] for row in view.buttons] == [["Site", "📜 Rules"]]


async def test_the_welcome_before_goes_when_the_next_comes_and_after_its_minutes(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/welcome on")
        await bot.joins(CLARA, "Clara")
        first = await bot.hears("Welcome, Clara")
        await bot.joins(DAN, "Dan")
        second = await bot.hears("Welcome, Dan")
        await bot.is_deleted(first.message_id or 0)
        await bot.passes(timedelta(minutes=6))
        await bot.is_deleted(second.message_id or 0)


async def test_people_are_welcomed_in_their_own_language(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/setwelcome Hello {first}")
        await bot.says(ADMIN, "/setwelcome language:de Hallo {first}")
        await bot.hears("Kept", "de")
        await bot.acts(Meet(person_id=CLARA, first_name="Clara", language="de"), Join(chat_id=CHAT, person_id=CLARA))
        await bot.hears("Hallo Clara")
        await bot.joins(DAN, "Dan")
        await bot.hears("Hello Dan")


async def test_a_picture_answered_to_is_shown_with_the_welcome(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        picture, _ = await bot.acts(
            Say(chat_id=CHAT, person_id=ADMIN, kind="photo", name="picture"),
            Say(chat_id=CHAT, person_id=ADMIN, text="/setwelcome Look, {first}!", reply_to="picture"),
        )
        assert picture.message_id is not None
        await bot.joins(CLARA, "Clara")
        view = await bot.hears("Look, Clara!")
        assert view.media == "photo"


async def test_a_crowd_is_welcomed_with_one_message(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/welcome on")
        await bot.hears("welcomed like this")
        await bot.acts(Raid(chat_id=CHAT, count=10, first_id=5000))
        await bot.is_done()
        await bot.passes(timedelta(seconds=30))

        async def together() -> bool | None:
            views = await bot.telegram.history(CHAT)
            return any(view.text.count("Guest") == 5 for view in views) or None

        await eventually(together)


async def test_who_leaves_is_seen_off(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/setgoodbye Bye {fullname}")
        await bot.hears("Kept")
        await bot.acts(Leave(chat_id=CHAT, person_id=ANN))
        await bot.hears("Bye Ann")


async def test_the_rules_button_leads_to_the_rules_in_private(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/setrules Be kind")
        await bot.says(ADMIN, "/setwelcome Hello {first} {rules}")
        await bot.joins(CLARA, "Clara")
        view = await bot.hears("Hello Clara")
        await bot.presses(CLARA, view, "📜 Rules")
        await bot.sees_call("answerCallbackQuery", url=f"https://t.me/steward_sandbox_bot?start=rules_{CHAT}")
        await bot.starts(CLARA, f"rules_{CHAT}")
        await bot.hears("Be kind", chat_id=CLARA)


async def test_managers_see_what_they_wrote(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/setwelcome Hello {first} %%% Hi {first}")
        await bot.says(ADMIN, "/welcome noformat")
        await bot.hears("Hello {first} %%% Hi {first}")
        await bot.says(ADMIN, "/resetwelcome")
        await bot.says(ADMIN, "/welcome")
        await bot.hears("👋 Welcome, Adam")
