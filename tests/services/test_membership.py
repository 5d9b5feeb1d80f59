"""Joins and leaves: told twice, counted once, in any order."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from domain.people import Sighting
from models import members
from models.tables import chat_hours
from services.membership import change

if TYPE_CHECKING:
    from models.work import Work

CHAT = -1001
AT = datetime(2026, 7, 14, 9, 30, tzinfo=UTC)
ANN = Sighting(user_id=11, name="Ann")


async def tell(work: Work, was: str, status: str, seconds: int = 0) -> bool:
    return await change(
        work, chat_id=CHAT, who=ANN, was=was, status=status, at=AT + timedelta(seconds=seconds), timezone="UTC"
    )


async def flow(work: Work) -> tuple[int, int]:
    sums = select(func.coalesce(func.sum(chat_hours.c.joins), 0), func.coalesce(func.sum(chat_hours.c.leaves), 0))
    joins, leaves = (await work.connection.execute(sums)).one()
    return joins, leaves


async def test_a_join_told_twice_counts_once(work: Work) -> None:
    assert await tell(work, "left", "member")
    assert not await tell(work, "left", "member")
    assert await flow(work) == (1, 0)


async def test_a_join_keeps_its_date(work: Work) -> None:
    await tell(work, "left", "member")
    member = await members.find(work, chat_id=CHAT, user_id=ANN.user_id)
    assert member is not None
    assert member.joined_at == AT


async def test_a_promotion_is_no_join(work: Work) -> None:
    assert not await tell(work, "member", "administrator")
    assert await flow(work) == (0, 0)


async def test_somebody_muted_stays_present(work: Work) -> None:
    await tell(work, "left", "member")
    await tell(work, "member", "restricted", 1)
    await tell(work, "restricted", "left", 2)
    assert await flow(work) == (1, 1)


@pytest.mark.parametrize(
    "order", list(itertools.permutations([("left", "member", 0), ("member", "left", 5), ("left", "member", 9)]))
)
async def test_the_newest_event_decides_in_any_order(work: Work, order: list[tuple[str, str, int]]) -> None:
    for was, status, seconds in order:
        await tell(work, was, status, seconds)
    member = await members.find(work, chat_id=CHAT, user_id=ANN.user_id)
    assert member is not None
    assert (member.status, member.status_at) == ("member", AT + timedelta(seconds=9))
