"""The whole bot against the sandbox: what people do and what they see."""

from __future__ import annotations

from tests.steward import ADMIN, ANN, BEN, CHAT, steward


async def test_a_blocked_word_is_deleted_and_its_sender_warned(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ADMIN, "/addblocklist casino")
        await bot.hears("1 added")
        message_id = await bot.says(ANN, "come to my CASINO today")
        await bot.sees_call("deleteMessage", chat_id=CHAT, message_id=message_id)
        notice = await bot.hears("Ann", "1")
        assert "3" in notice.text


async def test_a_check_in_by_word_is_answered_with_its_streak(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ANN, "签到")
        answer = await bot.hears("1")
        assert answer.reply_to is not None


async def test_top_lists_who_was_answered(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ANN, "hello there")
        await bot.says(BEN, "/top")
        assert "Ann" in (await bot.hears("Ann")).text
