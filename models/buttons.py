"""Buttons: what a press means, kept under the random token that Telegram carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from domain.roles import Role
from models.tables import buttons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredButton:
    """A button of a message in `chat_id`, about `for_chat`.

    `message_id` is None until its message is known to be sent; `outbox_row` is the row that sends it.
    """

    chat_id: int
    token: str
    action: str
    arguments: Mapping[str, str | int | bool | None]
    permission: Role
    for_chat: int
    created_at: datetime
    outbox_row: int | None = None
    message_id: int | None = None
    presser_id: int | None = None
    single_use: bool = False
    used_at: datetime | None = None


async def store(work: Work, stored: Iterable[StoredButton]) -> None:
    """Keep the buttons of a message about to be sent or edited."""
    rows = [
        {
            "chat_id": button.chat_id,
            "token": button.token,
            "outbox_row": button.outbox_row,
            "message_id": button.message_id,
            "action": button.action,
            "arguments": dict(button.arguments),
            "permission": int(button.permission),
            "for_chat": button.for_chat,
            "presser_id": button.presser_id,
            "single_use": button.single_use,
            "created_at": button.created_at,
        }
        for button in stored
    ]
    if rows:
        await work.connection.execute(buttons.insert(), rows)


async def find(work: Work, *, chat_id: int, token: str) -> StoredButton | None:
    """The button pressed in a chat, or None when there is none such."""
    wanted = (buttons.c.chat_id == chat_id) & (buttons.c.token == token)
    row = (await work.connection.execute(select(buttons).where(wanted))).one_or_none()
    if row is None:
        return None
    return StoredButton(
        chat_id=row.chat_id,
        token=row.token,
        action=row.action,
        arguments=row.arguments,
        permission=Role(row.permission),
        for_chat=row.for_chat,
        created_at=row.created_at,
        outbox_row=row.outbox_row,
        message_id=row.message_id,
        presser_id=row.presser_id,
        single_use=row.single_use,
        used_at=row.used_at,
    )


async def use(work: Work, *, chat_id: int, token: str, now: datetime) -> bool:
    """Mark as pressed. False when it had been already: then a single-use button does nothing."""
    wanted = (buttons.c.chat_id == chat_id) & (buttons.c.token == token) & buttons.c.used_at.is_(None)
    return bool((await work.connection.execute(update(buttons).where(wanted).values(used_at=now))).rowcount)


async def bind(work: Work, *, chat_id: int, outbox_row: int, message_id: int) -> None:
    """Tell the buttons of a row which message they have become part of."""
    wanted = (buttons.c.chat_id == chat_id) & (buttons.c.outbox_row == outbox_row)
    await work.connection.execute(update(buttons).where(wanted).values(message_id=message_id))


async def prune(work: Work, *, before: datetime) -> int:
    """Forget buttons made before. How many they were."""
    return int((await work.connection.execute(delete(buttons).where(buttons.c.created_at < before))).rowcount)
