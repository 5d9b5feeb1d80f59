"""A group message as rules and roll-ups see it, whatever it came from: live update, import or test.

What is made for every message is a msgspec Struct: built several times as fast as a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Origin(StrEnum):
    """In whose name a message stands; only MEMBER counts as a person's activity."""

    MEMBER = "member"
    BOT = "bot"
    ANONYMOUS_ADMIN = "anonymous_admin"
    CHANNEL = "channel"
    LINKED_CHANNEL = "linked_channel"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text: shown or hidden behind words or a button."""

    url: str
    hidden: bool


class Message(Struct, frozen=True, kw_only=True):
    """One message of a group. `text` is the caption for media; `kind` is Telegram's field name (text, photo …).

    `reply_to_user` is the author of the message replied to, never a topic's root (the implicit reply of topics
    is dropped), and None when the author is the sender, unknown or not a person. `mentioned` are user ids of
    text mentions, `mentioned_names` are @usernames without the @, in lower case.
    """

    chat_id: int
    message_id: int
    at: datetime
    origin: Origin
    sender_id: int | None
    sender_name: str
    sender_chat_id: int | None = None
    text: str = ""
    kind: str = "text"
    thread_id: int | None = None
    reply_to_message: int | None = None
    reply_to_user: int | None = None
    reply_to_name: str = ""
    mentioned: tuple[int, ...] = ()
    mentioned_names: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    album: str | None = None
    forwarded: bool = False
    via_bot: bool = False
    edited: bool = False
