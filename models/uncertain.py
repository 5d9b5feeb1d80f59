"""Posts of which nobody knows whether they arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from domain.deliveries import PASSING, SENDING, State
from models.tables import outbox

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work

OPEN = (State.UNCERTAIN, State.ASKED)
READ = (
    outbox.c.chat_id,
    outbox.c.row_id,
    outbox.c.tries,
    outbox.c.purpose,
    outbox.c.parameters,
    outbox.c.settled_at,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """A post, its text as HTML; `tries` counts how often it was sent."""

    chat_id: int
    row_id: int
    tries: int
    purpose: str
    markup: str
    at: datetime


def _post(row: Row[*tuple[Any, ...]]) -> Post:
    return Post(
        chat_id=row.chat_id,
        row_id=row.row_id,
        tries=row.tries,
        purpose=row.purpose,
        markup=str(row.parameters.get("text", row.parameters.get("caption", ""))),
        at=row.settled_at,
    )


async def unasked(work: Work, *, since: datetime, limit: int) -> list[Post]:
    """Posts uncertain since then that nobody was asked about; words of the moment are left out."""
    statement = (
        select(*READ)
        .where(outbox.c.state == State.UNCERTAIN, outbox.c.method.in_(SENDING), outbox.c.purpose.not_in(PASSING))
        .where(outbox.c.settled_at >= since)
        .order_by(outbox.c.row_id)
        .limit(limit)
    )
    return [_post(row) for row in await work.connection.execute(statement)]


async def mark_asked(work: Work, post: Post) -> None:
    """Somebody was asked about the post."""
    wanted = _row(post.chat_id, post.row_id) & (outbox.c.state == State.UNCERTAIN)
    await work.connection.execute(update(outbox).where(wanted).values(state=State.ASKED))


async def send_again(work: Work, *, chat_id: int, row_id: int, now: datetime) -> Post | None:
    """Make the post due once more. None when it was settled before."""
    return await _decide(work, chat_id, row_id, {"state": State.DUE, "due_at": now, "expires_at": None})


async def mark_arrived(work: Work, *, chat_id: int, row_id: int, now: datetime) -> Post | None:
    """Somebody saw the post. None when it was settled before."""
    return await _decide(work, chat_id, row_id, {"state": State.SENT, "settled_at": now})


async def _decide(work: Work, chat_id: int, row_id: int, values: dict[str, object]) -> Post | None:
    wanted = _row(chat_id, row_id) & outbox.c.state.in_(OPEN)
    changed = await work.connection.execute(update(outbox).where(wanted).values(values).returning(*READ))
    row = changed.one_or_none()
    return None if row is None else _post(row)


def _row(chat_id: int, row_id: int) -> ColumnElement[bool]:
    return (outbox.c.chat_id == chat_id) & (outbox.c.row_id == row_id)
