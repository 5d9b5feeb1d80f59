"""A crowd that comes in during a raid is kept like single people, with few statements."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from domain.people import Sighting
from models import entrances, members
from models.entrances import Entrance, State
from models.tables import chat_hours
from services import crowds
from services.crowds import Coming

if TYPE_CHECKING:
    from models.work import Work

CHAT = -1001
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


def coming(number: int, *, line: int | None = None) -> Coming:
    return Coming(chat_id=CHAT, who=Sighting(user_id=number, name=f"G{number}"), at=NOW, message_id=line)


async def joins(work: Work) -> int:
    return int((await work.connection.execute(select(func.sum(chat_hours.c.joins)))).scalar_one() or 0)


async def test_everybody_is_held_and_counted_once_though_told_twice(work: Work) -> None:
    await crowds.hold(work, [coming(1), coming(1, line=11), coming(2, line=12)])
    await crowds.hold(work, [coming(2), coming(3)])
    assert [entrance.user_id for entrance in await entrances.held(work, chat_id=CHAT, limit=9)] == [1, 2, 3]
    assert await joins(work) == 3
    assert sorted(await entrances.take_join_messages(work, chat_id=CHAT, limit=9)) == [11, 12]
    assert await entrances.take_join_messages(work, chat_id=CHAT, limit=9) == []


async def test_who_has_shown_who_they_are_is_not_held(work: Work) -> None:
    await entrances.put(work, Entrance(chat_id=CHAT, user_id=1, state=State.PASSED, joined_at=NOW))
    await crowds.hold(work, [coming(1)])
    assert await entrances.held(work, chat_id=CHAT, limit=9) == []


async def test_a_mute_is_not_forgotten(work: Work) -> None:
    muted = Entrance(chat_id=CHAT, user_id=1, state=State.PENDING, joined_at=NOW, muted=True)
    await entrances.put(work, muted)
    await crowds.hold(work, [coming(1)])
    (held,) = await entrances.held(work, chat_id=CHAT, limit=9)
    assert held.muted


async def test_who_left_and_comes_again_is_there_again(work: Work) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=1, status="left", at=NOW - timedelta(hours=1))
    await crowds.hold(work, [coming(1)])
    member = await members.find(work, chat_id=CHAT, user_id=1)
    assert member is not None
    assert (member.status, member.joined_at) == ("member", NOW)
