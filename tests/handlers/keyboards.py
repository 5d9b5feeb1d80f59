"""The keyboards of what the bot sent, ready to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from models.tables import buttons

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent


def keyboard(sent: Sent) -> dict[str, str]:
    """What is under the message: the label of each button, and its token or address."""
    rows = sent.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button.get("callback_data") or button["url"] for row in rows for button in row}


async def arrive(scene: Scene) -> None:
    """Whatever was sent has become message 50 of its chat."""
    await scene.work.connection.execute(update(buttons).where(buttons.c.message_id.is_(None)).values(message_id=50))


async def press_label(scene: Scene, sent: Sent, label: str, *, by: int, chat_id: int) -> list[Sent]:
    """Somebody presses the button with this label."""
    await arrive(scene)
    return await scene.press(keyboard(sent)[label], by=by, chat_id=chat_id)


def edits(sent: list[Sent]) -> list[Sent]:
    """The edits among the calls."""
    return [one for one in sent if one.method == "editMessageText"]
