"""Chats as the bot can reach them: met, paused when they cannot be reached, moved to a supergroup's id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models import chats, outbox
from models.chats import ACTIVE, LEFT, MIGRATED, PAUSED, Chat
from models.rekeying import rekey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from models.work import Work

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


async def find(work: Work, chat_id: int) -> Chat | None:
    """The chat, when ever seen."""
    return await chats.find(work, chat_id)


async def is_active(work: Work, chat_id: int) -> bool:
    """Whether the bot may speak in the chat; one never seen counts as reachable."""
    chat = await chats.find(work, chat_id)
    return chat is None or chat.active


async def active(work: Work) -> list[Chat]:
    """Every chat that can be reached, private ones too."""
    return await chats.all_active(work)


async def see(work: Work, *, chat_id: int, kind: str, title: str, username: str | None = None, now: datetime) -> None:
    """An update came from the chat: keep its name; if it was paused, it is reachable again."""
    known = await chats.find(work, chat_id)
    chat = known or Chat(chat_id=chat_id, kind=kind, title=title)
    seen = replace(chat, kind=kind, title=title[:255], username=username)
    if chat.state in {PAUSED, LEFT}:
        seen = replace(seen, state=ACTIVE, state_reason=None, state_at=now)
    if seen != known:
        await chats.put(work, seen, now=now)


async def link(work: Work, *, chat_id: int, linked: int, now: datetime) -> None:
    """The channel whose posts Telegram brings into the group; what it says there is the group's own word."""
    chat = await _known(work, chat_id)
    if chat.linked_chat_id != linked:
        await chats.put(work, replace(chat, linked_chat_id=linked), now=now)


async def set_bot_status(work: Work, *, chat_id: int, status: str, rights: Iterable[str] = (), now: datetime) -> None:
    """The bot's own standing changed (my_chat_member, after `see`): out of the chat, or in it with rights."""
    chat = await _known(work, chat_id)
    present = replace(chat, bot_status=status, bot_rights=tuple(sorted(rights)))
    if status not in PRESENT:
        await chats.put(work, present, now=now)
        await pause(work, chat_id, left=chat_id < 0, reason=f"the bot is {status}", now=now)
        return
    if present.state != MIGRATED:
        present = replace(present, state=ACTIVE, state_reason=None, state_at=now)
    if present != chat:
        await chats.put(work, present, now=now)


async def pause(work: Work, chat_id: int, *, left: bool, reason: str, now: datetime) -> None:
    """The chat cannot be reached until an update comes from it; what was due there is given up."""
    chat = await _known(work, chat_id)
    await outbox.drop_chat(work, chat_id, now=now, error=reason)
    if chat.state != MIGRATED:
        state = LEFT if left else PAUSED
        await chats.put(work, replace(chat, state=state, state_reason=reason[:255], state_at=now), now=now)


async def successor(work: Work, chat_id: int) -> int:
    """The id under which the chat is reached now."""
    chat = await chats.find(work, chat_id)
    return chat_id if chat is None or chat.successor is None else chat.successor


async def migrate(work: Work, *, old: int, new: int, now: datetime) -> None:
    """The group `old` became the supergroup `new`: all its rows follow. Doing it again changes nothing."""
    if old == new:
        return
    former = await _known(work, old)
    upgraded = await chats.find(work, new) or replace(former, chat_id=new, state=ACTIVE, state_reason=None)
    await chats.put(work, replace(upgraded, kind="supergroup"), now=now)
    await chats.put(work, replace(former, state=MIGRATED, state_reason=str(new), state_at=now), now=now)
    await rekey(work, old=old, new=new, now=now)
    work.cache.clear()


async def _known(work: Work, chat_id: int) -> Chat:
    kind = "private" if chat_id > 0 else "group"
    return await chats.find(work, chat_id) or Chat(chat_id=chat_id, kind=kind, title="")
