"""What is said again is noticed: within a batch, in other chats, after a restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.messages import Message, Origin
from domain.people import Sighting
from domain.settings import ChatSettings
from models import members
from services.activity import Heard, record
from services.judging import judge_all

if TYPE_CHECKING:
    from domain.rules.judgement import Hit
    from models.work import Work

HOME, AWAY = -1001, -1002
ANN, BEN, CLEO, ADA = 11, 12, 13, 14
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
RULES = {"repeats": {"mode": "on", "own": 3, "people": 3}, "flood": {"mode": "off"}}
SETTINGS = dict.fromkeys((HOME, AWAY), ChatSettings.model_validate({"rules": RULES}))
OFFER = "join our free signals channel and double your deposit"


def said(message_id: int, *, by: int = ANN, text: str = OFFER, chat_id: int = HOME) -> Message:
    return Message(
        chat_id=chat_id,
        message_id=message_id,
        at=AT + timedelta(seconds=message_id),
        origin=Origin.MEMBER,
        sender_id=by,
        sender_name="Somebody",
        text=text,
    )


async def judged(work: Work, *batch: Message) -> dict[int, Hit]:
    """The hits by message, all of it kept."""
    found = await judge_all(work, batch, settings=SETTINGS)
    for message in batch:
        sender = Sighting(user_id=message.sender_id or 0, name=message.sender_name)
        await record(work, [Heard(message=message, sender=sender, day=AT.date(), hour=9, keeps_text=True)])
    return {one.message.message_id: one.judgement.hit for one in found if one.judgement.hit}


async def test_the_third_time_is_one_too_many(work: Work) -> None:
    hits = await judged(work, said(1), said(2), said(3, text=OFFER + "!!! 🚀"))
    assert {message_id: (hit.rule, hit.also) for message_id, hit in hits.items()} == {3: ("repeats", (1, 2))}


async def test_three_people_are_too_many(work: Work) -> None:
    await judged(work, said(1), said(2, by=BEN))
    assert set(await judged(work, said(3, by=CLEO))) == {3}


async def test_other_chats_count_but_only_this_one_is_cleared(work: Work) -> None:
    hits = await judged(work, said(1, chat_id=AWAY), said(2), said(3))
    assert hits[3].also == (2,)


async def test_a_restart_forgets_nothing_of_the_last_minutes(work: Work) -> None:
    await judged(work, said(1), said(2))
    work.cache.clear()
    assert (await judged(work, said(3)))[3].also == (1, 2)


@pytest.mark.parametrize("restarted", [False, True])
async def test_what_those_who_are_spared_said_is_never_removed(work: Work, *, restarted: bool) -> None:
    await members.set_status(work, chat_id=HOME, user_id=ADA, status="administrator", at=AT)
    await judged(work, said(1, by=ADA), said(2, by=ADA), said(3, by=ADA), said(4), said(5))
    if restarted:
        work.cache.clear()
    assert (await judged(work, said(6)))[6].also == (4, 5)


async def test_an_edit_is_not_kept_as_another(work: Work) -> None:
    edited = Message(**{name: getattr(said(1), name) for name in Message.__struct_fields__} | {"edited": True})
    assert await judged(work, said(1), edited, said(2)) == {}


async def test_a_rule_switched_off_hears_nothing(work: Work) -> None:
    off = {HOME: ChatSettings.model_validate({"rules": {"repeats": {"mode": "off"}, "flood": {"mode": "off"}}})}
    await judge_all(work, [said(1), said(2), said(3)], settings=off)
    assert work.cache.get("recent texts") is None
