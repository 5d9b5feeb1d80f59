"""Changing and deleting messages."""

from typing import TYPE_CHECKING

from sandbox.access import find, reach
from sandbox.errors import bad_request
from sandbox.keyboards import inline_keyboard
from sandbox.media import FILE_FIELDS
from sandbox.methods.media import media_item
from sandbox.methods.texts import message_ids
from sandbox.outgoing import caption, message_text, own_message
from sandbox.posting import face, record, render

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
_TWO_DAYS = 48 * 3600
_TEXT_FIELDS = ("text", "entities", "link_preview_options", "reply_markup")
_CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")


def edit_text(world: "World", call: "Call") -> object:
    """EditMessageText."""
    content = message_text(world, call)
    content.update(_markup(call))
    chat, message = own_message(world, call)
    if "text" not in message.payload:
        raise bad_request("there is no text in the message to edit")
    return _replace(world, chat, message, _TEXT_FIELDS, content)


def edit_caption(world: "World", call: "Call") -> object:
    """EditMessageCaption."""
    content = caption(world, call)
    content.update(_markup(call))
    chat, message = own_message(world, call)
    if message.kind in {"text", "sticker", "dice", "poll", "location", "contact"}:
        raise bad_request("there is no caption in the message to edit")
    return _replace(world, chat, message, _CAPTION_FIELDS, content)


def edit_markup(world: "World", call: "Call") -> object:
    """EditMessageReplyMarkup."""
    content = _markup(call)
    chat, message = own_message(world, call)
    return _replace(world, chat, message, ("reply_markup",), content)


def edit_media(world: "World", call: "Call") -> object:
    """editMessageMedia: another file, with its own caption."""
    media = call.mapping("media", "input media")
    if media is None:
        raise bad_request("media not found")
    kind, content = media_item(world, call, media)
    content.update(_markup(call))
    chat, message = own_message(world, call)
    if message.kind in {"sticker", "dice", "poll", "location", "contact", "voice", "video_note"}:
        raise bad_request("message can't be edited")
    edited = _replace(world, chat, message, (*FILE_FIELDS, *_TEXT_FIELDS, *_CAPTION_FIELDS), content)
    message.kind = kind
    return edited


def delete_message(world: "World", call: "Call") -> object:
    """DeleteMessage."""
    chat = reach(world, call)
    message = find(chat, call.integer("message_id"), "message to delete")
    _check_deletable(world, chat, message)
    _delete(world, chat, message)
    return True


def delete_messages(world: "World", call: "Call") -> object:
    """deleteMessages: all that are still there, or none if one may not be deleted."""
    ids = message_ids(call)
    chat = reach(world, call)
    messages = [message for number in ids if (message := chat.find(number)) is not None]
    for message in messages:
        _check_deletable(world, chat, message)
    for message in messages:
        _delete(world, chat, message)
    return True


def _markup(call: "Call") -> "Json":
    markup = inline_keyboard(call.value("reply_markup", "reply keyboard markup"))
    return {} if markup is None else {"reply_markup": markup}


def _replace(world: "World", chat: "Chat", message: "Message", fields: tuple[str, ...], content: "Json") -> "Json":
    current = {name: message.payload[name] for name in fields if name in message.payload}
    if current == content:
        raise bad_request(_NOT_MODIFIED)
    at = world.clock.stamp()
    kept = {name: value for name, value in message.payload.items() if name not in fields}
    message.payload = {**kept, **content, "edit_date": at}
    record(world, chat, "edit", message=message, at=at)
    return render(chat, message)


def _check_deletable(world: "World", chat: "Chat", message: "Message") -> None:
    if message.service == "forum_topic_created":
        raise bad_request("message can't be deleted")
    if world.clock.stamp() - message.date > _TWO_DAYS:
        raise bad_request("message can't be deleted for everyone")
    if chat.kind == "private" or (message.outgoing and not message.service):
        return
    if not world.bot_member(chat).may("can_delete_messages"):
        raise bad_request("message can't be deleted")


def _delete(world: "World", chat: "Chat", message: "Message") -> None:
    message.deleted = True
    record(world, chat, "delete", message=message, sender=face(world.bot), at=world.clock.stamp())
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)


METHODS: "Methods" = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
    "editMessageMedia": edit_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
