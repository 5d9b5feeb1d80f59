"""What end-to-end tests can ask of the people around the bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.acts import Expel, Leave
from tests.steward import ADMIN, ANN, CHAT, OWNER, steward

CLARA = 21


async def test_a_deleted_message_is_waited_for_and_nothing_else_is_called(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ADMIN, "/addblocklist casino")
        await bot.hears("1 added")
        kept = await bot.says(ANN, "good morning")
        await bot.is_deleted(await bot.says(ANN, "casino"))
        await bot.sees_no_call("deleteMessage", message_id=kept)


async def test_a_call_that_was_made_is_not_overlooked(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.starts(ANN)
        await bot.says(ANN, "/help", chat_id=ANN)
        await bot.is_settled()
        with pytest.raises(AssertionError):
            await bot.sees_no_call("sendMessage", chat_id=ANN)


async def test_the_latest_keyboard_is_read_and_pressed_in_private(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.starts(OWNER)
        view, texts = await bot.keyboard(OWNER)
        pressed = [await bot.presses(OWNER, view, text, chat_id=OWNER) for text in (texts[0], "English")]
        assert [query is None for query in pressed] == [True, False]
        assert (await bot.is_told(OWNER, chat_id=OWNER)).message_id == view.message_id
        assert (await bot.sees_edit(chat_id=OWNER)).message_id == view.message_id


async def test_people_come_and_go(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.joins(CLARA, "Clara")
        await bot.stands(CLARA, "member")
        await bot.acts(Leave(chat_id=CHAT, person_id=CLARA), Expel(chat_id=CHAT, person_id=ANN, by_id=OWNER))
        await bot.stands(CLARA, None)
        await bot.stands(ANN, None)


async def test_time_passes_for_both(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        before = bot.clock.now()
        await bot.passes(timedelta(hours=2))
        state = await bot.telegram.state()
        later = int(str(state["now"]).partition(".")[0]) - before.timestamp()
        assert (bot.clock.now() - before >= timedelta(hours=2), 7190 < later < 7300) == (True, True)
