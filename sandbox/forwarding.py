"""Forwards: where a message came from, and a channel's posts in its discussion group."""

from typing import TYPE_CHECKING

from sandbox.errors import Refused
from sandbox.payload import Json
from sandbox.people import TELEGRAM_ID
from sandbox.posting import Author, Draft, post

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.world import World

_OWN_FIELDS = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "sender_tag",
        "author_signature",
        "chat",
        "date",
        "edit_date",
        "message_thread_id",
        "is_topic_message",
        "reply_markup",
        "is_automatic_forward",
        "has_protected_content",
        "quote",
        "external_reply",
        "reply_to_story",
    }
)


def carried(message: "Message") -> Json:
    """What of a message a copy keeps."""
    return {name: value for name, value in message.payload.items() if name not in _OWN_FIELDS}


def origin_of(world: "World", source_id: int, date: int) -> Json:
    """The origin fields of something forwarded from a person or a channel."""
    chat = world.chats.get(source_id)
    if chat is None and source_id < 0:
        raise Refused("chat not found")
    if chat is not None and chat.kind == "channel":
        return _channel_origin(chat, chat.last_message_id or 1, date, "")
    if chat is not None and chat.kind != "private":
        shown = chat.payload()
        origin: Json = {"type": "chat", "sender_chat": shown, "date": date}
        return {"forward_origin": origin, "forward_from_chat": shown, "forward_date": date}
    user = world.person(source_id).payload()
    origin = {"type": "user", "sender_user": user, "date": date}
    return {"forward_origin": origin, "forward_from": user, "forward_date": date}


def hidden_origin(name: str, date: int) -> Json:
    """The origin fields of something forwarded from a person who lets nobody see who they are."""
    origin: Json = {"type": "hidden_user", "sender_user_name": name, "date": date}
    return {"forward_origin": origin, "forward_sender_name": name, "forward_date": date}


def origin_of_message(world: "World", chat: "Chat", message: "Message") -> Json:
    """The origin fields of a forward of a message; a forward of a forward keeps the first origin."""
    if "forward_origin" in message.payload:
        return {name: value for name, value in message.payload.items() if name.startswith("forward_")}
    if chat.kind == "channel":
        signature = str(message.payload.get("author_signature", ""))
        return _channel_origin(chat, message.id, message.date, signature)
    sender_chat = message.payload.get("sender_chat")
    if isinstance(sender_chat, dict):
        origin: Json = {"type": "chat", "sender_chat": sender_chat, "date": message.date}
        return {"forward_origin": origin, "forward_from_chat": sender_chat, "forward_date": message.date}
    return origin_of(world, message.author_id, message.date)


def automatic_forward(world: "World", channel: "Chat", message: "Message") -> None:
    """Telegram itself brings a channel's post into the linked group."""
    group = world.chats.get(channel.linked_chat_id) if channel.linked_chat_id is not None else None
    if group is None or not group.is_group:
        return
    content = {
        **origin_of_message(world, channel, message),
        "is_automatic_forward": True,
        **carried(message),
    }
    author = Author(person=world.people[TELEGRAM_ID], true_id=TELEGRAM_ID, chat=channel)
    post(
        world,
        group,
        Draft(author=author, at=message.date, content=content, kind=message.kind, poll_id=message.poll_id),
    )


def _channel_origin(chat: "Chat", message_id: int, date: int, signature: str) -> Json:
    shown = chat.payload()
    origin: Json = {"type": "channel", "chat": shown, "message_id": message_id, "date": date}
    if signature:
        origin["author_signature"] = signature
    return {
        "forward_origin": origin,
        "forward_from_chat": shown,
        "forward_from_message_id": message_id,
        "forward_date": date,
    }
