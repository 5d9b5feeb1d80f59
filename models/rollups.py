"""Roll-ups: counts per member-day, chat-hour and pair-day, added to and never recounted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from models import bulk
from models.tables import chat_hours, member_days, pair_days
from models.work import Insert, insert_into

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Table

    from models.work import Work

MEMBER_COUNTS = (
    "messages",
    "characters",
    "replies_sent",
    "replies_received",
    "mentions_sent",
    "mentions_received",
    "reactions_given",
    "reactions_received",
    "activities",
)
HOUR_COUNTS = ("messages", "joins", "leaves", "reactions")
PAIR_COUNTS = ("replies", "mentions", "reactions")


@dataclass(slots=True)
class Counts:
    """Increments gathered in memory, written with one statement a table."""

    members: dict[tuple[int, date, int], Counter[str]] = field(default_factory=dict)
    hours: dict[tuple[int, date, int], Counter[str]] = field(default_factory=dict)
    pairs: dict[tuple[int, date, int, int], Counter[str]] = field(default_factory=dict)

    def member(self, chat_id: int, day: date, user_id: int) -> Counter[str]:
        """Increments of one member's day."""
        return self.members.setdefault((chat_id, day, user_id), Counter())

    def hour(self, chat_id: int, day: date, hour: int) -> Counter[str]:
        """Increments of one local hour of a chat."""
        return self.hours.setdefault((chat_id, day, hour), Counter())

    def pair(self, chat_id: int, day: date, from_user: int, to_user: int) -> Counter[str]:
        """Increments of what one member did towards another on a day."""
        return self.pairs.setdefault((chat_id, day, from_user, to_user), Counter())


@cache
def _upsert(table: Table, counts: tuple[str, ...], *, sqlite_dialect: bool) -> Insert:
    statement = insert_into(table, sqlite_dialect=sqlite_dialect)
    return statement.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={name: table.c[name] + statement.excluded[name] for name in counts},
    )


Key = TypeVar("Key", bound="tuple[int | date, ...]")


async def _write(work: Work, table: Table, counts: tuple[str, ...], increments: Mapping[Key, Counter[str]]) -> None:
    columns = (*(column.name for column in table.primary_key), *counts)
    rows: list[tuple[object, ...]] = []
    for key in sorted(increments):
        counter = increments[key]
        if any(counter.values()):
            rows.append((*key, *[counter[name] for name in counts]))
    await bulk.write(work, _upsert(table, counts, sqlite_dialect=work.is_sqlite), columns, rows)


async def add(work: Work, counts: Counts) -> None:
    """Add increments to what is there."""
    await _write(work, member_days, MEMBER_COUNTS, counts.members)
    await _write(work, chat_hours, HOUR_COUNTS, counts.hours)
    await _write(work, pair_days, PAIR_COUNTS, counts.pairs)


async def add_activity(work: Work, *, chat_id: int, day: date, user_id: int) -> None:
    """One activity joined by a member on a local day."""
    counts = Counts()
    counts.member(chat_id, day, user_id)["activities"] += 1
    await add(work, counts)
