"""Answering pressed buttons."""

from typing import TYPE_CHECKING

from sandbox.errors import bad_request
from sandbox.posting import face, record

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.world import World

_PATIENCE_SECONDS = 150


def answer(world: "World", call: "Call") -> object:
    """answerCallbackQuery: within 150 seconds, and once."""
    text = call.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = world.callbacks.get(call.text("callback_query_id"))
    late = callback is not None and world.clock.seconds() - callback.at > _PATIENCE_SECONDS
    if callback is None or callback.answered or late:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    callback.answered = True
    chat = world.chats[callback.chat_id]
    record(
        world,
        chat,
        "answer",
        at=world.clock.stamp(),
        message=chat.messages.get(callback.message_id),
        sender=face(world.bot),
        target=face(callback.person),
        text=text,
    )
    return True


METHODS: "Methods" = {"answerCallbackQuery": answer}
