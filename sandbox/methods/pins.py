"""Pinning and unpinning."""

from typing import TYPE_CHECKING

from sandbox.access import find, need, reach
from sandbox.errors import bad_request
from sandbox.membership import serve

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World


def pin(world: "World", call: "Call") -> object:
    """PinChatMessage."""
    chat = _allowed(world, call)
    message = find(chat, call.integer("message_id"), "message to pin")
    if message.service:
        raise bad_request("MESSAGE_ID_INVALID")
    if message.id in chat.pinned:
        return True
    chat.pinned.insert(0, message.id)
    content: Json = {"pinned_message": message.payload}
    serve(
        world,
        chat,
        world.bot,
        "pinned_message",
        content,
        at=world.clock.stamp(),
        thread_id=message.thread_id if chat.forum else None,
    )
    return True


def unpin(world: "World", call: "Call") -> object:
    """unpinChatMessage: the given one, or the latest."""
    chat = _allowed(world, call)
    if not call.text("message_id"):
        if not chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.pop(0)
        return True
    message = find(chat, call.integer("message_id"), "message to unpin")
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    return True


def unpin_all(world: "World", call: "Call") -> object:
    """UnpinAllChatMessages."""
    _allowed(world, call).pinned.clear()
    return True


def unpin_topic(world: "World", call: "Call") -> object:
    """UnpinAllForumTopicMessages and its sister for the General topic."""
    chat = _allowed(world, call)
    thread_id = call.integer("message_thread_id") or None
    chat.pinned = [number for number in chat.pinned if chat.messages[number].thread_id != thread_id]
    return True


def _allowed(world: "World", call: "Call") -> "Chat":
    chat = reach(world, call)
    if chat.kind == "private":
        return chat
    right = "can_edit_messages" if chat.kind == "channel" else "can_pin_messages"
    if chat.is_group and right in chat.permissions:
        return chat
    need(world, chat, right, "not enough rights to manage pinned messages in the chat")
    return chat


METHODS: "Methods" = {
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
    "unpinAllForumTopicMessages": unpin_topic,
    "unpinAllGeneralForumTopicMessages": unpin_topic,
}
