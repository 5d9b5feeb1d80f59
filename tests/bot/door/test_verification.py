"""Newcomers show that they are people, end to end: each way, passed and failed, and through an outage."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.clock import ShiftedClock
from bot.configuration import Configuration
from sandbox.acts import Join, Leave, Meet, Promote, Say
from sandbox.serving import in_process
from sandbox.world import World
from tests.bot.door.newcomers import CLARA, answers, asks_for, becomes, challenge, kept
from tests.steward import ADMIN, ANN, CHAT, OWNER, TOKEN, Steward, community, eventually, running, steward

BOT = 4242
QUESTION = "/questions add What is this group about?\n- Trading\n+ Cycling\n- Cooking"


@pytest.mark.parity("captcha")
@pytest.mark.parametrize("way", ["button", "rules", "arithmetic", "picture"])
async def test_who_answers_rightly_is_let_in_and_welcomed(sqlite_url: str, way: str) -> None:
    async with steward(sqlite_url) as bot:
        await bot.says(ADMIN, "/welcome on")
        await asks_for(bot, way)
        await bot.joins(CLARA, "Clara")
        await bot.stands(CLARA, "restricted")
        view, _ = await challenge(bot)
        await answers(bot, view, rightly=True)
        await bot.stands(CLARA, "member")
        await bot.hears("Welcome", "Clara")
        await bot.is_deleted(view.message_id or 0)
        await becomes(bot, "passed")


@pytest.mark.parametrize("way", ["arithmetic", "picture"])
async def test_who_answers_wrongly_gets_another_try_and_then_a_kick(sqlite_url: str, way: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, way, tries="2")
        await bot.joins(CLARA, "Clara")
        view, _ = await challenge(bot)
        await answers(bot, view, rightly=False)
        await bot.is_told(CLARA, "Not quite")
        again = (await challenge(bot, after=view.message_id or 0))[0] if way == "picture" else view
        if way == "arithmetic":
            await bot.sees_edit("One try left")
            again, _ = await challenge(bot)
        await answers(bot, again, rightly=False)
        await bot.is_told(CLARA, "come back")
        await bot.stands(CLARA, None)
        await becomes(bot, "failed")
        await bot.is_settled()
        # It was nothing harsher than a kick.
        await bot.acts(Join(chat_id=CHAT, person_id=CLARA))
        await challenge(bot, after=again.message_id or 0)


async def test_own_questions_are_graded_by_the_pass_mark(database_url: str) -> None:
    async with steward(database_url) as bot:
        await bot.says(ADMIN, QUESTION)
        await bot.says(ADMIN, QUESTION.replace("about", "for"))
        await bot.hears("2 questions")
        await asks_for(bot, "questions", pass_mark="50")
        await bot.joins(CLARA, "Clara")
        view, texts = await challenge(bot)
        assert sorted(texts) == ["Cooking", "Cycling", "Trading"]
        await answers(bot, view, rightly=False)
        await bot.sees_edit("Question 2 of 2")
        view, _ = await challenge(bot)
        await answers(bot, view, rightly=True)
        await bot.stands(CLARA, "member")


async def test_nothing_of_who_does_not_answer_in_time_is_left(database_url: str) -> None:
    async with steward(database_url) as bot:
        await asks_for(bot, "button", seconds="30")
        await bot.acts(Meet(person_id=CLARA, first_name="Clara"), Join(chat_id=CHAT, person_id=CLARA))
        view, _ = await challenge(bot)
        line = (await becomes(bot, "pending")).join_message
        await bot.passes(timedelta(seconds=40))
        await bot.stands(CLARA, None)
        await bot.is_deleted(view.message_id or 0)
        await bot.is_deleted(line)
        await becomes(bot, "timed_out")


async def test_what_somebody_wrote_before_they_were_asked_goes_with_them(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button", seconds="30")
        *_, said = await bot.acts(
            Meet(person_id=CLARA, first_name="Clara"),
            Join(chat_id=CHAT, person_id=CLARA),
            Say(chat_id=CHAT, person_id=CLARA, text="buy this"),
        )
        await challenge(bot)
        await bot.passes(timedelta(seconds=40))
        await bot.is_deleted(said.message_id or 0)


async def test_who_an_administrator_brings_in_is_not_asked(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button")
        await bot.acts(Meet(person_id=CLARA, first_name="Clara"), Join(chat_id=CHAT, person_id=CLARA, inviter_id=OWNER))
        await becomes(bot, "admitted")
        await bot.sees_no_call("restrictChatMember", user_id=CLARA)


async def test_somebody_else_cannot_answer(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button")
        await bot.joins(CLARA, "Clara")
        view, (text,) = await challenge(bot)
        await bot.presses(ANN, view, text)
        await bot.is_told(ANN, "somebody else")
        await becomes(bot, "pending")


async def test_who_comes_back_meanwhile_goes_on_with_the_same_challenge(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button")
        await bot.joins(CLARA, "Clara")
        view, _ = await challenge(bot)
        await bot.acts(Leave(chat_id=CHAT, person_id=CLARA))
        await bot.is_settled()
        await bot.acts(Join(chat_id=CHAT, person_id=CLARA))
        await bot.is_settled()
        calls = [call for call in await bot.telegram.calls() if "come" in str(call.params.get("text"))]
        assert len([call for call in calls if call.method == "sendMessage" and "small thing" in str(call.params)]) == 1
        await answers(bot, view, rightly=True)
        await bot.stands(CLARA, "member")


async def test_nobody_stays_muted_when_it_is_switched_off(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button")
        await bot.joins(CLARA, "Clara")
        await bot.stands(CLARA, "restricted")
        await bot.says(ADMIN, "/set entrance.way off")
        await bot.stands(CLARA, "member")
        await becomes(bot, "released")


@pytest.mark.parametrize("answered", [True, False], ids=["answered at last", "never answered"])
async def test_nobody_stays_muted_when_the_bot_was_down(database_url: str, *, answered: bool) -> None:
    """The process ends while somebody is being asked, and is started again long after their time was over."""
    clock = ShiftedClock()
    async with in_process(World(token=TOKEN)) as telegram:
        await telegram.act(*community())
        configuration = Configuration.model_validate(
            {"bot_token": TOKEN, "telegram_api_url": telegram.base_url, "database_url": database_url}
        )
        bot = Steward(telegram=telegram, clock=clock, database_url=database_url)
        async with running(configuration, clock):
            await asks_for(bot, "button")
            await bot.joins(CLARA, "Clara")
            view, _ = await challenge(bot)
        await bot.passes(timedelta(hours=3))
        async with running(configuration, clock):
            again, (text,) = await challenge(bot, after=view.message_id or 0)
            if answered:
                await bot.presses(CLARA, again, text)
            else:
                await bot.passes(timedelta(seconds=70))
            await bot.stands(CLARA, "member" if answered else None)


async def test_who_waits_while_the_bot_may_do_nothing_is_let_go_when_it_may(sqlite_url: str) -> None:
    async with steward(sqlite_url) as bot:
        await asks_for(bot, "button", seconds="30")
        await bot.joins(CLARA, "Clara")
        await bot.stands(CLARA, "restricted")
        rights = ("can_delete_messages", "can_invite_users")
        await bot.acts(_bot_may(*rights))
        await bot.is_settled()
        await bot.passes(timedelta(seconds=40))

        async def noticed() -> bool | None:
            row = kept(bot)
            return (row is not None and row.way == "off") or None

        await eventually(noticed)
        await bot.acts(_bot_may(*rights, "can_restrict_members"))
        await bot.passes(timedelta(minutes=2))
        await bot.stands(CLARA, "member")


def _bot_may(*rights: str) -> Promote:
    return Promote(chat_id=CHAT, person_id=BOT, by_id=OWNER, rights=rights)
