"""From Telegram's shapes to the domain's: whose message it is, what it answers, where it points."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import UNSET

from bot.contents import NOTHING_MORE, contents, forward, is_bare, traits
from bot.telegram_shapes import MEDIA
from domain.messages import Link, Message, Origin
from domain.people import Sighting, full_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot import telegram_shapes as shapes

SERVICE_ACCOUNT = 777000
SHARED_IDENTITIES = frozenset({SERVICE_ACCOUNT, 1087968824, 136817688})
LAST_BMP = "\uffff"


def instant(seconds: int) -> datetime:
    """Telegram's date as an aware datetime."""
    return datetime.fromtimestamp(seconds, UTC)


def sighting(user: shapes.User) -> Sighting:
    """A person as shown by an update."""
    return Sighting(
        user_id=user.id,
        name=full_name(user.first_name, user.last_name),
        username=user.username,
        is_bot=user.is_bot,
        client_language=user.language_code,
    )


def kind(message: shapes.Message) -> str | None:
    """Telegram's field name of what the message carries; None for service messages."""
    if message.text is not None:
        return "text"
    return next((name for name in MEDIA if getattr(message, name) is not UNSET), None)


def origin(message: shapes.Message) -> Origin:
    """In whose name the message stands."""
    if message.sender_chat is not None:
        if message.is_automatic_forward:
            return Origin.LINKED_CHANNEL
        return Origin.ANONYMOUS_ADMIN if message.sender_chat.id == message.chat.id else Origin.CHANNEL
    if message.sender is None or message.sender.id == SERVICE_ACCOUNT:
        return Origin.LINKED_CHANNEL
    return Origin.BOT if message.sender.is_bot else Origin.MEMBER


def translate(message: shapes.Message, *, edited: bool = False) -> Message:
    """The domain's message; raises nothing for any content message of a group."""
    whose = origin(message)
    person = message.sender if whose in {Origin.MEMBER, Origin.BOT} else None
    text = message.text if message.text is not None else message.caption or ""
    entities = message.entities or message.caption_entities
    replied, replied_user = _answered(message)
    mentioned, names, links = _pointed_at(text, entities) if entities else ((), (), ())
    what = kind(message) or "service"
    more = NOTHING_MORE if what == "text" and is_bare(message) else contents(message, what)
    return Message(
        chat_id=message.chat.id,
        message_id=message.message_id,
        at=instant(message.date),
        origin=whose,
        sender_id=None if person is None else person.id,
        sender_name=_sender_name(message, person),
        sender_chat_id=None if message.sender_chat is None else message.sender_chat.id,
        text=text,
        kind=what,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_to_message=replied,
        reply_to_user=None if replied_user is None else replied_user.id,
        reply_to_name="" if replied_user is None else full_name(replied_user.first_name, replied_user.last_name),
        mentioned=mentioned,
        mentioned_names=names,
        links=links + more.links,
        album=message.media_group_id,
        edited=edited,
        sender_username=_username(person or message.sender_chat),
        traits=traits(message, what, entities, more),
        parts=more.parts,
        forward=None if message.forward_origin is None else forward(message.forward_origin),
        via_bot="" if message.via_bot is None else _username(message.via_bot) or str(message.via_bot.id),
        custom_emoji=sum(entity.type == "custom_emoji" for entity in entities) if entities else 0,
        sticker_set=more.sticker_set,
        file_name=more.file_name,
    )


def _username(who: shapes.User | shapes.Chat | None) -> str:
    return (who.username or "").lower() if who is not None else ""


def _sender_name(message: shapes.Message, person: shapes.User | None) -> str:
    if person is not None:
        return full_name(person.first_name, person.last_name)
    return "" if message.sender_chat is None else message.sender_chat.title or ""


def _answered(message: shapes.Message) -> tuple[int | None, shapes.User | None]:
    """What is replied to, and the person who wrote it.

    A message that answers nothing in a forum topic carries the topic's root as reply: that is no reply.
    """
    replied = message.reply_to_message
    if replied is None or (message.is_topic_message and replied.message_id == message.message_thread_id):
        return None, None
    author = replied.sender
    if author is None or author.is_bot or replied.sender_chat is not None or author.id in SHARED_IDENTITIES:
        return replied.message_id, None
    if message.sender is not None and author.id == message.sender.id:
        return replied.message_id, None
    return replied.message_id, author


def _pointed_at(
    text: str, entities: tuple[shapes.Entity, ...]
) -> tuple[tuple[int, ...], tuple[str, ...], tuple[Link, ...]]:
    """People and addresses an author points at."""
    mentioned: list[int] = []
    names: list[str] = []
    links: list[Link] = []
    cut = _slicer(text)
    for entity in entities:
        if entity.type == "text_mention" and entity.user is not None:
            mentioned.append(entity.user.id)
        elif entity.type == "mention":
            names.append(cut(entity).removeprefix("@").lower())
        elif entity.type == "url":
            links.append(Link(url=cut(entity), hidden=False))
        elif entity.type == "text_link" and entity.url:
            links.append(Link(url=entity.url, hidden=True))
    return tuple(mentioned), tuple(names), tuple(links)


def _slicer(text: str) -> Callable[[shapes.Entity], str]:
    """Cuts an entity out of a text; UTF-16 units are characters unless some lie beyond the basic plane."""
    if not text or max(text) <= LAST_BMP:
        return lambda entity: text[entity.offset : entity.offset + entity.length]
    wide = text.encode("utf-16-le")
    return lambda entity: wide[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")
