"""The audit: who did what to whom in a chat, and by which rule. Rows are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.tables import audit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from models.work import Work

SILENCING = ("mute", "kick", "ban")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One deed. `day` is the chat's local date, `actor_id` None when a rule acted by itself or nobody is known."""

    chat_id: int
    entry_id: int
    at: datetime
    day: date
    actor_id: int | None
    action: str
    target_id: int | None
    rule: str | None
    message_id: int | None
    details: Mapping[str, str | int | bool | None]


async def add(
    work: Work,
    *,
    chat_id: int,
    day: date,
    at: datetime,
    actor_id: int | None,
    action: str,
    target_id: int | None = None,
    rule: str | None = None,
    message_id: int | None = None,
    details: Mapping[str, str | int | bool | None] | None = None,
) -> None:
    """Write one deed down."""
    await work.connection.execute(
        audit.insert().values(
            chat_id=chat_id,
            entry_id=work.identifiers.next(at),
            at=at,
            day=day,
            actor_id=actor_id,
            action=action,
            target_id=target_id,
            rule=rule,
            message_id=message_id,
            details=dict(details or {}),
        )
    )


async def is_settled(
    work: Work, *, chat_id: int, target_id: int | None, message_id: int, written_at: datetime, since: date
) -> bool:
    """Whether a message was dealt with already, or written before its author was muted, kicked or banned.

    Looks at what was done since that local day.
    """
    removed_later = audit.c.action.in_(SILENCING) & (audit.c.at >= written_at)
    rows = await work.connection.execute(
        select(audit.c.entry_id)
        .where(
            audit.c.chat_id == chat_id,
            audit.c.day >= since,
            audit.c.target_id == target_id,
            removed_later | (audit.c.message_id == message_id) & audit.c.rule.is_not(None),
        )
        .limit(1)
    )
    return rows.first() is not None


async def of_chat(work: Work, chat_id: int, *, since: date) -> list[Entry]:
    """What was done in a chat from a local day on, oldest first."""
    rows = await work.connection.execute(
        select(audit).where(audit.c.chat_id == chat_id, audit.c.day >= since).order_by(audit.c.entry_id)
    )
    return [Entry(**row) for row in rows.mappings()]
