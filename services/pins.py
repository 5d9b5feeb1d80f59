"""Pinning and unpinning, and which message is known to be pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Pin, Unpin, UnpinAll
from models import audit, pins
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def pin(work: Work, *, chat_id: int, message_id: int, loud: bool, by: int | None, now: datetime) -> Pin:
    """A message to the top of the chat."""
    await note(work, chat_id=chat_id, message_id=message_id, at=now)
    await _write_down(work, "pin", chat_id=chat_id, message_id=message_id, by=by, now=now)
    return Pin(chat_id=chat_id, message_id=message_id, loud=loud)


async def unpin(work: Work, *, chat_id: int, message_id: int, by: int | None, now: datetime) -> Unpin:
    """A message away from the top."""
    await pins.remove(work, chat_id=chat_id, message_id=message_id)
    await _write_down(work, "unpin", chat_id=chat_id, message_id=message_id, by=by, now=now)
    return Unpin(chat_id=chat_id, message_id=message_id)


async def unpin_all(work: Work, *, chat_id: int, by: int | None, now: datetime) -> UnpinAll:
    """Everything away from the top."""
    await pins.remove(work, chat_id=chat_id, message_id=None)
    await _write_down(work, "unpin", chat_id=chat_id, message_id=None, by=by, now=now)
    return UnpinAll(chat_id=chat_id)


async def note(work: Work, *, chat_id: int, message_id: int, at: datetime) -> None:
    """Telegram told that a message was pinned."""
    await pins.add(work, chat_id=chat_id, message_id=message_id, at=at)


async def newest(work: Work, chat_id: int) -> int | None:
    """The message pinned last, when known."""
    return await pins.newest(work, chat_id)


async def _write_down(
    work: Work, action: str, *, chat_id: int, message_id: int | None, by: int | None, now: datetime
) -> None:
    settings = await settings_of(work, chat_id)
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action=action,
        message_id=message_id,
    )
