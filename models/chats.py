"""Chats: what they are called, whether the bot can reach them, where they moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from models.tables import chats

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from models.work import Work

ACTIVE, PAUSED, LEFT, MIGRATED = "active", "paused", "left", "migrated"


@dataclass(frozen=True, kw_only=True, slots=True)
class Chat:
    """A chat as last seen.

    `state` is active, paused (a person keeps the bot from writing), left (the bot is out, or the chat is no
    more) or migrated (`state_reason` is then its new id). `bot_status` and `bot_rights` are the bot's own.
    """

    chat_id: int
    kind: str
    title: str
    username: str | None = None
    linked_chat_id: int | None = None
    state: str = ACTIVE
    state_reason: str | None = None
    state_at: datetime | None = None
    bot_status: str | None = None
    bot_rights: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether the bot may speak and act here."""
        return self.state == ACTIVE

    @property
    def successor(self) -> int | None:
        """The id of the supergroup this chat has become."""
        return int(self.state_reason) if self.state == MIGRATED and self.state_reason else None


def _chat(row: Row[*tuple[Any, ...]]) -> Chat:
    return Chat(
        chat_id=row.chat_id,
        kind=row.kind,
        title=row.title,
        username=row.username,
        linked_chat_id=row.linked_chat_id,
        state=row.state,
        state_reason=row.state_reason,
        state_at=row.state_at,
        bot_status=row.bot_status,
        bot_rights=tuple(row.bot_rights),
    )


async def find(work: Work, chat_id: int) -> Chat | None:
    """The chat, when ever seen; remembered between transactions."""
    remembered = work.cache.get(("chat", chat_id))
    if isinstance(remembered, Chat):
        return remembered
    row = (await work.connection.execute(select(chats).where(chats.c.chat_id == chat_id))).one_or_none()
    if row is None:
        return None
    work.cache.put(("chat", chat_id), _chat(row))
    return _chat(row)


async def all_active(work: Work) -> list[Chat]:
    """Every chat that can be reached, private ones too."""
    rows = await work.connection.execute(select(chats).where(chats.c.state == ACTIVE).order_by(chats.c.chat_id))
    return [_chat(row) for row in rows]


async def put(work: Work, chat: Chat, *, now: datetime) -> None:
    """Keep all of a chat's values, whether it is new or known."""
    values = {
        "kind": chat.kind,
        "title": chat.title[:255],
        "username": chat.username,
        "linked_chat_id": chat.linked_chat_id,
        "state": chat.state,
        "state_reason": chat.state_reason,
        "state_at": chat.state_at,
        "bot_status": chat.bot_status,
        "bot_rights": list(chat.bot_rights),
    }
    statement = work.insert(chats).values(chat_id=chat.chat_id, first_seen_at=now, **values)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=values))
    work.cache.put(("chat", chat.chat_id), chat)
