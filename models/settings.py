"""What a chat has set otherwise than the defaults, by dotted path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from models.tables import chat_settings

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def overrides(work: Work, chat_id: int) -> dict[str, object]:
    """Every override of the chat."""
    rows = await work.connection.execute(
        select(chat_settings.c.path, chat_settings.c.value).where(chat_settings.c.chat_id == chat_id)
    )
    return {row.path: row.value for row in rows}


async def put(work: Work, *, chat_id: int, path: str, value: object, by: int | None, at: datetime) -> None:
    """Set one override; a JSON value."""
    new = {"value": value, "changed_by": by, "changed_at": at}
    statement = work.insert(chat_settings).values(chat_id=chat_id, path=path, **new)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id", "path"], set_=new))


async def remove(work: Work, *, chat_id: int, path: str) -> None:
    """Take one override away, so that the default holds again."""
    await work.connection.execute(
        delete(chat_settings).where(chat_settings.c.chat_id == chat_id, chat_settings.c.path == path)
    )
