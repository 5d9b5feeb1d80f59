"""What a rehearsal reads: stored messages as they were written, and those who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, tuple_

from domain.messages import Message, Origin, with_facts
from domain.roles import role_of
from domain.rules.rehearsal import Author
from models.tables import chats, members, messages, people

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

CHUNK = 5000
WANTED = (
    messages.c.message_id,
    messages.c.sent_at,
    messages.c.origin,
    messages.c.user_id,
    messages.c.sender_chat_id,
    messages.c.kind,
    messages.c.text,
    messages.c.facts,
    messages.c.thread_id,
    messages.c.reply_to_message,
    messages.c.reply_to_user,
    messages.c.album,
)
ORDER = (messages.c.sent_at, messages.c.message_id)


def stored(connection: Connection, *, chat_id: int, since: datetime, until: datetime) -> Iterator[Message]:
    """A chat's messages from one instant to another, oldest first, read so many at a time."""
    written = select(*WANTED).where(messages.c.chat_id == chat_id, messages.c.sent_at.between(since, until))
    chunk = written.order_by(*ORDER).limit(CHUNK)
    while rows := connection.execute(chunk).all():
        yield from (_message(chat_id, row) for row in rows)
        if len(rows) < CHUNK:
            return
        last = rows[-1]
        later = tuple_(*ORDER) > (last.sent_at, last.message_id)
        chunk = written.where(later, messages.c.sent_at >= last.sent_at).order_by(*ORDER).limit(CHUNK)


def _message(chat_id: int, row: Row[*tuple[Any, ...]]) -> Message:
    number, at, origin, user_id, sender_chat_id, kind, text, facts, thread, reply, reply_user, album = row
    message = Message(
        chat_id=chat_id,
        message_id=number,
        at=at,
        origin=ORIGINS[origin],
        sender_id=user_id,
        sender_name="",
        sender_chat_id=sender_chat_id,
        text=text or "",
        kind=kind,
        thread_id=thread,
        reply_to_message=reply,
        reply_to_user=reply_user,
        album=album,
    )
    return with_facts(message, facts)


ORIGINS = {origin.value: origin for origin in Origin}


def authors(connection: Connection, *, chat_id: int, since: datetime, owner_ids: Collection[int]) -> dict[int, Author]:
    """Everybody known in the chat; their messages are those counted before `since`."""
    counted = (
        select(messages.c.user_id, func.count().label("messages"))
        .where(messages.c.chat_id == chat_id, messages.c.sent_at >= since, messages.c.origin == Origin.MEMBER.value)
        .group_by(messages.c.user_id)
    )
    written = {row.user_id: int(row.messages) for row in connection.execute(counted)}
    known = select(
        members.c.user_id,
        members.c.status,
        members.c.role,
        members.c.messages,
        members.c.worthy,
        members.c.trust_lost_at,
        members.c.first_seen_at,
        members.c.joined_at,
        members.c.approved_at,
        members.c.proven,
    ).where(members.c.chat_id == chat_id)
    return {
        row.user_id: Author(
            messages=max(0, row.messages - written.get(row.user_id, 0)),
            worthy=row.worthy,
            since=row.trust_lost_at or row.first_seen_at,
            joined_at=row.joined_at,
            approved_at=row.approved_at,
            proven=row.proven,
            role=role_of(status=row.status, assigned=row.role, is_process_owner=row.user_id in owner_ids),
        )
        for row in connection.execute(known)
    }


def names(connection: Connection, user_ids: Collection[int]) -> dict[int, str]:
    """Names by id, of those who were ever seen."""
    rows = connection.execute(select(people.c.user_id, people.c.name).where(people.c.user_id.in_(user_ids)))
    return {row.user_id: row.name for row in rows}


def own_names(connection: Connection, chat_id: int) -> frozenset[str]:
    """Usernames of the chat, of its linked channel with its id, and of everybody known in the chat."""
    here = connection.execute(
        select(chats.c.username, chats.c.linked_chat_id).where(chats.c.chat_id == chat_id)
    ).first()
    linked = here.linked_chat_id if here else None
    beside = connection.execute(select(chats.c.username).where(chats.c.chat_id == linked)).scalar_one_or_none()
    known = connection.execute(
        select(people.c.username_key)
        .join(members, members.c.user_id == people.c.user_id)
        .where(members.c.chat_id == chat_id, people.c.username_key.is_not(None))
    ).scalars()
    places = (here.username if here else None, beside, str(linked) if linked else None)
    return frozenset(name.lower() for name in (*places, *known) if name)
