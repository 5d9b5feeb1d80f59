"""Reported messages: one row each, and one for every member who reported it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from models.tables import complainants, complaints

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Complaint:
    """A reported message: whose it is, where and when it was written, and what was decided, once it is."""

    chat_id: int
    message_id: int
    at: datetime
    target_id: int
    target_name: str
    written_at: datetime
    is_channel: bool = False
    thread_id: int | None = None
    decision: str | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Complainant:
    """Somebody who reported a message, and why."""

    reporter_id: int
    name: str
    reason: str
    at: datetime


async def find(work: Work, *, chat_id: int, message_id: int) -> Complaint | None:
    """The complaint about a message, when there is one."""
    rows = await work.connection.execute(
        select(complaints).where(complaints.c.chat_id == chat_id, complaints.c.message_id == message_id)
    )
    row = rows.one_or_none()
    return None if row is None else Complaint(**row._mapping)  # noqa: SLF001 - its public name


async def open_one(work: Work, complaint: Complaint) -> None:
    """Write a complaint down, unless its message has one."""
    values = {name: getattr(complaint, name) for name in Complaint.__dataclass_fields__}
    statement = work.insert(complaints).values(values)
    await work.connection.execute(statement.on_conflict_do_nothing(index_elements=["chat_id", "message_id"]))


async def join(work: Work, *, chat_id: int, message_id: int, complainant: Complainant) -> bool:
    """Somebody reports a message. False when they had."""
    statement = work.insert(complainants).values(
        chat_id=chat_id,
        message_id=message_id,
        reporter_id=complainant.reporter_id,
        name=complainant.name,
        reason=complainant.reason,
        at=complainant.at,
    )
    written = await work.connection.execute(
        statement.on_conflict_do_nothing(index_elements=["chat_id", "message_id", "reporter_id"]).returning(
            complainants.c.reporter_id
        )
    )
    return written.first() is not None


async def complainants_of(work: Work, *, chat_id: int, message_id: int) -> list[Complainant]:
    """Everybody who reported a message, the first one first."""
    rows = await work.connection.execute(
        select(complainants.c.reporter_id, complainants.c.name, complainants.c.reason, complainants.c.at)
        .where(complainants.c.chat_id == chat_id, complainants.c.message_id == message_id)
        .order_by(complainants.c.at, complainants.c.reporter_id)
    )
    return [Complainant(**row._mapping) for row in rows]  # noqa: SLF001 - its public name


async def count_since(work: Work, *, chat_id: int, reporter_id: int, since: datetime) -> int:
    """How many messages somebody has reported since then."""
    wanted = (
        complainants.c.chat_id == chat_id,
        complainants.c.reporter_id == reporter_id,
        complainants.c.at > since,
    )
    rows = await work.connection.execute(select(func.count()).select_from(complainants).where(*wanted))
    return int(rows.scalar_one())


async def decide(work: Work, *, chat_id: int, message_id: int, decision: str, by: int | None, at: datetime) -> bool:
    """Let a decision stand. False when there was one before."""
    done = await work.connection.execute(
        update(complaints)
        .where(complaints.c.chat_id == chat_id, complaints.c.message_id == message_id, complaints.c.decision.is_(None))
        .values(decision=decision, decided_by=by, decided_at=at)
    )
    return bool(done.rowcount)
