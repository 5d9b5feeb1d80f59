"""Keyboards: what Telegram shows, and what is kept of each button."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, TypeAlias

from domain.effects import Button, LinkButton
from models.buttons import StoredButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.effects import Keyboard
    from services.voices import Voice

Tokens: TypeAlias = "Callable[[], str]"

TOKEN_BYTES = 18


def new_token() -> str:
    """144 random bits that fit into a button."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def lay_out(
    keyboard: Keyboard,
    voice: Voice,
    *,
    chat_id: int,
    now: datetime,
    tokens: Tokens,
    outbox_row: int | None = None,
    message_id: int | None = None,
) -> tuple[dict[str, object], list[StoredButton]]:
    """The reply markup, and the buttons to be stored with it."""
    stored: list[StoredButton] = []

    def show(button: Button | LinkButton) -> dict[str, str]:
        label = voice.plain(button.label)
        if isinstance(button, LinkButton):
            return {"text": label, "url": button.url}
        token = tokens()
        stored.append(
            StoredButton(
                chat_id=chat_id,
                token=token,
                action=button.action,
                arguments=button.arguments,
                permission=button.permission,
                for_chat=button.chat_id if button.chat_id is not None else chat_id,
                created_at=now,
                outbox_row=outbox_row,
                message_id=message_id,
                presser_id=button.presser_id,
                single_use=button.single_use,
            )
        )
        return {"text": label, "callback_data": token}

    rows = [[show(button) for button in row] for row in keyboard]
    return {"inline_keyboard": rows}, stored
