"""Daily check-ins: one row a member and local day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from models.tables import checkins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A member's streak as it stands."""

    user_id: int
    streak: int


async def add(work: Work, *, chat_id: int, user_id: int, day: date, streak: int, at: datetime) -> bool:
    """Keep a check-in; False when the member has one that day."""
    result = await work.connection.execute(
        work.insert(checkins)
        .values(chat_id=chat_id, user_id=user_id, day=day, streak=streak, at=at)
        .on_conflict_do_nothing()
        .returning(checkins.c.day)
    )
    return result.one_or_none() is not None


async def streak_on(work: Work, *, chat_id: int, user_id: int, day: date) -> int:
    """The member's streak on that day; nought without a check-in."""
    found = await work.connection.execute(
        select(checkins.c.streak).where(
            checkins.c.chat_id == chat_id, checkins.c.user_id == user_id, checkins.c.day == day
        )
    )
    return found.scalar_one_or_none() or 0


async def days_after(work: Work, *, chat_id: int, user_id: int, day: date) -> list[date]:
    """The member's later days, in order."""
    rows = await work.connection.execute(
        select(checkins.c.day)
        .where(checkins.c.chat_id == chat_id, checkins.c.user_id == user_id, checkins.c.day > day)
        .order_by(checkins.c.day)
    )
    return [row.day for row in rows]


async def lengthen(work: Work, *, chat_id: int, user_id: int, days: Sequence[date], by: int) -> None:
    """Add to the streaks of a run of days."""
    await work.connection.execute(
        update(checkins)
        .where(
            checkins.c.chat_id == chat_id,
            checkins.c.user_id == user_id,
            checkins.c.day.between(days[0], days[-1]),
        )
        .values(streak=checkins.c.streak + by)
    )


async def total(work: Work, *, chat_id: int, user_id: int) -> int:
    """How often the member checked in."""
    found = await work.connection.execute(
        select(func.count()).where(checkins.c.chat_id == chat_id, checkins.c.user_id == user_id)
    )
    return found.scalar_one()


async def count_on(work: Work, *, chat_id: int, day: date) -> int:
    """How many checked in that day."""
    found = await work.connection.execute(
        select(func.count()).where(checkins.c.chat_id == chat_id, checkins.c.day == day)
    )
    return found.scalar_one()


async def longest_running(work: Work, *, chat_id: int, since: date, limit: int) -> list[Standing]:
    """The longest streaks that reach the day `since` or later, one a member."""
    streak = func.max(checkins.c.streak).label("streak")
    rows = await work.connection.execute(
        select(checkins.c.user_id, streak)
        .where(checkins.c.chat_id == chat_id, checkins.c.day >= since)
        .group_by(checkins.c.user_id)
        .order_by(streak.desc(), checkins.c.user_id)
        .limit(limit)
    )
    return [Standing(user_id=row.user_id, streak=row.streak) for row in rows]
