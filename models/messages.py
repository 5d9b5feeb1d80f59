"""Messages as they were written, kept by id for ever, their text for as long as the chat wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple
from sqlalchemy import bindparam, select, tuple_, update

from models import bulk
from models.tables import messages

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from models.work import Work


INSERT = messages.insert()
KNOWN = select(messages.c.message_id).where(
    messages.c.chat_id == bindparam("chat"), messages.c.message_id.in_(bindparam("ids", expanding=True))
)


WRITTEN = (
    select(
        messages.c.chat_id,
        messages.c.user_id,
        messages.c.message_id,
        messages.c.sent_at,
        messages.c.album,
        messages.c.removed,
    )
    .where(
        messages.c.chat_id.in_(bindparam("chats", expanding=True)),
        messages.c.sent_at.between(bindparam("since"), bindparam("until")),
        messages.c.user_id.in_(bindparam("users", expanding=True)),
    )
    .order_by(messages.c.sent_at, messages.c.message_id)
)

TEXTS = (
    select(messages.c.chat_id, messages.c.user_id, messages.c.message_id, messages.c.sent_at, messages.c.text)
    .where(
        messages.c.chat_id.in_(bindparam("chats", expanding=True)),
        messages.c.sent_at.between(bindparam("since"), bindparam("until")),
        messages.c.user_id.is_not(None),
        messages.c.text.is_not(None),
    )
    .order_by(messages.c.sent_at.desc(), messages.c.message_id.desc())
    .limit(bindparam("most"))
)


class MessageRow(Struct, frozen=True, kw_only=True):
    """A message to keep; `day` is local to the chat, `text` None when texts are not kept."""

    chat_id: int
    message_id: int
    sent_at: datetime
    day: date
    origin: str
    user_id: int | None
    sender_chat_id: int | None
    kind: str
    text: str | None
    facts: str | None
    length: int
    question: bool
    thread_id: int | None
    reply_to_message: int | None
    reply_to_user: int | None
    album: str | None


class Worded(Struct, frozen=True, kw_only=True):
    """What a person wrote, with its text."""

    chat_id: int
    user_id: int
    message_id: int
    sent_at: datetime
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What judging the next message needs of one; `removed` when it broke a rule."""

    chat_id: int
    user_id: int
    message_id: int
    sent_at: datetime
    album: str | None
    removed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a message stands: whose it is (None when no person's), in which topic, or a topic's own beginning."""

    user_id: int | None
    thread_id: int | None
    is_topic: bool


async def places(work: Work, *, chat_id: int, message_ids: Collection[int]) -> dict[int, Place]:
    """Places by message_id, of messages that are kept."""
    rows = await work.connection.execute(
        select(
            messages.c.message_id, messages.c.user_id, messages.c.origin, messages.c.thread_id, messages.c.kind
        ).where(messages.c.chat_id == chat_id, messages.c.message_id.in_(message_ids))
    )
    return {
        row.message_id: Place(
            user_id=row.user_id if row.origin == "member" else None,
            thread_id=row.thread_id,
            is_topic=row.kind == "topic_created",
        )
        for row in rows
    }


async def known_ids(work: Work, keys: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Which (chat_id, message_id) are kept already."""
    known: set[tuple[int, int]] = set()
    by_chat: dict[int, list[int]] = {}
    for chat_id, message_id in keys:
        by_chat.setdefault(chat_id, []).append(message_id)
    for chat_id, ids in by_chat.items():
        rows = await work.connection.execute(KNOWN, {"chat": chat_id, "ids": ids})
        known.update((chat_id, row.message_id) for row in rows)
    return known


COLUMNS = MessageRow.__struct_fields__


async def add(work: Work, rows: Sequence[MessageRow]) -> None:
    """Keep messages that are not kept yet."""
    await bulk.write(work, INSERT, COLUMNS, map(astuple, rows))


async def authors(work: Work, keys: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Authors by (chat_id, message_id), of kept messages written by persons."""
    if not keys:
        return {}
    rows = await work.connection.execute(
        select(messages.c.chat_id, messages.c.message_id, messages.c.user_id).where(
            tuple_(messages.c.chat_id, messages.c.message_id).in_(sorted(keys)),
            messages.c.origin == "member",
        )
    )
    return {(row.chat_id, row.message_id): row.user_id for row in rows}


async def written_since(
    work: Work, *, chat_ids: Collection[int], user_ids: Collection[int], since: datetime, until: datetime
) -> list[Written]:
    """Messages of these people in these chats between two instants, oldest first."""
    rows = await work.connection.execute(
        WRITTEN, {"chats": list(chat_ids), "users": list(user_ids), "since": since, "until": until}
    )
    return [
        Written(
            chat_id=row.chat_id,
            user_id=row.user_id,
            message_id=row.message_id,
            sent_at=row.sent_at,
            album=row.album,
            removed=row.removed,
        )
        for row in rows
    ]


async def written_at(work: Work, *, chat_id: int, message_id: int | None) -> datetime | None:
    """When a message that is kept was written."""
    found = await work.connection.execute(
        select(messages.c.sent_at).where(messages.c.chat_id == chat_id, messages.c.message_id == message_id)
    )
    at: datetime | None = found.scalar_one_or_none()
    return at


async def newest_texts(
    work: Work, *, chat_ids: Collection[int], since: datetime, until: datetime, most: int
) -> list[Worded]:
    """The newest messages of people with their kept texts in these chats between two instants, oldest first."""
    rows = await work.connection.execute(TEXTS, {"chats": list(chat_ids), "since": since, "until": until, "most": most})
    found = [
        Worded(chat_id=row.chat_id, user_id=row.user_id, message_id=row.message_id, sent_at=row.sent_at, text=row.text)
        for row in rows
    ]
    return found[::-1]


async def edit(work: Work, *, chat_id: int, message_id: int, text: str | None, facts: str | None, at: datetime) -> None:
    """Keep a message's newest text and facts; counts do not change."""
    await work.connection.execute(
        update(messages)
        .where(messages.c.chat_id == chat_id, messages.c.message_id == message_id)
        .values(text=text, facts=facts, edited_at=at)
    )


async def mark_removed(work: Work, *, chat_id: int, message_ids: Collection[int]) -> None:
    """Remember that Steward had these messages removed."""
    await work.connection.execute(
        update(messages)
        .where(messages.c.chat_id == chat_id, messages.c.message_id.in_(message_ids))
        .values(removed=True)
    )


async def ids_written(work: Work, *, chat_id: int, user_id: int, since: datetime, limit: int) -> list[int]:
    """Messages somebody wrote in a chat since, the newest first."""
    statement = (
        select(messages.c.message_id)
        .where(messages.c.chat_id == chat_id, messages.c.user_id == user_id, messages.c.sent_at >= since)
        .order_by(messages.c.sent_at.desc())
        .limit(limit)
    )
    return [row.message_id for row in await work.connection.execute(statement)]


async def text_of(work: Work, *, chat_id: int, message_id: int) -> str | None:
    """A message's text, where it is kept."""
    rows = await work.connection.execute(
        select(messages.c.text).where(messages.c.chat_id == chat_id, messages.c.message_id == message_id)
    )
    return rows.scalar_one_or_none()


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A kept message: when it was written, in which topic, and whether it was removed."""

    message_id: int
    sent_at: datetime
    thread_id: int | None
    removed: bool


async def between(work: Work, *, chat_id: int, first: int, last: int) -> list[Spot]:
    """Kept messages of a chat by id, both ends included."""
    rows = await work.connection.execute(
        select(messages.c.message_id, messages.c.sent_at, messages.c.thread_id, messages.c.removed).where(
            messages.c.chat_id == chat_id, messages.c.message_id.between(first, last)
        )
    )
    return [Spot(**row._mapping) for row in rows]  # noqa: SLF001 - its public name


async def last_ids(work: Work, *, chat_id: int, count: int, before: int, thread_id: int | None) -> list[int]:
    """The newest kept messages of a topic that were not removed, by id, newest first."""
    rows = await work.connection.execute(
        select(messages.c.message_id)
        .where(
            messages.c.chat_id == chat_id,
            messages.c.message_id < before,
            messages.c.thread_id == thread_id,
            messages.c.removed.is_(False),
        )
        .order_by(messages.c.message_id.desc())
        .limit(count)
    )
    return list(rows.scalars())
