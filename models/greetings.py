"""What a chat greets with, by kind and language; the empty language is for everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from domain.entrance.greetings import Greeting
from models.tables import greetings

if TYPE_CHECKING:
    from datetime import datetime

    from domain.entrance.greetings import GreetingKind
    from models.work import Work


async def put(
    work: Work, *, chat_id: int, kind: GreetingKind, language: str, greeting: Greeting, by: int | None, at: datetime
) -> None:
    """Keep a text over the one before."""
    new = {
        "html": greeting.html,
        "media_kind": greeting.media_kind,
        "file_id": greeting.file_id,
        "changed_by": by,
        "changed_at": at,
    }
    statement = work.insert(greetings).values(chat_id=chat_id, kind=kind, language=language, **new)
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "kind", "language"], set_=new)
    )


async def remove(work: Work, *, chat_id: int, kind: GreetingKind) -> None:
    """Forget a chat's texts of a kind, in all languages."""
    await work.connection.execute(delete(greetings).where(greetings.c.chat_id == chat_id, greetings.c.kind == kind))


async def by_language(work: Work, *, chat_id: int, kind: GreetingKind) -> dict[str, Greeting]:
    """A chat's texts of a kind."""
    wanted = (greetings.c.chat_id == chat_id, greetings.c.kind == kind)
    return {
        row.language: Greeting(html=row.html, media_kind=row.media_kind, file_id=row.file_id or "")
        for row in await work.connection.execute(select(greetings).where(*wanted))
    }
