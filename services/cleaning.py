"""Telegram's own lines: cleared away as the chat wants, and a pin remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.cleaning import is_cleared
from domain.effects import Delete, Priority
from services import pins
from services.calls import DELETABLE_FOR
from services.rights import missing_rights
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.cleaning import ServiceKind
    from domain.effects import Effect
    from models.work import Work

REMOVE = "can_delete_messages"


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceLine:
    """A line Telegram wrote into a chat; `pinned` is the message it says was pinned."""

    chat_id: int
    message_id: int
    at: datetime
    kind: ServiceKind
    pinned: int | None = None


async def notice_line(work: Work, line: ServiceLine, *, now: datetime) -> list[Effect]:
    """Remember a pin; remove the line where lines of its kind go and the bot may."""
    if line.pinned is not None:
        await pins.note(work, chat_id=line.chat_id, message_id=line.pinned, at=line.at)
    settings = await settings_of(work, line.chat_id)
    if not is_cleared(line.kind, settings.cleaning.service) or now - line.at >= DELETABLE_FOR:
        return []
    if await missing_rights(work, line.chat_id, [REMOVE]):
        return []
    return [Delete(chat_id=line.chat_id, message_ids=(line.message_id,), priority=Priority.POST)]
