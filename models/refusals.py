"""Calls that Telegram refused for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from domain.deliveries import RIGHT_FOR, State
from models.outbox import LONG_QUEUE
from models.tables import outbox

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """A kind of call that a chat refused, and Telegram's reason."""

    chat_id: int
    method: str
    error: str


async def since(work: Work, instant: datetime) -> list[Refused]:
    """What was refused since then of all that takes a right, each kind and reason once a chat."""
    statement = (
        select(outbox.c.chat_id, outbox.c.method, outbox.c.error)
        .where(
            outbox.c.state == State.FAILED,
            outbox.c.method.in_(RIGHT_FOR),
            # What is settled now was due not long ago, as a rule; the index knows only that.
            outbox.c.due_at > instant - LONG_QUEUE,
            outbox.c.settled_at > instant,
        )
        .distinct()
        .order_by(outbox.c.chat_id, outbox.c.method, outbox.c.error)
    )
    rows = await work.connection.execute(statement)
    return [Refused(chat_id=row.chat_id, method=row.method, error=row.error or "") for row in rows]
