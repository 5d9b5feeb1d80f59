"""Requests to be let in, checked in private, end to end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.acts import Meet, RequestJoin
from tests.bot.door.newcomers import CLARA, answers, asks_for, becomes, challenge
from tests.steward import ADMIN, CHAT, Steward, steward


async def requests(bot: Steward) -> None:
    """Somebody asks to be let in."""
    await bot.acts(Meet(person_id=CLARA, first_name="Clara"), RequestJoin(chat_id=CHAT, person_id=CLARA))


@pytest.mark.parity("requests")
async def test_who_answers_in_private_is_approved_and_welcomed_in_the_group(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ADMIN, "/welcome on")
        await asks_for(bot, "arithmetic", where="request")
        await requests(bot)
        view, _ = await challenge(bot, chat_id=CLARA)
        await answers(bot, view, rightly=True, chat_id=CLARA)
        await bot.sees_call("approveChatJoinRequest", chat_id=CHAT, user_id=CLARA)
        await bot.stands(CLARA, "member")
        await bot.sees_edit("you are in", chat_id=CLARA)
        await bot.hears("Welcome", "Clara")
        await becomes(bot, "passed")


async def test_a_picture_can_be_shown_in_private(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "picture", where="request")
        await requests(bot)
        view, _ = await challenge(bot, chat_id=CLARA)
        assert view.media == "photo"
        await answers(bot, view, rightly=True, chat_id=CLARA)
        await bot.stands(CLARA, "member")
        await bot.sees_call("editMessageCaption", chat_id=CLARA)


async def test_who_fails_is_declined_and_can_ask_again(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "arithmetic", where="request", tries="1")
        await requests(bot)
        view, _ = await challenge(bot, chat_id=CLARA)
        await answers(bot, view, rightly=False, chat_id=CLARA)
        await bot.sees_call("declineChatJoinRequest", chat_id=CHAT, user_id=CLARA)
        await bot.sees_edit("ask", "again", chat_id=CLARA)
        await bot.is_settled()
        await bot.acts(RequestJoin(chat_id=CHAT, person_id=CLARA))
        await challenge(bot, chat_id=CLARA, after=view.message_id or 0)


async def test_who_does_not_answer_in_time_is_declined(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button", where="request", seconds="30")
        await requests(bot)
        await challenge(bot, chat_id=CLARA)
        await bot.passes(timedelta(seconds=40))
        await bot.sees_call("declineChatJoinRequest", chat_id=CHAT, user_id=CLARA)
        await becomes(bot, "timed_out")


async def test_requests_are_left_to_managers_where_newcomers_are_asked_in_the_group(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button")
        await requests(bot)
        await bot.sees_no_call("declineChatJoinRequest", user_id=CLARA)
        await bot.sees_no_call("approveChatJoinRequest", user_id=CLARA)
