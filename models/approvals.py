"""Whom managers have approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.tables import members, people

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """Somebody approved, by whom (None: nobody known) and when."""

    user_id: int
    name: str
    by: int | None
    at: datetime


async def of_chat(work: Work, chat_id: int) -> list[Approval]:
    """Everybody approved in a chat, the newest first."""
    rows = await work.connection.execute(
        select(members.c.user_id, people.c.name, members.c.approved_by, members.c.approved_at)
        .join_from(members, people, members.c.user_id == people.c.user_id, isouter=True)
        .where(members.c.chat_id == chat_id, members.c.approved_at.is_not(None))
        .order_by(members.c.approved_at.desc(), members.c.user_id)
    )
    return [
        Approval(user_id=row.user_id, name=row.name or str(row.user_id), by=row.approved_by, at=row.approved_at)
        for row in rows
    ]
