"""What is proposed after a mistake, and what a press of it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from domain.rules.remedies import Remedy
from models import audit, members
from services import learning, verdicts
from services.settings import change, settings_of
from tests.court import ADA, BOSS, CHAT, NOW, buttons, convene, sends, sentenced

if TYPE_CHECKING:
    from domain.effects import Effect
    from models.verdicts import Verdict
    from models.work import Work


@pytest.fixture(autouse=True)
async def court(work: Work) -> None:
    await convene(work, reachable=[BOSS])


async def overturned(work: Work, verdict: Verdict) -> list[Effect]:
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=NOW)
    decided = await verdicts.find(work, chat_id=CHAT, verdict_id=verdict.verdict_id)
    assert decided is not None
    return await learning.learn_from(work, decided)


async def take(work: Work, remedy: Remedy) -> None:
    await learning.take_remedy(work, remedy, chat_id=CHAT, user_id=ADA, by=BOSS, now=NOW)


async def test_a_change_is_proposed_to_managers_with_a_way_to_leave_it(work: Work) -> None:
    (send,) = sends(await overturned(work, await sentenced(work)))
    first, second = buttons(send)
    assert (send.chat_id, first.action, second.action) == (BOSS, learning.REMEDY, learning.LEAVE)
    assert (first.arguments["path"], first.arguments["value"]) == ("rules.links.allowed", "evil.example")


async def test_what_was_right_proposes_nothing(work: Work) -> None:
    verdict = await sentenced(work)
    upheld = await verdicts.uphold(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=NOW)
    assert upheld is not None
    assert await learning.learn_from(work, upheld) == []


async def test_what_a_manager_did_by_hand_proposes_nothing(work: Work) -> None:
    assert await overturned(work, await sentenced(work, by=BOSS)) == []


async def test_nothing_is_proposed_for_who_is_approved_already(work: Work) -> None:
    await change(work, chat_id=CHAT, path="rules.links.allowed", value=["evil.example"], by=BOSS, now=NOW)
    await members.approve(work, chat_id=CHAT, user_id=ADA, by=BOSS, at=NOW)
    assert await overturned(work, await sentenced(work)) == []


@pytest.mark.parametrize(
    ("remedy", "path", "after"),
    [
        (
            Remedy(kind="add", path="rules.links.allowed", value="a.example"),
            "links.allowed",
            ("b.example", "a.example"),
        ),
        (Remedy(kind="remove", path="rules.links.allowed", value="b.example"), "links.allowed", ()),
        (Remedy(kind="put", path="rules.flood.messages", value=8), "flood.messages", 8),
    ],
)
async def test_one_press_makes_the_change_and_it_is_written_down(
    work: Work, remedy: Remedy, path: str, after: object
) -> None:
    await change(work, chat_id=CHAT, path="rules.links.allowed", value=["b.example"], by=BOSS, now=NOW)
    await take(work, remedy)
    value: object = (await settings_of(work, CHAT)).rules
    for name in path.split("."):
        value = getattr(value, name)
    assert value == after
    assert (await audit.of_chat(work, CHAT, since=NOW.date()))[-1].action == "setting"
    with pytest.raises(Refusal, match="remedies-done-before"):
        await take(work, remedy)


async def test_a_member_can_be_approved(work: Work) -> None:
    await take(work, Remedy(kind="approve"))
    member = await members.find(work, chat_id=CHAT, user_id=ADA)
    assert member is not None
    assert member.approved_at == NOW
    assert [entry.action for entry in await audit.of_chat(work, CHAT, since=NOW.date())] == ["approve"]
