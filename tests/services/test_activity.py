"""Recording of messages and reactions: each counted once, in any order, to the right people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from domain.messages import Message, Origin
from domain.people import Sighting
from models.tables import chat_hours, member_days, members, pair_days
from services.activity import Heard, edit, record

if TYPE_CHECKING:
    from models.work import Work

CHAT = -1001
DAY = date(2026, 7, 14)
AT = datetime(2026, 7, 14, 9, 30, tzinfo=UTC)
ANN, BEN = 11, 12
NAMES = {ANN: Sighting(user_id=ANN, name="Ann", username="Ann_Lee"), BEN: Sighting(user_id=BEN, name="Ben")}


def heard(message_id: int, sender: int, text: str = "hello", **more: Any) -> Heard:  # noqa: ANN401 - fields of Message, whatever their types
    message = Message(
        chat_id=CHAT,
        message_id=message_id,
        at=AT + timedelta(seconds=message_id),
        origin=Origin.MEMBER,
        sender_id=sender,
        sender_name=NAMES[sender].name,
        text=text,
    )
    return Heard(message=replace(message, **more), sender=NAMES[sender], day=DAY, hour=9, keeps_text=True)


async def day_of(work: Work, user_id: int) -> dict[str, int]:
    row = (
        (
            await work.connection.execute(
                select(member_days).where(member_days.c.user_id == user_id, member_days.c.day == DAY)
            )
        )
        .mappings()
        .one()
    )
    return {name: value for name, value in row.items() if isinstance(value, int) and value and name != "chat_id"}


async def test_a_message_counts_for_member_and_hour(work: Work) -> None:
    await record(work, [heard(1, ANN, "hello")])
    hours = (await work.connection.execute(select(chat_hours.c.hour, chat_hours.c.messages))).all()
    assert await day_of(work, ANN) == {"user_id": ANN, "messages": 1, "characters": 5}
    assert [tuple(row) for row in hours] == [(9, 1)]


async def test_the_same_message_twice_counts_once(work: Work) -> None:
    await record(work, [heard(1, ANN), heard(1, ANN)])
    assert await record(work, [heard(1, ANN)]) == set()
    assert (await day_of(work, ANN))["messages"] == 1


async def test_a_reply_credits_both_sides(work: Work) -> None:
    await record(work, [heard(1, ANN), heard(2, BEN, reply_to_message=1, reply_to_user=ANN)])
    pair = (await work.connection.execute(select(pair_days))).one()
    assert (await day_of(work, ANN))["replies_received"] == 1
    assert (await day_of(work, BEN))["replies_sent"] == 1
    assert (pair.from_user, pair.to_user, pair.replies) == (BEN, ANN, 1)


async def test_a_mention_counts_once_its_name_was_seen(work: Work) -> None:
    await record(
        work,
        [heard(1, BEN, mentioned_names=("ann_lee",)), heard(2, ANN), heard(3, BEN, mentioned_names=("ann_lee",))],
    )
    assert (await day_of(work, ANN))["mentions_received"] == 1


async def test_mentions_do_not_depend_on_how_messages_are_batched(work: Work) -> None:
    for item in (
        heard(1, BEN, mentioned_names=("ann_lee",)),
        heard(2, ANN),
        heard(3, BEN, mentioned_names=("ann_lee",)),
    ):
        await record(work, [item])
    assert (await day_of(work, ANN))["mentions_received"] == 1


@pytest.mark.parametrize("origin", [Origin.BOT, Origin.ANONYMOUS_ADMIN, Origin.CHANNEL, Origin.LINKED_CHANNEL])
async def test_who_is_no_member_is_not_counted(work: Work, origin: Origin) -> None:
    await record(work, [heard(1, ANN, origin=origin)])
    assert (await work.connection.execute(select(member_days))).all() == []
    assert (await work.connection.execute(select(members))).all() == []


async def test_an_edit_counts_nothing(work: Work) -> None:
    item = heard(1, ANN)
    await record(work, [item])
    await edit(work, replace(item.message, text="changed"), at=AT, keeps_text=True)
    assert (await day_of(work, ANN))["messages"] == 1
