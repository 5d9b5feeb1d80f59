"""Night: a chat closes and opens again by its own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import Send
from domain.entrance.nights import is_night
from domain.phrases import phrase
from models import chats, closures
from models.closures import Closure
from services import closing
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.settings import ChatSettings
    from models.work import Work

NIGHT = "night"


async def turn(work: Work, *, now: datetime) -> list[Effect]:
    """Close the chats where it is night by now, open those where it is day. To be called every few seconds."""
    closed = {closure.chat_id for closure in await closures.every(work) if closure.reason == NIGHT}
    effects: list[Effect] = []
    for chat_id in sorted({*closed, *await closures.chats_with_nights(work)}):
        chat = await chats.find(work, chat_id)
        if chat is None or chat.active:
            effects += await _turn(work, chat_id, await settings_of(work, chat_id), now=now)
    return effects


async def _turn(work: Work, chat_id: int, settings: ChatSettings, *, now: datetime) -> list[Effect]:
    closure = (await closures.of_chat(work, chat_id)).get("night")
    night = is_night(settings.night, now, settings.timezone)
    if not night:
        if closure is None:
            return []
        return [*await closing.reopen(work, chat_id=chat_id, reason="night"), _notice(chat_id, settings, "over")]
    if closure is not None and closure.closes == settings.night.closes:
        return []
    if not await closing.can_close(work, chat_id):
        return []
    begun = Closure(chat_id=chat_id, reason="night", closes=settings.night.closes, since=now)
    effects = await closing.close(work, begun)
    return effects if closure is not None else [*effects, _notice(chat_id, settings, settings.night.closes)]


def _notice(chat_id: int, settings: ChatSettings, what: str) -> Send:
    text = phrase(f"night-{what}", begins=settings.night.begins, ends=settings.night.ends)
    return Send(chat_id=chat_id, text=text, purpose="notice", place="night", silent=True)
