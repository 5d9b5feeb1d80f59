"""Closing a chat to plain members, for one reason or several, and opening it when none holds any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import SetPermissions
from domain.permissions import closed
from models import chats, closures
from services.rights import missing_rights

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.closures import Closure, Reason
    from models.work import Work

RIGHT = "can_restrict_members"


async def can_close(work: Work, chat_id: int) -> bool:
    """Whether the bot may change what plain members may do, as far as it knows."""
    return not await missing_rights(work, chat_id, (RIGHT,))


async def close(work: Work, closure: Closure) -> list[Effect]:
    """Close the chat for a reason. What it usually allows is learned first, unless it is closed already."""
    is_closed = any(other.applied for other in (await closures.of_chat(work, closure.chat_id)).values())
    await closures.put(work, closure)
    return await _tell(work, closure.chat_id) if is_closed else []


async def reopen(work: Work, *, chat_id: int, reason: Reason) -> list[Effect]:
    """A reason holds no longer: the chat is as open as the others leave it."""
    former = (await closures.of_chat(work, chat_id)).get(reason)
    await closures.remove(work, chat_id=chat_id, reason=reason)
    return await _tell(work, chat_id) if former is not None and former.applied else []


async def waiting(work: Work) -> list[int]:
    """Chats that are to be closed as soon as it is known what they usually allow."""
    wanted = sorted({closure.chat_id for closure in await closures.every(work) if not closure.applied})
    known = {chat_id: await chats.find(work, chat_id) for chat_id in wanted}
    return [chat_id for chat_id, chat in known.items() if chat is None or chat.active]


async def apply(work: Work, chat_id: int, *, told: frozenset[str] | None, now: datetime) -> list[Effect]:
    """Close a chat that waits for it. `told` is what Telegram says it allows, None when it could not be asked."""
    reasons = (await closures.of_chat(work, chat_id)).values()
    if told is not None and not any(closure.applied for closure in reasons):
        await closures.learn(work, chat_id, allowed=told, now=now)
    return await _tell(work, chat_id)


async def _tell(work: Work, chat_id: int) -> list[Effect]:
    """One call that brings the chat to where its reasons put it; none while its usual permissions are unknown."""
    usual = await closures.usual(work, chat_id)
    if usual is None:
        return []
    reasons = (await closures.of_chat(work, chat_id)).values()
    await closures.mark_applied(work, chat_id)
    return [SetPermissions(chat_id=chat_id, allowed=closed(usual, (closure.closes for closure in reasons)))]
