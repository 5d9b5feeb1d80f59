"""Messages that were written before a test begins, and answers to them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from models import messages
from models.messages import MessageRow
from tests.handlers.scene import GROUP, NOW, message_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.handlers.scene import Scene

ANSWERED = 55


def answering(user_id: int, *, message_id: int = ANSWERED, hours_ago: float = 0, **more: object) -> dict[str, object]:
    """The field of a message that answers another."""
    at = NOW - timedelta(hours=hours_ago)
    reply = message_json("hello", by=user_id, chat_id=GROUP, at=at)
    return {"reply_to_message": reply | {"message_id": message_id} | more}


async def written(
    scene: Scene, ids: Iterable[int], *, by: int, hours_ago: float = 0, thread_id: int | None = None
) -> None:
    """Somebody has written messages with these ids."""
    at = NOW - timedelta(hours=hours_ago)
    rows = [
        MessageRow(
            chat_id=GROUP,
            message_id=message_id,
            sent_at=at,
            day=at.date(),
            origin="member",
            user_id=by,
            sender_chat_id=None,
            kind="text",
            text="hello",
            facts=None,
            length=5,
            question=False,
            thread_id=thread_id,
            reply_to_message=None,
            reply_to_user=None,
            album=None,
        )
        for message_id in ids
    ]
    await messages.add(scene.work, rows)


def deleted(sent: Iterable[object]) -> list[int]:
    """The ids of all messages the calls delete, in order."""
    found: list[int] = []
    for one in sent:
        parameters = getattr(one, "parameters", {})
        if getattr(one, "method", "") == "deleteMessage":
            found.append(parameters["message_id"])
        elif getattr(one, "method", "") == "deleteMessages":
            found += parameters["message_ids"]
    return found
