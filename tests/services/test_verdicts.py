"""Verdicts are written down with all that was seen, and taken back whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.effects import Ban, BanSenderChat, Mute, Unban, UnbanSenderChat, Unmute
from domain.people import Sighting
from domain.rules.actions import Action, read_action
from domain.rules.sanctions import Offender, effects_of
from domain.settings import ChatSettings
from models import members, people, warnings
from models import verdicts as stored
from models.chats import Chat, put
from services import retention, verdicts
from services.sanctions import Case, decide

if TYPE_CHECKING:
    from domain.effects import Effect
    from models.verdicts import Verdict
    from models.work import Work

CHAT, ADA, CHANNEL, BOSS = -1001, 7, -100777, 3
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
MEMBER = Offender(chat_id=CHAT, name="Ada", user_id=ADA)
NEWS = Offender(chat_id=CHAT, name="News", sender_chat_id=CHANNEL)


@pytest.fixture(autouse=True)
async def trusted(work: Work) -> None:
    await people.remember(work, [(Sighting(user_id=ADA, name="Ada"), NOW)])
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="member", at=NOW - timedelta(days=30))
    presence = members.Presence(messages=9, worthy=8, first_at=NOW, last_at=NOW)
    await members.add_presence(work, {(CHAT, ADA): presence})


async def sentenced(
    work: Work, written: str = "warn", offender: Offender = MEMBER, *, at: datetime = NOW, mode: stored.Mode = "on"
) -> tuple[Verdict, list[Effect]]:
    """Somebody is sentenced by a rule; the verdict, and what Telegram was asked to do."""
    case = Case(offender=offender, settings=ChatSettings(), at=at, now=at, rule="links", message_id=50)
    sentence = await decide(work, case, read_action(written))
    verdict = await verdicts.record(work, case, sentence, mode=mode, quote="evil.example", text="come to evil.example")
    return verdict, effects_of(sentence, offender)


async def in_force(work: Work) -> int:
    return len(await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=NOW + timedelta(hours=1)))


async def ada(work: Work) -> members.Member:
    found = await members.find(work, chat_id=CHAT, user_id=ADA)
    assert found is not None
    return found


async def overturned(work: Work, verdict: Verdict) -> list[Effect] | None:
    return await verdicts.overturn(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=NOW)


async def test_what_was_decided_can_be_read_again(work: Work) -> None:
    verdict, _ = await sentenced(work)
    assert await verdicts.find(work, chat_id=CHAT, verdict_id=verdict.verdict_id) == verdict
    assert (verdict.rule, verdict.verb, verdict.state, verdict.quote) == ("links", "warn", "standing", "evil.example")


async def test_whom_a_verdict_costs_trust_has_to_earn_it_anew(work: Work) -> None:
    await sentenced(work)
    assert ((await ada(work)).worthy, (await ada(work)).trust_lost_at) == (0, NOW)


@pytest.mark.parametrize("written", ["delete", "review"])
async def test_what_is_only_removed_or_looked_at_costs_no_trust(work: Work, written: str) -> None:
    await sentenced(work, written)
    assert (await ada(work)).worthy == 8


async def test_a_rule_in_shadow_costs_nothing_and_is_not_held_against_anybody(work: Work) -> None:
    case = Case(offender=MEMBER, settings=ChatSettings(), at=NOW, now=NOW, rule="links")
    sentence = await decide(work, case, Action(verb="ban"))
    await verdicts.record(work, case, sentence, mode="shadow")
    assert (await ada(work)).worthy == 8
    assert await stored.of_target(work, chat_id=CHAT, target_id=ADA) == []
    assert [one.mode for one in await stored.since(work, chat_id=CHAT, day=NOW.date())] == ["shadow"]


@pytest.mark.parametrize(
    ("written", "offender", "done", "undone"),
    [
        ("mute 6h", MEMBER, Mute, Unmute(chat_id=CHAT, user_id=ADA)),
        ("ban", MEMBER, Ban, Unban(chat_id=CHAT, user_id=ADA)),
        ("ban", NEWS, BanSenderChat, UnbanSenderChat(chat_id=CHAT, sender_chat_id=CHANNEL)),
    ],
)
async def test_overturning_lifts_the_action(
    work: Work, written: str, offender: Offender, done: type[Effect], undone: Effect
) -> None:
    verdict, effects = await sentenced(work, written, offender)
    assert [type(effect) for effect in effects] == [done]
    assert await overturned(work, verdict) == [undone]


async def test_overturning_takes_the_warning_back_and_restores_trust(work: Work) -> None:
    verdict, _ = await sentenced(work)
    assert await in_force(work) == 1
    assert await overturned(work, verdict) == []
    assert await in_force(work) == 0
    assert ((await ada(work)).worthy, (await ada(work)).trust_lost_at) == (8, None)


async def test_overturning_the_ladders_top_gives_the_earlier_warnings_back(work: Work) -> None:
    for hours in (3, 2):
        await sentenced(work, at=NOW - timedelta(hours=hours))
    verdict, _ = await sentenced(work)
    assert (verdict.verb, await in_force(work)) == ("mute", 0)
    assert await overturned(work, verdict) == [Unmute(chat_id=CHAT, user_id=ADA)]
    assert await in_force(work) == 2


async def test_a_verdict_is_decided_once(work: Work) -> None:
    verdict, _ = await sentenced(work)
    decided = await verdicts.uphold(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=NOW)
    assert decided is not None
    assert (decided.state, decided.decided_by, decided.decided_at) == ("upheld", BOSS, NOW)
    assert await overturned(work, verdict) is None
    assert await in_force(work) == 1


async def test_a_verdict_of_another_chat_is_out_of_reach(work: Work) -> None:
    verdict, _ = await sentenced(work)
    assert await verdicts.overturn(work, chat_id=-1002, verdict_id=verdict.verdict_id, by=BOSS, now=NOW) is None
    assert await in_force(work) == 1


async def test_what_was_written_is_forgotten_with_the_chats_other_texts(work: Work) -> None:
    await put(work, Chat(chat_id=CHAT, kind="supergroup", title="Club"), now=NOW)
    verdict, _ = await sentenced(work)
    for minute in range(60):
        await retention.forget_texts(work, now=NOW + timedelta(days=31, minutes=minute))
    kept = await verdicts.find(work, chat_id=CHAT, verdict_id=verdict.verdict_id)
    assert kept is not None
    assert (kept.text, kept.quote) == (None, "evil.example")
