"""People write, change, delete and pin messages."""

from typing import Literal

import msgspec

from sandbox.acts.act import Act, MessageKind, Ref, When

StickerFormat = Literal["static", "animated", "video"]


class LinkButton(msgspec.Struct, frozen=True, kw_only=True):
    """A button with an address, as messages made by inline bots and forwards of bots' messages have them."""

    text: str
    url: str


class Say(Act, frozen=True, kw_only=True):
    """A person sends a message; commands, mentions, tags and links get their entities as a client would.

    `text` is a poll's question, a checklist's title, and otherwise a caption where the kind has one; `title` names
    a song, a venue, a game or an invoice. Equal `file`s are the same file to Telegram; with a
    `mime_type` of text it is what the file holds.
    """

    chat_id: int
    person_id: int
    at: When = None
    text: str = ""
    html: bool = False
    kind: MessageKind = "text"
    caption: str | None = None
    reply_to: Ref | None = None
    quote: str | None = None
    quote_is_manual: bool = True
    external_reply: int | None = None
    reply_to_story: int | None = None
    thread_id: Ref | None = None
    name: str | None = None
    sender_chat_id: int | None = None
    forward_from: int | None = None
    forward_name: str | None = None
    via_bot_id: int | None = None
    buttons: tuple[tuple[LinkButton, ...], ...] = ()
    media_group_id: str | None = None
    spoiler: bool = False
    file: str | None = None
    file_name: str | None = None
    mime_type: str | None = None
    emoji: str | None = None
    sticker_format: StickerFormat = "static"
    premium: bool = False
    set_name: str | None = None
    title: str | None = None
    performer: str | None = None
    address: str | None = None
    phone_number: str | None = None
    contact_name: str | None = None
    story_of: int | None = None
    options: tuple[str, ...] = ()
    anonymous: bool = True
    multiple: bool = False


class Edit(Act, frozen=True, kw_only=True):
    """An author changes the text or caption of a message."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref
    text: str
    html: bool = False


class Erase(Act, frozen=True, kw_only=True):
    """A person deletes a message; Telegram tells bots nothing about it."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref


class Pin(Act, frozen=True, kw_only=True):
    """An administrator pins a message."""

    chat_id: int
    person_id: int
    message: Ref
    at: When = None
