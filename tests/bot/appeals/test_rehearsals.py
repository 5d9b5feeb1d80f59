"""Rules that watch, rules tried on the past, rules that rest, by the real bot in the sandbox."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.steward import ANN, BEN, CHAT, OWNER

if TYPE_CHECKING:
    from tests.steward import Steward

LINK = "look at https://bad.example/here"


@pytest.mark.parity("statistics")
async def test_a_rule_in_shadow_counts_and_does_nothing(bot: Steward) -> None:
    await bot.says(OWNER, "/rule links shadow")
    await bot.hears("only watching")
    message = await bot.says(ANN, LINK)
    await bot.is_settled()
    assert not next(view for view in await bot.telegram.history(CHAT) if view.message_id == message).deleted
    await bot.says(OWNER, "/rule links")
    await bot.hears("would have hit 1 message")


async def test_a_draft_is_tried_on_what_was_written(bot: Steward) -> None:
    for number in range(5):
        await bot.says(BEN, f"number {number}")
    await bot.says(OWNER, "/rule backtest flood 1h messages=3")
    await bot.hears("Trying “Flooding”")
    answer = await bot.hears("“Flooding” over 1 hour", "With messages=3")
    assert "It would have hit 2 messages of 1 member, out of 5" in answer.text
    assert "number 3" in answer.text


async def test_what_runs_in_a_worker_is_answered_after_a_press_too(bot: Steward) -> None:
    await bot.says(BEN, "good morning")
    await bot.says(OWNER, "/rule flood")
    page = await bot.hears("Flooding", "What follows")
    await bot.presses(OWNER, page, "🧪 Try on the last 7 days")
    await bot.hears("“Flooding” over 7 days", "It would have hit none")


async def test_rules_rest_and_come_back_by_themselves(bot: Steward) -> None:
    await bot.says(OWNER, "/window 2h links while we share photos")
    await bot.hears("Links", "we share photos", "come back by themselves")
    spared = await bot.says(ANN, LINK)
    await bot.is_settled()
    assert not next(view for view in await bot.telegram.history(CHAT) if view.message_id == spared).deleted
    await bot.passes(timedelta(hours=2, seconds=1))
    await bot.hears("Back in force: Links")
    await bot.is_deleted(await bot.says(BEN, LINK))
