"""Warnings, what they lead to, how they end, and how anything is taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from sandbox.acts import AddBot, OpenChat, OpenTopic, Say
from tests.steward import ADMIN, ANN, OWNER, RIGHTS

if TYPE_CHECKING:
    from tests.steward import Steward

LOG, FORUM = -1001000000055, -1001000000077


@pytest.mark.parity("warnings")
async def test_three_warnings_lead_to_what_the_chat_chose(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.warnings.action ban 1w")
    await bot.hears("a ban of 7 days")
    for number in (1, 2, 3):
        await bot.says(ADMIN, f"/warn @ann_x slow down, {number}")
        await bot.hears("Ann", f"{number} of 3")
    await bot.stands(ANN, None)


@pytest.mark.parity("expiry")
async def test_a_warning_is_forgotten_in_time(bot: Steward) -> None:
    await bot.says(ADMIN, "/warn @ann_x slow down")
    await bot.hears("1 of 3 within 30 days")
    await bot.passes(timedelta(days=31))
    await bot.says(ADMIN, "/warns @ann_x")
    await bot.hears("Ann", "no warnings now")


@pytest.mark.parity("timed")
async def test_a_mute_ends_by_itself(bot: Steward) -> None:
    await bot.says(ADMIN, "/mute @ann_x 2h too loud")
    await bot.hears("muted for 2 hours")
    await bot.stands(ANN, "restricted")
    await bot.passes(timedelta(hours=2, minutes=1))
    await bot.stands(ANN, "member")


@pytest.mark.parity("undo")
async def test_a_button_takes_a_mute_back(bot: Steward) -> None:
    await bot.says(ADMIN, "/mute @ann_x 2h too loud")
    view = await bot.hears("muted for 2 hours")
    await bot.stands(ANN, "restricted")
    await bot.presses(OWNER, view, "↩️ Undo")
    await bot.stands(ANN, "member")
    await bot.sees_edit("may speak again", "Olga")


@pytest.mark.parity("log")
async def test_everything_is_written_in_the_log(bot: Steward) -> None:
    await bot.acts(OpenChat(chat_id=LOG, title="Log", creator_id=OWNER))
    await bot.acts(AddBot(chat_id=LOG, by_id=OWNER, administrator=RIGHTS))
    await bot.says(OWNER, f"/set log_chat {LOG}")
    await bot.hears("Log chat", "Log")
    await bot.says(ADMIN, "/mute @ann_x 2h #2 too loud")
    await bot.hears("Muted: Ann", "Rule 2", "Adam", chat_id=LOG)


@pytest.mark.parity("topics")
async def test_an_answer_stays_in_its_topic(bot: Steward) -> None:
    await bot.acts(OpenChat(chat_id=FORUM, title="Forum", creator_id=OWNER, forum=True))
    await bot.acts(AddBot(chat_id=FORUM, by_id=OWNER, administrator=RIGHTS))
    topic = (await bot.acts(OpenTopic(chat_id=FORUM, person_id=OWNER, title="Repairs")))[0].message_id
    assert topic is not None
    await bot.acts(Say(chat_id=FORUM, person_id=OWNER, thread_id=topic, text="/addblocklist casino"))
    await bot.hears("1 added", chat_id=FORUM)
    await bot.sees_call("sendMessage", chat_id=FORUM, message_thread_id=topic)


@pytest.mark.parity("languages")
async def test_the_group_speaks_chinese(bot: Steward) -> None:
    await bot.says(OWNER, "/language zh")
    await bot.hears("中文")
    await bot.says(ADMIN, "/mute @ann_x 2h 太吵了")
    await bot.hears("Ann", "已被禁言 2 小时", "太吵了")
