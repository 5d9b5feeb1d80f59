"""Where a member is told what a rule did: as the chat wants it, as far as Telegram allows it, else in the group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.effects import LinkButton
from domain.phrases import Page, phrase
from models import chats, people
from services.chats import is_active

if TYPE_CHECKING:
    from domain.effects import Keyboard, Send
    from domain.phrases import Markup, Phrase, Text
    from domain.settings import ChatSettings
    from models.work import Work


async def addressed(work: Work, notice: Send, *, user_id: int | None, settings: ChatSettings) -> list[Send]:
    """A notice meant for the group, sent where this member is to be told; refused there, it comes to the group.

    Where nobody is to be told, the log must tell: without one the group is.
    """
    where = settings.rules.notices
    if settings.rules.notice_topic:
        notice = replace(notice, thread_id=settings.rules.notice_topic, otherwise=replace(notice, key=None))
    if where == "silent":
        return [] if settings.log_chat is not None else [notice]
    if user_id is None or where == "group":
        return [notice]
    second = replace(notice, key=None)
    if where == "ephemeral":
        return [replace(notice, receiver_id=user_id, keyboard=own(notice.keyboard, user_id), otherwise=second)]
    if not await _has_private_chat(work, user_id):
        return [notice]
    title = await _title(work, notice.chat_id)
    page = Page(lines=(phrase("moderation-notice-place", chat=title), *_lines(notice.text)))
    private = replace(
        notice,
        chat_id=user_id,
        text=page,
        thread_id=None,
        keyboard=own(notice.keyboard, user_id),
        language=None,
        delete_after=None,
        key=f"{notice.chat_id}:{notice.key}",
        otherwise=second,
    )
    return [private]


def own(keyboard: Keyboard, user_id: int) -> Keyboard:
    """The buttons that are for somebody; those of managers are of no use to them."""
    rows = (tuple(one for one in row if isinstance(one, LinkButton) or one.presser_id == user_id) for row in keyboard)
    return tuple(row for row in rows if row)


async def _has_private_chat(work: Work, user_id: int) -> bool:
    person = await people.find(work, user_id)
    return person is not None and person.private_chat and await is_active(work, user_id)


async def _title(work: Work, chat_id: int) -> str:
    chat = await chats.find(work, chat_id)
    return chat.title if chat and chat.title else str(chat_id)


def _lines(text: Text) -> tuple[Phrase | Markup, ...]:
    return text.lines if isinstance(text, Page) else (text,)
