"""May this press of a button do what the button promises: chat, message, person, role, age, single use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from models import buttons
from services.roles import role_in

if TYPE_CHECKING:
    from datetime import datetime

    from models.buttons import StoredButton
    from models.work import Work

LIFETIME = timedelta(days=30)


async def authorise(
    work: Work, *, token: str, chat_id: int, message_id: int, user_id: int, now: datetime
) -> StoredButton:
    """The button, when this person may press it now; a single-use one is used up by it. Raises Refusal."""
    button = await buttons.find(work, chat_id=chat_id, token=token)
    if button is None or not is_part_of(button, message_id) or has_expired(button, now):
        raise Refusal(phrase("common-button-expired"))
    if button.presser_id not in {None, user_id}:
        raise Refusal(phrase("common-button-not-yours"))
    role = await role_in(work, chat_id=button.for_chat, user_id=user_id)
    if role < button.permission:
        needed = phrase(f"common-role-{button.permission.name.lower()}")
        raise Refusal(phrase("common-not-allowed", role=needed))
    if button.single_use and not await buttons.use(work, chat_id=chat_id, token=token, now=now):
        raise Refusal(phrase("common-button-expired"))
    if button.message_id is None and button.outbox_row is not None:
        await buttons.bind(work, chat_id=chat_id, outbox_row=button.outbox_row, message_id=message_id)
    return button


def is_part_of(button: StoredButton, message_id: int) -> bool:
    """Whether the button belongs to the message; a press can be faster than the record of the sending."""
    return button.message_id in {None, message_id}


def has_expired(button: StoredButton, now: datetime) -> bool:
    """Whether the button is too old to be pressed."""
    return now - button.created_at > LIFETIME


async def chat_of_button(work: Work, *, chat_id: int, token: str) -> int | None:
    """The group a button is about, whoever pressed it."""
    button = await buttons.find(work, chat_id=chat_id, token=token)
    return button.for_chat if button else None
