"""Once a week, on the chat's Monday, and only what the records say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from domain.rules.sanctions import Offender
from services import proposals, verdicts
from services.settings import change, settings_of
from tests.court import BOSS, CHAT, buttons, convene, sends, sentenced

if TYPE_CHECKING:
    from domain.effects import Send
    from models.work import Work
    from services.words import Words

MONDAY = datetime(2026, 11, 9, 10, tzinfo=UTC)
LATELY = MONDAY - timedelta(days=4)


@pytest.fixture(autouse=True)
async def court(work: Work) -> None:
    await convene(work, reachable=[BOSS])


async def shadowed(work: Work, *, trusted: int = 0) -> None:
    await change(work, chat_id=CHAT, path="rules.links.mode", value="shadow", by=BOSS, now=LATELY)
    for number in range(20):
        who = Offender(chat_id=CHAT, name="X", user_id=100 + number % 10)
        await sentenced(work, mode="shadow", offender=who, at=LATELY, message_id=number, trusted=number % 10 < trusted)


async def proposed(work: Work, at: datetime = MONDAY) -> list[Send]:
    return sends(await proposals.propose(work, now=at))


async def test_a_rule_that_watched_well_is_proposed_to_be_switched_on(work: Work, words: Words) -> None:
    await shadowed(work, trusted=1)
    (send,) = await proposed(work)
    text = words.plain(send.text, language="en", timezone="UTC")
    assert "would have hit 20 messages of 10 members, 1 of them trusted" in text
    assert [button.action for button in buttons(send)] == [proposals.TAKE, proposals.LEAVE]


async def test_one_that_would_hit_the_trusted_is_not(work: Work) -> None:
    await shadowed(work, trusted=2)
    assert await proposed(work) == []


async def test_one_that_is_often_wrong_is_proposed_to_watch_only(work: Work, words: Words) -> None:
    for number in range(5):
        verdict = await sentenced(work, "delete", at=LATELY, message_id=number)
        settle = verdicts.overturn if number < 2 else verdicts.uphold
        await settle(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=LATELY)
    (send,) = await proposed(work)
    assert "2 of 5 decisions were taken back" in words.plain(send.text, language="en", timezone="UTC")


@pytest.mark.parametrize(
    ("at", "made"),
    [
        (MONDAY, 1),
        (MONDAY - timedelta(minutes=1), 0),
        (MONDAY + timedelta(hours=13), 1),
        (MONDAY + timedelta(days=1), 0),
    ],
)
async def test_mondays_from_ten_on(work: Work, at: datetime, made: int) -> None:
    await shadowed(work)
    assert len(await proposed(work, at)) == made


async def test_the_chats_own_clock_counts(work: Work) -> None:
    await shadowed(work)
    await change(work, chat_id=CHAT, path="timezone", value="Asia/Shanghai", by=BOSS, now=LATELY)
    assert len(await proposed(work, MONDAY - timedelta(hours=8))) == 1


async def test_once_a_week_also_after_a_restart(work: Work) -> None:
    await shadowed(work)
    (first,) = await proposed(work)
    assert await proposed(work, MONDAY + timedelta(hours=1)) == []
    work.cache.clear()
    (again,) = await proposed(work, MONDAY + timedelta(hours=1))
    assert again.key == first.key


async def test_taking_one_switches_the_rule_unless_somebody_did(work: Work) -> None:
    await shadowed(work)
    chosen = {"rule": "links", "before": "shadow", "mode": "on"}
    await proposals.take(work, chat_id=CHAT, **chosen, by=BOSS, now=MONDAY)
    assert (await settings_of(work, CHAT)).rules.links.mode == "on"
    with pytest.raises(Refusal, match="proposals-stale"):
        await proposals.take(work, chat_id=CHAT, **chosen, by=BOSS, now=MONDAY)
