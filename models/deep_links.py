"""One-time links into private chat, and which group each person manages there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from models.tables import connections, deep_links

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What a link that was used up led to: its chat, and what it was about there."""

    chat_id: int
    subject: int | None


async def add(
    work: Work,
    *,
    token_hash: str,
    chat_id: int,
    user_id: int | None,
    purpose: str,
    expires_at: datetime,
    subject: int | None = None,
) -> None:
    """Remember a link, for one person or for whoever has it."""
    await work.connection.execute(
        work.insert(deep_links).values(
            token_hash=token_hash,
            chat_id=chat_id,
            user_id=user_id,
            purpose=purpose,
            expires_at=expires_at,
            subject=subject,
        )
    )


async def take(work: Work, *, token_hash: str, user_id: int, purpose: str, now: datetime) -> Taken | None:
    """Use a link up and return what it leads to; None when it is unknown, used, expired or another person's."""
    taken = await work.connection.execute(
        update(deep_links)
        .where(
            deep_links.c.token_hash == token_hash,
            deep_links.c.purpose == purpose,
            deep_links.c.used_at.is_(None),
            deep_links.c.expires_at > now,
            or_(deep_links.c.user_id.is_(None), deep_links.c.user_id == user_id),
        )
        .values(used_at=now)
        .returning(deep_links.c.chat_id, deep_links.c.subject)
    )
    row = taken.one_or_none()
    return None if row is None else Taken(chat_id=row.chat_id, subject=row.subject)


async def remove_expired(work: Work, *, now: datetime) -> None:
    """Forget links that nobody can use any more."""
    await work.connection.execute(delete(deep_links).where(deep_links.c.expires_at <= now))


async def connect(work: Work, *, user_id: int, chat_id: int, at: datetime) -> None:
    """A person's private chat is about this group from now on."""
    new = {"chat_id": chat_id, "connected_at": at}
    statement = work.insert(connections).values(user_id=user_id, **new)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["user_id"], set_=new))


async def disconnect(work: Work, *, user_id: int) -> None:
    """A person's private chat is about no group."""
    await work.connection.execute(delete(connections).where(connections.c.user_id == user_id))


async def connected(work: Work, *, user_id: int) -> int | None:
    """The group a person's private chat is about."""
    found = await work.connection.execute(select(connections.c.chat_id).where(connections.c.user_id == user_id))
    return found.scalar_one_or_none()
