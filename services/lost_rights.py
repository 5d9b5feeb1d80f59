"""Rights that the bot lacks where it wanted to act: the managers are told, once a day for each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.deliveries import right_wanting
from domain.effects import Priority, Send
from domain.phrases import phrase
from models import chats, refusals
from services.settings import settings_of
from services.uncertain import whom_to_ask

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work

LOOKED_BACK = timedelta(minutes=10)
TOLD_FOR = timedelta(days=1)


async def report_lost_rights(work: Work, *, now: datetime) -> list[Effect]:
    """Tell the managers which right their chat did not let the bot use; to be called every half minute or so.

    A right is told of once on each of the chat's days, however many calls it kept from succeeding.
    """
    wanting = {
        (refused.chat_id, right)
        for refused in await refusals.since(work, now - LOOKED_BACK)
        if (right := right_wanting(refused.method, refused.error)) is not None
    }
    effects: list[Effect] = []
    for chat_id, right in sorted(wanting):
        asked = await whom_to_ask(work, chat_id)
        effects += [await _alert(work, chat_id, right, to=to, now=now) for to in asked]
    return effects


async def _alert(work: Work, chat_id: int, right: str, *, to: int, now: datetime) -> Send:
    chat = await chats.find(work, chat_id)
    day = local_day(now, (await settings_of(work, chat_id)).timezone)
    name = right.replace("_", "-")
    return Send(
        chat_id=to,
        text=phrase(
            "delivery-right-lost",
            chat=chat.title if chat and chat.title else str(chat_id),
            right=phrase(f"common-right-{name}"),
            use=phrase(f"verify-use-{name}"),
        ),
        key=f"right:{chat_id}:{right}:{day}",
        purpose="log",
        priority=Priority.REPLY,
        expires_after=TOLD_FOR,
    )
