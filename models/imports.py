"""How far each export was taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.tables import imports

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Entries taken over of one file into one chat, up to which byte."""

    chat_id: int
    fingerprint: str
    entries: int = 0
    byte_offset: int = 0
    finished: bool = False


async def find(work: Work, *, chat_id: int, fingerprint: str) -> Progress:
    """How far this file went into this chat; nothing when it is new."""
    row = (
        await work.connection.execute(
            select(imports).where(imports.c.chat_id == chat_id, imports.c.fingerprint == fingerprint)
        )
    ).one_or_none()
    if row is None:
        return Progress(chat_id=chat_id, fingerprint=fingerprint)
    return Progress(
        chat_id=chat_id,
        fingerprint=fingerprint,
        entries=row.messages,
        byte_offset=row.byte_offset,
        finished=row.finished,
    )


async def put(work: Work, progress: Progress, *, now: datetime) -> None:
    """Keep how far it went."""
    values = {
        "messages": progress.entries,
        "byte_offset": progress.byte_offset,
        "finished": progress.finished,
        "changed_at": now,
    }
    statement = work.insert(imports).values(chat_id=progress.chat_id, fingerprint=progress.fingerprint, **values)
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "fingerprint"], set_=values)
    )
