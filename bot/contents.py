"""What a message carries besides its text: the words in it, where they lead, and what kind of thing it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, Struct

from bot.telegram_shapes import (
    contact_decoder,
    external_decoder,
    file_decoder,
    keyboard_decoder,
    poll_decoder,
    titled_decoder,
)
from domain.messages import PLAIN_TRAITS, Forward, Link
from domain.people import full_name
from domain.traits import OF_ENTITY, OF_KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msgspec import Raw

    from bot import telegram_shapes as shapes
    from domain.messages import ForwardKind

FILES = frozenset({"animation", "audio", "document", "sticker", "video"})
TITLED = frozenset({"checklist", "game", "invoice", "venue"})
SHORTENED: dict[str, ForwardKind] = {"hidden_user": "hidden", "chat": "chat", "channel": "channel"}
FORWARD_TRAITS = {
    "user": "forwarduser",
    "hidden": "forwarduser",
    "bot": "forwardbot",
    "chat": "forwardchat",
    "channel": "forwardchannel",
}


class More(Struct, frozen=True, kw_only=True):
    """Words and addresses outside the text, and what else only the content itself tells."""

    parts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    traits: tuple[str, ...] = ()
    sticker_set: str = ""
    file_name: str = ""


NOTHING_MORE = More()


def is_bare(message: shapes.Message) -> bool:
    """Whether a text stands alone, as most do."""
    return (
        message.reply_markup is UNSET
        and message.quote is None
        and message.external_reply is UNSET
        and message.link_preview_options is None
    )


def contents(message: shapes.Message, kind: str) -> More:
    """Everything beyond the text and caption."""
    own = _of_media(getattr(message, kind), kind) if kind in _READERS else NOTHING_MORE
    parts, links, found = list(own.parts), list(own.links), list(own.traits)
    if message.quote is not None:
        parts.append(message.quote.text)
        found.append("quote")
    if message.external_reply is not UNSET:
        parts += _named_outside(message.external_reply)
        found.append("externalreply")
    if message.link_preview_options is not None and message.link_preview_options.url:
        # An app can show a page whose address stands nowhere in the text.
        links.append(Link(url=message.link_preview_options.url, hidden=True))
    if message.reply_markup is not UNSET:
        labels, addresses = _behind_buttons(message.reply_markup)
        parts += labels
        links += addresses
        found.append("button")
    return More(
        parts=tuple(filter(None, parts)),
        links=tuple(links),
        traits=tuple(found),
        sticker_set=own.sticker_set,
        file_name=own.file_name,
    )


def traits(message: shapes.Message, kind: str, entities: Sequence[shapes.Entity], more: More) -> frozenset[str]:
    """What the message is and has, by the names of domain/traits.py; one value for all plain texts."""
    if (
        kind == "text"
        and not entities
        and more is NOTHING_MORE
        and message.forward_origin is None
        and message.via_bot is None
        and message.sender_chat is None
        and not is_comment(message)
    ):
        return PLAIN_TRAITS
    found: set[str] = {OF_KIND[kind]} if kind in OF_KIND else set()
    found.update(OF_ENTITY[entity.type] for entity in entities if entity.type in OF_ENTITY)
    found.update(more.traits)
    if message.forward_origin is not None:
        found |= {"forward", FORWARD_TRAITS[forward(message.forward_origin).kind]}
    told = {
        "album": message.media_group_id is not None,
        "comment": is_comment(message),
        "spoiler": message.has_media_spoiler,
        "inline": message.via_bot is not None,
        "anonchannel": message.sender_chat is not None and message.sender_chat.id != message.chat.id,
        "forwardstory": kind == "story" and message.forward_origin is not None,
    }
    return frozenset(found.union(name for name, holds in told.items() if holds))


def is_comment(message: shapes.Message) -> bool:
    """Whether it answers a post of the linked channel."""
    return message.reply_to_message is not None and message.reply_to_message.is_automatic_forward


def forward(origin: shapes.Origin) -> Forward:
    """Where a message was forwarded from."""
    user, chat = origin.sender_user, origin.sender_chat or origin.chat
    if user is not None:
        kind: ForwardKind = "bot" if user.is_bot else "user"
        name = full_name(user.first_name, user.last_name)
        return Forward(kind=kind, source_id=user.id, name=name, username=(user.username or "").lower())
    if chat is not None:
        kind = SHORTENED.get(origin.type, "chat")
        username = (chat.username or "").lower()
        return Forward(kind=kind, source_id=chat.id, name=chat.title or "", username=username)
    return Forward(kind="hidden", name=origin.sender_user_name)


def _of_media(raw: Raw, kind: str) -> More:
    return _READERS[kind](raw)


def _file(raw: Raw) -> More:
    file = file_decoder.decode(raw)
    found = []
    if file.is_animated or file.is_video:
        found.append("stickeranimated")
    if file.premium_animation is not UNSET:
        found.append("stickerpremium")
    parts = (file.title, file.performer, file.file_name)
    return More(parts=parts, traits=tuple(found), sticker_set=file.set_name.lower(), file_name=file.file_name.lower())


def _poll(raw: Raw) -> More:
    poll = poll_decoder.decode(raw)
    return More(parts=(poll.question, poll.description, *(option.text for option in poll.options)))


def _contact(raw: Raw) -> More:
    contact = contact_decoder.decode(raw)
    return More(parts=(f"{contact.first_name} {contact.last_name}".strip(), contact.phone_number, contact.vcard))


def _titled(raw: Raw) -> More:
    titled = titled_decoder.decode(raw)
    return More(parts=(titled.title, titled.description, titled.address, *(task.text for task in titled.tasks)))


_READERS = {
    "poll": _poll,
    "contact": _contact,
    **dict.fromkeys(FILES, _file),
    **dict.fromkeys(TITLED, _titled),
}


def _named_outside(raw: Raw) -> tuple[str, ...]:
    """The name of the chat or channel whose message is answered to."""
    external = external_decoder.decode(raw)
    chats = (external.chat, external.origin.chat if external.origin else None)
    return tuple(text for chat in chats if chat is not None for text in (chat.title or "", chat.username or ""))


def _behind_buttons(markup: Raw) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    """Labels and addresses of buttons: a member can send them through a bot or a forward."""
    buttons = [button for row in keyboard_decoder.decode(markup).inline_keyboard for button in row]
    pages = [page.url for button in buttons for page in (button.login_url, button.web_app) if page is not None]
    urls = (*(button.url for button in buttons), *pages)
    return tuple(button.text for button in buttons), tuple(Link(url=url, hidden=True) for url in urls if url)
