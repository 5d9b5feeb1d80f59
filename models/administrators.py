"""When a chat's administrators were last read from Telegram, and which of them are anonymous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from models.tables import chats

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from models.work import Work


async def read_at(work: Work, chat_id: int) -> datetime | None:
    """The instant of the last reading, or None when there was none."""
    found: datetime | None = (
        await work.connection.execute(select(chats.c.administrators_at).where(chats.c.chat_id == chat_id))
    ).scalar_one_or_none()
    return found


async def anonymous(work: Work, chat_id: int) -> frozenset[int]:
    """Those who wished not to be named, at the last reading."""
    found: list[int] | None = (
        await work.connection.execute(select(chats.c.administrators_hidden).where(chats.c.chat_id == chat_id))
    ).scalar_one_or_none()
    return frozenset(found or ())


async def mark_read(work: Work, chat_id: int, at: datetime, *, anonymous: Iterable[int] = ()) -> None:
    """Keep the instant of a reading, and who wished not to be named."""
    read = {"administrators_at": at, "administrators_hidden": sorted(anonymous)}
    await work.connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(**read))
