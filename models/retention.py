"""Removal of what is no longer kept, so many rows at a time that nobody has to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, tuple_, update

from domain.deliveries import State
from models.tables import appeals, buttons, chats, complainants, messages, outbox, tasks, updates, verdicts

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Table

    from models.work import Work

# The purpose of rows that are kept for their key alone.
EMPTIED = "emptied"
SETTLED = (State.SENT, State.FAILED, State.DROPPED)


async def remove_updates(work: Work, *, before: datetime, limit: int) -> int:
    """Forget ids of updates received before."""
    return await _remove(work, updates, updates.c.received_at < before, limit=limit)


async def remove_deliveries(work: Work, *, before: datetime, limit: int) -> int:
    """Forget outbox rows settled before; those with a key stay, as it is unique for ever (see empty_deliveries)."""
    settled = outbox.c.state.in_(SETTLED) & (outbox.c.settled_at < before)
    # The second choice of what was dropped is never due.
    forgotten = (outbox.c.state == State.HELD) & (outbox.c.created_at < before)
    old = (settled | forgotten) & outbox.c.key.is_(None)
    return await _remove(work, outbox, old, limit=limit)


async def empty_deliveries(work: Work, *, before: datetime, limit: int) -> int:
    """Forget what rows settled before have said, of those that stay for their key."""
    key = (outbox.c.chat_id, outbox.c.row_id)
    full = outbox.c.state.in_(SETTLED) & (outbox.c.settled_at < before) & (outbox.c.purpose != EMPTIED)
    chosen = select(*key).where(full, outbox.c.key.is_not(None)).limit(limit)
    emptied = update(outbox).where(tuple_(*key).in_(chosen)).values(parameters={}, purpose=EMPTIED)
    return int((await work.connection.execute(emptied)).rowcount)


async def remove_buttons(work: Work, *, before: datetime, limit: int) -> int:
    """Forget buttons made before."""
    return await _remove(work, buttons, buttons.c.created_at < before, limit=limit)


async def remove_tasks(work: Work, *, before: datetime, limit: int) -> int:
    """Forget tasks that were finished before."""
    return await _remove(work, tasks, tasks.c.finished_at < before, limit=limit)


async def _remove(work: Work, table: Table, condition: ColumnElement[bool], *, limit: int) -> int:
    key = tuple(table.primary_key.columns)
    chosen = select(*key).where(condition).limit(limit)
    done = await work.connection.execute(delete(table).where(tuple_(*key).in_(chosen)))
    return int(done.rowcount)


async def chats_of_turn(work: Work, *, turn: int, turns: int) -> list[tuple[int, datetime | None]]:
    """Chats whose turn it is, each with the instant until which its texts are removed."""
    rows = await work.connection.execute(
        select(chats.c.chat_id, chats.c.texts_removed_until)
        .where(func.abs(chats.c.chat_id) % turns == turn)
        .order_by(chats.c.chat_id)
    )
    return [(row.chat_id, row.texts_removed_until) for row in rows]


async def remove_texts(work: Work, *, chat_id: int, since: datetime | None, before: datetime, limit: int) -> datetime:
    """Forget what was said in messages, verdicts, appeals and reports, oldest first; the instant until which."""
    written = (messages.c.chat_id == chat_id) & (messages.c.sent_at < before)
    if since is not None:
        written &= messages.c.sent_at >= since
    # One more message is looked at than is emptied: it tells where to go on.
    following = await work.connection.execute(
        select(messages.c.sent_at).where(written).order_by(messages.c.sent_at).offset(limit).limit(1)
    )
    until = following.scalar_one_or_none() or before
    kept = messages.c.text.is_not(None) | messages.c.facts.is_not(None)
    emptied = update(messages).where(written, messages.c.sent_at <= until, kept)
    await work.connection.execute(emptied.values(text=None, facts=None))
    judged = update(verdicts).where(verdicts.c.chat_id == chat_id, verdicts.c.at < until, verdicts.c.text.is_not(None))
    await work.connection.execute(judged.values(text=None))
    asked = update(appeals).where(appeals.c.chat_id == chat_id, appeals.c.asked_at < until, appeals.c.words != "")
    await work.connection.execute(asked.values(words=""))
    reported = (complainants.c.chat_id == chat_id, complainants.c.at < until, complainants.c.reason != "")
    await work.connection.execute(update(complainants).where(*reported).values(reason=""))
    await work.connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(texts_removed_until=until))
    return until
