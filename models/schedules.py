"""Schedules of chats: rows that say when something happens next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from models.tables import chats, occurrences, schedules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import RowMapping

    from models.work import Work

Content = dict[str, str | int | bool | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """One schedule. `next_at` is None when it will not happen again; `content` belongs to its kind."""

    chat_id: int
    schedule_id: int
    kind: str
    cron: str
    timezone: str
    grace: timedelta
    next_at: datetime | None
    created_at: datetime
    enabled: bool = True
    created_by: int | None = None
    content: Content = field(default_factory=dict)


def _schedule(row: RowMapping) -> Schedule:
    values = {name: row[name] for name in Schedule.__slots__ if name != "grace"}
    return Schedule(grace=timedelta(seconds=row["grace_seconds"]), **values)


def _values(schedule: Schedule) -> Mapping[str, object]:
    values = {name: getattr(schedule, name) for name in Schedule.__slots__ if name != "grace"}
    return values | {"grace_seconds": int(schedule.grace.total_seconds())}


async def add(work: Work, schedule: Schedule) -> None:
    """Write a schedule under a number that is free."""
    await work.connection.execute(schedules.insert().values(**_values(schedule)))


async def put(work: Work, schedule: Schedule) -> None:
    """Write the schedule, over the one with the same number."""
    values = _values(schedule)
    keys = ("chat_id", "schedule_id")
    await work.connection.execute(
        work.insert(schedules)
        .values(**values)
        .on_conflict_do_update(
            index_elements=keys, set_={name: value for name, value in values.items() if name not in keys}
        )
    )


async def find(work: Work, *, chat_id: int, schedule_id: int) -> Schedule | None:
    """The chat's schedule with this number."""
    result = await work.connection.execute(
        select(schedules).where(schedules.c.chat_id == chat_id, schedules.c.schedule_id == schedule_id)
    )
    row = result.mappings().one_or_none()
    return None if row is None else _schedule(row)


async def of_chat(work: Work, chat_id: int) -> list[Schedule]:
    """The chat's schedules by number."""
    result = await work.connection.execute(
        select(schedules).where(schedules.c.chat_id == chat_id).order_by(schedules.c.schedule_id)
    )
    return [_schedule(row) for row in result.mappings()]


async def next_number(work: Work, chat_id: int) -> int:
    """A number no schedule of the chat ever happened under."""
    highest = 0
    for table in (schedules, occurrences):
        found = await work.connection.execute(select(func.max(table.c.schedule_id)).where(table.c.chat_id == chat_id))
        highest = max(highest, found.scalar_one() or 0)
    return highest + 1


async def due(work: Work, *, now: datetime, limit: int) -> list[Schedule]:
    """What is due in active chats, longest due first; no other process gets the same until this work ends."""
    result = await work.connection.execute(
        select(schedules)
        .join(chats, chats.c.chat_id == schedules.c.chat_id)
        .where(schedules.c.next_at <= now, schedules.c.enabled, chats.c.state == "active")
        .order_by(schedules.c.next_at, schedules.c.chat_id, schedules.c.schedule_id)
        .limit(limit)
        .with_for_update(of=schedules, skip_locked=True)
    )
    return [_schedule(row) for row in result.mappings()]


async def groups_without(work: Work, schedule_id: int, *, limit: int) -> list[int]:
    """Active groups that have no schedule of this number."""
    has_one = select(schedules.c.chat_id).where(
        schedules.c.chat_id == chats.c.chat_id, schedules.c.schedule_id == schedule_id
    )
    result = await work.connection.execute(
        select(chats.c.chat_id)
        .where(chats.c.kind.in_(("group", "supergroup")), chats.c.state == "active", ~has_one.exists())
        .order_by(chats.c.chat_id)
        .limit(limit)
    )
    return list(result.scalars())


async def advance(work: Work, *, chat_id: int, schedule_id: int, next_at: datetime | None) -> None:
    """Set when it happens next."""
    await work.connection.execute(
        update(schedules)
        .where(schedules.c.chat_id == chat_id, schedules.c.schedule_id == schedule_id)
        .values(next_at=next_at)
    )


async def remove(work: Work, *, chat_id: int, schedule_id: int) -> None:
    """Forget the schedule; that it happened stays known."""
    await work.connection.execute(
        delete(schedules).where(schedules.c.chat_id == chat_id, schedules.c.schedule_id == schedule_id)
    )
