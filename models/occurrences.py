"""Times at which schedules happened, or were too late to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from models.tables import occurrences, outbox

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from models.work import Work


class Outcome(StrEnum):
    """What became of an occurrence before anything was sent."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """An occurrence somebody took; unique by schedule, local date and slot."""

    chat_id: int
    schedule_id: int
    local_date: date
    slot: str
    due_at: datetime
    taken_at: datetime
    state: Outcome


async def add(work: Work, rows: Sequence[Taken]) -> list[tuple[date, str]]:
    """Write occurrences of one schedule that were not there, and tell which they are."""
    if not rows:
        return []
    values = [{name: getattr(row, name) for name in Taken.__slots__} for row in rows]
    result = await work.connection.execute(
        work.insert(occurrences)
        .values(values)
        .on_conflict_do_nothing()
        .returning(occurrences.c.local_date, occurrences.c.slot)
    )
    return [(row.local_date, row.slot) for row in result]


async def mark(work: Work, *, chat_id: int, schedule_id: int, local_date: date, slot: str, state: Outcome) -> None:
    """Change what became of one."""
    await work.connection.execute(
        update(occurrences)
        .where(
            occurrences.c.chat_id == chat_id,
            occurrences.c.schedule_id == schedule_id,
            occurrences.c.local_date == local_date,
            occurrences.c.slot == slot,
        )
        .values(state=state)
    )


async def latest(work: Work, chat_id: int) -> dict[int, Taken]:
    """The last occurrence of each of the chat's schedules, by number."""
    rank = (
        func.row_number()
        .over(
            partition_by=occurrences.c.schedule_id,
            order_by=(occurrences.c.due_at.desc(), occurrences.c.slot.desc()),
        )
        .label("rank")
    )
    ranked = select(occurrences, rank).where(occurrences.c.chat_id == chat_id).subquery()
    rows = await work.connection.execute(select(ranked).where(ranked.c.rank == 1))
    return {
        row.schedule_id: Taken(
            chat_id=row.chat_id,
            schedule_id=row.schedule_id,
            local_date=row.local_date,
            slot=row.slot,
            due_at=row.due_at,
            taken_at=row.taken_at,
            state=Outcome(row.state),
        )
        for row in rows
    }


async def deliveries(work: Work, *, chat_id: int, keys: Collection[str]) -> dict[str, str]:
    """States of the chat's outbox rows by key."""
    if not keys:
        return {}
    rows = await work.connection.execute(
        select(outbox.c.key, outbox.c.state).where(outbox.c.chat_id == chat_id, outbox.c.key.in_(keys))
    )
    return {row.key: row.state for row in rows}
