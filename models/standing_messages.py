"""Messages of the bot that stand in a chat under a name until the next of that name comes or they are taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from models.tables import standing_messages

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def put(work: Work, *, chat_id: int, place: str, message_id: int, now: datetime) -> int | None:
    """Let a message stand there; the one that stood there before."""
    wanted = (standing_messages.c.chat_id == chat_id, standing_messages.c.place == place)
    former = (await work.connection.execute(select(standing_messages.c.message_id).where(*wanted))).scalar_one_or_none()
    new = {"message_id": message_id, "placed_at": now}
    statement = work.insert(standing_messages).values(chat_id=chat_id, place=place, **new)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id", "place"], set_=new))
    return former


async def take(work: Work, *, chat_id: int, place: str) -> int | None:
    """The message that stands there, which does so no longer."""
    wanted = (standing_messages.c.chat_id == chat_id, standing_messages.c.place == place)
    statement = delete(standing_messages).where(*wanted).returning(standing_messages.c.message_id)
    taken: int | None = (await work.connection.execute(statement)).scalar_one_or_none()
    return taken


async def prune(work: Work, *, before: datetime) -> int:
    """Forget what was placed before: Telegram lets nobody delete it any more."""
    statement = delete(standing_messages).where(standing_messages.c.placed_at < before)
    return int((await work.connection.execute(statement)).rowcount)
