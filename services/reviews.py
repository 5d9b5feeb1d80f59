"""What managers have to look at: a ticket where they are reached, with everything seen and what they can decide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.effects import Priority, Send
from domain.phrases import Page, Person, phrase
from domain.reports.links import message_link
from models import chats
from services.uncertain import whom_to_ask

if TYPE_CHECKING:
    from domain.effects import Effect
    from domain.phrases import Phrase, Text
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work
    from services.sanctions import Case

WORTH_A_LOOK = timedelta(days=2)
EXCERPT = 300


async def open_ticket(work: Work, verdict: Verdict, *, because: Phrase, settings: ChatSettings) -> list[Effect]:
    """Show managers what a rule found and did not act on."""
    chat = await chats.find(work, verdict.chat_id)
    person = Person(user_id=None if verdict.is_channel else verdict.target_id, name=verdict.target_name)
    lines = [
        phrase("reviews-title", chat=chat.title if chat and chat.title else str(verdict.chat_id)),
        phrase("reviews-found", person=person, id=str(verdict.target_id), because=because),
    ]
    if verdict.text:
        lines.append(phrase("reviews-text", text=verdict.text[:EXCERPT]))
    link = message_link(verdict.chat_id, verdict.message_id) if verdict.message_id is not None else ""
    if link:
        lines.append(phrase("reviews-link", link=link))
    return [
        Send(
            chat_id=place,
            text=Page(lines=tuple(lines)),
            key=f"review:{verdict.verdict_id}",
            purpose="review",
            language=settings.language if place < 0 else None,
            priority=Priority.REPLY,
            expires_after=WORTH_A_LOOK,
        )
        for place in await managers_places(work, verdict.chat_id, settings)
    ]


async def tell_managers(work: Work, case: Case, text: Text) -> list[Send]:
    """A line to the managers, where the chat keeps no log."""
    return [
        Send(
            chat_id=place,
            text=text,
            language=case.settings.language if place < 0 else None,
            purpose="log",
            silent=True,
            expires_after=WORTH_A_LOOK,
        )
        for place in await managers_places(work, case.offender.chat_id, case.settings)
    ]


async def managers_places(work: Work, chat_id: int, settings: ChatSettings) -> list[int]:
    """Where the managers of a chat are reached: their own chat, else where they are asked about everything else."""
    staff = settings.staff_chat
    if staff is not None and staff != chat_id:
        place = await chats.find(work, staff)
        if place is None or place.active:
            return [staff]
    return await whom_to_ask(work, chat_id)
