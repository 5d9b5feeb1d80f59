"""When a chat's administrators were last read from Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from models.tables import chats

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def read_at(work: Work, chat_id: int) -> datetime | None:
    """The instant of the last reading, or None when there was none."""
    found: datetime | None = (
        await work.connection.execute(select(chats.c.administrators_at).where(chats.c.chat_id == chat_id))
    ).scalar_one_or_none()
    return found


async def mark_read(work: Work, chat_id: int, at: datetime) -> None:
    """Keep the instant of a reading."""
    await work.connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(administrators_at=at))
