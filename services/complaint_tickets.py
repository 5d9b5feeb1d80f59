"""The ticket of a reported message, where managers are reached: who reported it, what it says, what can be done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from domain.effects import Button, Edit, Priority, Send
from domain.phrases import Page, Person, phrase
from domain.reports.links import message_link
from domain.reports.titles import shorten
from domain.roles import Role
from models import chats, complaints, messages, outbox
from services.tickets import EXCERPT, managers_places

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from domain.phrases import Phrase, Text
    from domain.settings import ChatSettings
    from models.complaints import Complainant, Complaint
    from models.work import Work

Decision: TypeAlias = Literal["remove", "warn", "mute", "ban", "dismiss"]

DECISIONS: tuple[Decision, ...] = get_args(Decision)
DECIDE = "complaint-decide"
WORTH_DECIDING = timedelta(days=2)
SHOWN = 5
REASON_CELLS = 80


async def show(work: Work, complaint: Complaint, *, text: str, settings: ChatSettings) -> list[Send]:
    """The ticket, new, in every place where managers are reached; empty when there is none."""
    page = await _page(work, complaint, text)
    return [
        Send(
            chat_id=place,
            text=page,
            keyboard=_keyboard(complaint),
            language=settings.language if place < 0 else None,
            key=_key(complaint),
            purpose="review",
            priority=Priority.REPLY,
            expires_after=WORTH_DECIDING,
        )
        for place in await managers_places(work, complaint.chat_id, settings)
    ]


async def show_again(
    work: Work, complaint: Complaint, *, settings: ChatSettings, decided: Phrase | None = None
) -> list[Edit]:
    """The tickets as they are now, with one more reporter or, without buttons, with what was decided."""
    text = await messages.text_of(work, chat_id=complaint.chat_id, message_id=complaint.message_id)
    page = await _page(work, complaint, text or "")
    if decided is not None:
        page = Page(lines=(*page.lines, decided))
    edits = []
    for place in await managers_places(work, complaint.chat_id, settings):
        message_id = await outbox.message_of(work, chat_id=place, key=_key(complaint))
        if message_id is not None:
            edits.append(_edit(place, message_id, page, complaint, settings, open_still=decided is None))
    return edits


def _edit(
    place: int, message_id: int, page: Text, complaint: Complaint, settings: ChatSettings, *, open_still: bool
) -> Edit:
    return Edit(
        chat_id=place,
        message_id=message_id,
        text=page,
        keyboard=_keyboard(complaint) if open_still else (),
        language=settings.language if place < 0 else None,
    )


def _key(complaint: Complaint) -> str:
    return f"complaint:{complaint.chat_id}:{complaint.message_id}"


async def _page(work: Work, complaint: Complaint, text: str) -> Page:
    chat = await chats.find(work, complaint.chat_id)
    by = await complaints.complainants_of(work, chat_id=complaint.chat_id, message_id=complaint.message_id)
    person = Person(user_id=None if complaint.is_channel else complaint.target_id, name=complaint.target_name)
    title = chat.title if chat and chat.title else str(complaint.chat_id)
    lines: list[Phrase] = [
        phrase("complaints-title", chat=title),
        phrase("complaints-about", person=person, id=str(complaint.target_id)),
    ]
    if text:
        lines.append(phrase("reviews-text", text=text[:EXCERPT]))
    lines += [_by(one) for one in by[:SHOWN]]
    if len(by) > SHOWN:
        lines.append(phrase("complaints-more", count=len(by) - SHOWN))
    link = message_link(complaint.chat_id, complaint.message_id)
    if link:
        lines.append(phrase("reviews-link", link=link))
    return Page(lines=tuple(lines))


def _by(one: Complainant) -> Phrase:
    person = Person(user_id=one.reporter_id if one.reporter_id > 0 else None, name=one.name)
    if not one.reason:
        return phrase("complaints-by", person=person)
    return phrase("complaints-by-because", person=person, reason=shorten(one.reason, REASON_CELLS))


def _keyboard(complaint: Complaint) -> Keyboard:
    offered = [one for one in DECISIONS if not complaint.is_channel or one not in {"warn", "mute"}]
    buttons = [
        Button(
            label=phrase(f"complaints-button-{decision}"),
            action=DECIDE,
            arguments={"message": complaint.message_id, "decision": decision},
            permission=Role.MANAGER if decision == "ban" else Role.SPECIALIST,
            chat_id=complaint.chat_id,
        )
        for decision in offered
    ]
    return (tuple(buttons[:-2]), tuple(buttons[-2:]))
