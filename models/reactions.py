"""Who reacted to what, by the newest event; roll-ups are corrected by the difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from models.tables import reactions

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from sqlalchemy import Row

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaction:
    """One person's reaction to one message: given or withdrawn, as of `at`, on local `day`."""

    chat_id: int
    message_id: int
    user_id: int
    given: bool
    author_id: int | None
    day: date
    at: datetime


OWN = select(reactions).where(
    reactions.c.chat_id == bindparam("chat"),
    reactions.c.message_id == bindparam("message"),
    reactions.c.user_id == bindparam("user"),
)
EARLY = select(reactions).where(
    reactions.c.chat_id == bindparam("chat"),
    reactions.c.message_id.in_(bindparam("ids", expanding=True)),
    reactions.c.author_id.is_(None),
    reactions.c.given == 1,
)


async def find(work: Work, *, chat_id: int, message_id: int, user_id: int) -> Reaction | None:
    """What is kept of this person's reaction to this message."""
    rows = await work.connection.execute(OWN, {"chat": chat_id, "message": message_id, "user": user_id})
    row = rows.one_or_none()
    return None if row is None else _reaction(row)


async def without_author(work: Work, keys: Collection[tuple[int, int]]) -> list[Reaction]:
    """Given reactions to these (chat_id, message_id) that came before their message."""
    by_chat: dict[int, list[int]] = {}
    for chat_id, message_id in keys:
        by_chat.setdefault(chat_id, []).append(message_id)
    return [
        _reaction(row)
        for chat_id, ids in by_chat.items()
        for row in await work.connection.execute(EARLY, {"chat": chat_id, "ids": ids})
    ]


def _reaction(row: Row[*tuple[Any, ...]]) -> Reaction:
    return Reaction(
        chat_id=row.chat_id,
        message_id=row.message_id,
        user_id=row.user_id,
        given=bool(row.given),
        author_id=row.author_id,
        day=row.day,
        at=row.at,
    )


async def put(work: Work, reaction: Reaction) -> None:
    """Keep a reaction over whatever stood there."""
    changes = {
        "given": int(reaction.given),
        "author_id": reaction.author_id,
        "day": reaction.day,
        "at": reaction.at,
    }
    statement = work.insert(reactions).values(
        chat_id=reaction.chat_id, message_id=reaction.message_id, user_id=reaction.user_id, **changes
    )
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "message_id", "user_id"], set_=changes)
    )


async def name_author(work: Work, *, chat_id: int, message_id: int, author_id: int) -> None:
    """Say who wrote a message that was reacted to before it arrived."""
    await work.connection.execute(
        update(reactions)
        .where(reactions.c.chat_id == chat_id, reactions.c.message_id == message_id)
        .values(author_id=author_id)
    )
