"""Who carries the chat is marked once a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from models import members, tables
from services import proven
from tests.village import ANN, BOB, CAT, CHAT, TUESDAY, at, put, settle

if TYPE_CHECKING:
    from models.work import Work

RESPONDING = range(21, 27)


async def carry(work: Work, user_id: int, *, days: int, people: int) -> None:
    """Somebody is active for days on end and others respond."""
    for back in range(1, days + 1):
        day: date = TUESDAY - timedelta(days=back)
        await put(work, tables.member_days, {"day": day, "user_id": user_id, "messages": 5})
    for other in RESPONDING[:people]:
        day = TUESDAY - timedelta(days=1)
        await put(work, tables.pair_days, {"day": day, "from_user": other, "to_user": user_id, "replies": 1})


async def marked(work: Work) -> list[int]:
    found = await members.find_many(work, [(CHAT, user_id) for user_id in (ANN, BOB, CAT)])
    return [member.user_id for member in found.values() if member.proven]


async def test_the_best_in_a_hundred_with_enough_behind_it_is_proven(work: Work) -> None:
    await settle(work)
    await carry(work, ANN, days=9, people=6)
    await carry(work, BOB, days=9, people=5)
    await proven.mark_proven(work, now=at(9))
    assert await marked(work) == [ANN]


async def test_nobody_is_on_little(work: Work) -> None:
    await settle(work)
    await carry(work, ANN, days=7, people=6)
    await carry(work, BOB, days=9, people=4)
    await proven.mark_proven(work, now=at(9))
    assert await marked(work) == []


async def test_who_no_longer_is_loses_the_mark_the_next_day(work: Work) -> None:
    await settle(work)
    await members.mark_proven(work, chat_id=CHAT, user_ids=[CAT])
    await carry(work, ANN, days=9, people=6)
    await proven.mark_proven(work, now=at(9))
    assert await marked(work) == [ANN]
    await members.mark_proven(work, chat_id=CHAT, user_ids=[])
    await proven.mark_proven(work, now=at(20))
    assert await marked(work) == []
    await proven.mark_proven(work, now=at(9) + timedelta(days=1))
    assert await marked(work) == [ANN]
