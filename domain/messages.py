"""A group message as rules and roll-ups see it, whatever it came from: live update, import or test.

What is made for every message is a msgspec Struct: built several times as fast as a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
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


ForwardKind: TypeAlias = Literal["user", "bot", "hidden", "chat", "channel"]


class Forward(Struct, frozen=True, kw_only=True):
    """Where a forwarded message comes from. `source_id` is a user's or chat's id, None for who hides it."""

    kind: ForwardKind
    source_id: int | None = None
    name: str = ""
    username: str = ""


# What is written by whoever sends it, so that how it is written says something about them.
OWN_PARTS = frozenset({"poll", "checklist"})


class Message(Struct, frozen=True, kw_only=True):
    """One message of a group. `text` is the caption for media; `kind` is Telegram's field name (text, photo …).

    `reply_to_user` is the author of the message replied to, never a topic's root (the implicit reply of topics
    is dropped), and None when the author is the sender, unknown or not a person. `mentioned` are user ids of
    text mentions, `mentioned_names` are @usernames without the @, in lower case.
    `traits` are what the message is or has besides words (domain/traits.py), `parts` further words that people
    read in it: a poll's, a contact's name, button labels, a quote. `via_bot` is the inline bot's @name.
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
    edited: bool = False
    sender_username: str = ""
    traits: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    forward: Forward | None = None
    via_bot: str = ""
    custom_emoji: int = 0
    sticker_set: str = ""
    file_name: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything in it that people read."""
        return (self.text, *self.parts) if self.text else self.parts

    @property
    def said(self) -> str:
        """What the sender says: text or caption, a poll's or checklist's words; no quote, file name or contact."""
        return "\n".join(self.words) if self.kind in OWN_PARTS else self.text


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of a message beside its own columns, so that rules can be tried on it later."""

    links: tuple[Link, ...] = ()
    mentioned: tuple[int, ...] = ()
    mentioned_names: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    forward: Forward | None = None
    via_bot: str = ""
    custom_emoji: int = 0
    sticker_set: str = ""
    file_name: str = ""


FACTS = Facts.__struct_fields__
PLAIN = Facts()
# Plain text is most of what is written, and needs no facts.
PLAIN_TRAITS = frozenset({"text"})
decode_facts = msgspec.json.Decoder(Facts).decode


def facts_of(message: Message) -> str | None:
    """A message's facts as JSON, None when there are none."""
    if message.traits is PLAIN_TRAITS and not (message.links or message.mentioned or message.mentioned_names):
        return None
    traits = PLAIN.traits if message.traits == PLAIN_TRAITS else message.traits
    facts = Facts(**{name: getattr(message, name) for name in FACTS} | {"traits": traits})
    return None if facts == PLAIN else msgspec.json.encode(facts).decode()


def with_facts(message: Message, kept: str | None) -> Message:
    """A message as it was, from its own columns and its facts."""
    if kept is None:
        return msgspec.structs.replace(message, traits=PLAIN_TRAITS) if message.kind == "text" else message
    facts = decode_facts(kept)
    found = {name: getattr(facts, name) for name in FACTS}
    if not facts.traits and message.kind == "text":
        found["traits"] = PLAIN_TRAITS
    return msgspec.structs.replace(message, **found)
