"""Spam as a group sees it: looked at by managers first, removed where they have chosen so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.steward import ADMIN, BEN, steward

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.steward import Steward

PITCH = "兼职日结，在家用手机就能做，日入三百，加微信或私聊领取任务"
TALK = "周末有人一起去爬山吗，早上八点在地铁站集合"


@pytest.fixture
async def bot(sqlite_url: str) -> AsyncIterator[Steward]:
    async with steward(sqlite_url) as running:
        yield running


async def test_managers_are_shown_what_reads_like_spam_before_anything_follows(bot: Steward) -> None:
    await bot.starts(ADMIN)
    found = await bot.says(BEN, PITCH)
    await bot.hears("it reads like spam", PITCH, chat_id=ADMIN)
    await bot.sees_no_call("deleteMessage", message_id=found)


async def test_it_goes_at_once_where_a_group_has_chosen_so(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.spam.action delete")
    await bot.hears("What follows")
    talk = await bot.says(BEN, TALK)
    await bot.is_deleted(await bot.says(BEN, PITCH))
    await bot.sees_no_call("deleteMessage", message_id=talk)
