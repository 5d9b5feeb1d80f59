"""Who reacted to what, by the newest event; roll-ups are corrected by the difference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, tuple_, update

from models import bulk
from models.tables import reactions
from models.work import Insert, insert_into

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime

    from sqlalchemy import Row

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaction:
    """One person's reaction to one message: given or withdrawn, as of `at`, on local `day` and `hour`."""

    chat_id: int
    message_id: int
    user_id: int
    given: bool
    author_id: int | None
    day: date
    hour: int
    at: datetime


COLUMNS = ("chat_id", "message_id", "user_id", "given", "author_id", "day", "hour", "at")
OWN = select(reactions).where(
    tuple_(reactions.c.chat_id, reactions.c.message_id, reactions.c.user_id).in_(bindparam("keys", expanding=True))
)
EARLY = select(reactions).where(
    reactions.c.chat_id == bindparam("chat"),
    reactions.c.message_id.in_(bindparam("ids", expanding=True)),
    reactions.c.author_id.is_(None),
    reactions.c.given == 1,
)


async def find_many(work: Work, keys: Collection[tuple[int, int, int]]) -> dict[tuple[int, int, int], Reaction]:
    """What is kept, by (chat_id, message_id, user_id)."""
    rows = await work.connection.execute(OWN, {"keys": list(keys)})
    return {(row.chat_id, row.message_id, row.user_id): _reaction(row) for row in rows}


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
        hour=row.hour,
        at=row.at,
    )


@cache
def _upsert(*, sqlite_dialect: bool) -> Insert:
    statement = insert_into(reactions, sqlite_dialect=sqlite_dialect)
    return statement.on_conflict_do_update(
        index_elements=["chat_id", "message_id", "user_id"],
        set_={name: statement.excluded[name] for name in COLUMNS[3:]},
    )


async def put(work: Work, changed: Iterable[Reaction]) -> None:
    """Keep reactions over whatever stood there."""
    rows = sorted(
        (
            (one.chat_id, one.message_id, one.user_id, int(one.given), one.author_id, one.day, one.hour, one.at)
            for one in changed
        ),
        key=lambda row: row[:3],
    )
    await bulk.write(work, _upsert(sqlite_dialect=work.is_sqlite), COLUMNS, rows)


async def name_author(work: Work, *, chat_id: int, message_id: int, author_id: int) -> None:
    """Say who wrote a message that was reacted to before it arrived."""
    await work.connection.execute(
        update(reactions)
        .where(reactions.c.chat_id == chat_id, reactions.c.message_id == message_id)
        .values(author_id=author_id)
    )
