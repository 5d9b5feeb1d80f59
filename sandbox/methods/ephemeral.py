"""Changing and deleting what only one member sees."""

from typing import TYPE_CHECKING

from sandbox.access import reach
from sandbox.errors import ApiError, bad_request
from sandbox.keyboards import inline_keyboard
from sandbox.outgoing import caption, message_text
from sandbox.posting import face, record

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World


def edit_text(world: "World", call: "Call") -> object:
    """EditEphemeralMessageText."""
    chat, message = _found(world, call)
    return _change(world, chat, message, ("text", "entities", "link_preview_options"), message_text(world, call), call)


def edit_caption(world: "World", call: "Call") -> object:
    """EditEphemeralMessageCaption."""
    chat, message = _found(world, call)
    return _change(world, chat, message, ("caption", "caption_entities"), caption(world, call), call)


def edit_markup(world: "World", call: "Call") -> object:
    """EditEphemeralMessageReplyMarkup."""
    chat, message = _found(world, call)
    return _change(world, chat, message, (), {}, call)


def delete(world: "World", call: "Call") -> object:
    """DeleteEphemeralMessage."""
    chat, message = _found(world, call)
    message.deleted = True
    record(world, chat, "delete", message=message, sender=face(world.bot), at=world.clock.stamp())
    return True


def _found(world: "World", call: "Call") -> "tuple[Chat, Message]":
    if world.ephemeral == "ignored":
        raise ApiError(404, "Not Found")
    chat = reach(world, call)
    message = chat.messages.get(call.integer("ephemeral_message_id"))
    if message is None or message.deleted or message.seen_by != call.integer("receiver_user_id"):
        raise bad_request("message not found")
    return chat, message


def _change(
    world: "World", chat: "Chat", message: "Message", fields: tuple[str, ...], content: "Json", call: "Call"
) -> bool:
    markup = inline_keyboard(call.value("reply_markup", "reply keyboard markup"))
    kept = {name: value for name, value in message.payload.items() if name not in {*fields, "reply_markup"}}
    message.payload = {**kept, **content, **({} if markup is None else {"reply_markup": markup})}
    record(world, chat, "edit", message=message, at=world.clock.stamp())
    return True


METHODS: "Methods" = {
    "editEphemeralMessageText": edit_text,
    "editEphemeralMessageCaption": edit_caption,
    "editEphemeralMessageReplyMarkup": edit_markup,
    "deleteEphemeralMessage": delete,
}
