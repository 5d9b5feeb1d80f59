"""Pinned messages, as far as they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from models.tables import pins

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def add(work: Work, *, chat_id: int, message_id: int, at: datetime) -> None:
    """A message was pinned; pinned again, it is the newest."""
    statement = work.insert(pins).values(chat_id=chat_id, message_id=message_id, pinned_at=at)
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "message_id"], set_={"pinned_at": at})
    )


async def newest(work: Work, chat_id: int) -> int | None:
    """The message pinned last; what was pinned before the group became a supergroup cannot be reached."""
    rows = await work.connection.execute(
        select(pins.c.message_id)
        .where(pins.c.chat_id == chat_id, pins.c.message_id > 0)
        .order_by(pins.c.pinned_at.desc(), pins.c.message_id.desc())
        .limit(1)
    )
    return rows.scalar_one_or_none()


async def remove(work: Work, *, chat_id: int, message_id: int | None) -> None:
    """A message is pinned no longer; None for all of a chat."""
    gone = delete(pins).where(pins.c.chat_id == chat_id)
    await work.connection.execute(gone if message_id is None else gone.where(pins.c.message_id == message_id))
