"""Bytes that wait to be sent with their row of the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from models.tables import attachments

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file to be sent along with a call."""

    content: bytes
    media_type: str


async def add(work: Work, *, chat_id: int, attachment_id: int, content: bytes, media_type: str, now: datetime) -> None:
    """Keep bytes for a row."""
    await work.connection.execute(
        attachments.insert().values(
            chat_id=chat_id, attachment_id=attachment_id, content=content, media_type=media_type, created_at=now
        )
    )


async def find(work: Work, *, chat_id: int, attachment_id: int) -> Attachment | None:
    """The bytes kept for a row, as long as they are."""
    wanted = (attachments.c.chat_id == chat_id, attachments.c.attachment_id == attachment_id)
    row = (await work.connection.execute(select(attachments).where(*wanted))).one_or_none()
    return None if row is None else Attachment(content=bytes(row.content), media_type=row.media_type)


async def remove(work: Work, *, chat_id: int, attachment_id: int) -> None:
    """Forget bytes whose row is settled."""
    wanted = (attachments.c.chat_id == chat_id, attachments.c.attachment_id == attachment_id)
    await work.connection.execute(delete(attachments).where(*wanted))


async def prune(work: Work, *, before: datetime) -> int:
    """Forget bytes kept before. How many there were."""
    return int((await work.connection.execute(delete(attachments).where(attachments.c.created_at < before))).rowcount)
