"""Messages of a Telegram Desktop export (`result.json`), as the domain sees them.

Shapes follow tdesktop's export_output_json: user ids stand in `from_id` as "user1", dates as strings of seconds,
texts as `text_entities` (older exports: as `text`, a string or a list of strings and objects).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from domain.messages import PLAIN_TRAITS, Forward, Link, Message, Origin
from domain.traits import OF_ENTITY, OF_KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

SUPERGROUP = -1_000_000_000_000
TOPIC_CREATED = "topic_created"
JOINED = frozenset({"join_group_by_link", "join_group_by_request"})


class TextPart(msgspec.Struct, frozen=True):
    """A run of text with what it is (plain, mention, link, text_link, mention_name …)."""

    type: str = "plain"
    text: str = ""
    href: str | None = None
    user_id: int | None = None


class Reactor(msgspec.Struct, frozen=True):
    """Somebody who reacted lately."""

    from_id: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    date: str | None = None


class ReactionCount(msgspec.Struct, frozen=True):
    """How often one reaction was given, and by whom lately."""

    recent: tuple[Reactor, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """One entry of `messages`."""

    id: int
    type: str = "message"
    date: str = "1970-01-01T00:00:00"
    date_unixtime: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    from_id: str | None = None
    actor: str | None = None
    actor_id: str | None = None
    action: str | None = None
    members: tuple[str | None, ...] | None = ()
    reply_to_message_id: int | None = None
    reply_to_peer_id: str | None = None
    text: str | tuple[str | TextPart, ...] = ""
    text_entities: tuple[TextPart, ...] = ()
    reactions: tuple[ReactionCount, ...] = ()
    forwarded_from: str | None = None
    saved_from: str | None = None
    via_bot: str | None = None
    media_type: str | None = None
    photo: object = None
    file: object = None
    poll: object = None
    contact_information: object = None
    location_information: object = None
    place_name: object = None
    game_title: object = None
    dice_emoji: object = None

    @property
    def at(self) -> datetime:
        """When it was written; exports without `date_unixtime` have local time only, which is taken for UTC."""
        if self.date_unixtime is not None:
            return datetime.fromtimestamp(int(self.date_unixtime), UTC)
        return wall_clock(self.date)

    @property
    def reactors(self) -> dict[int, tuple[datetime, str]]:
        """By user id, when each person whom the export names reacted last, and their name.

        Reactions have local dates only: the message's two dates tell how far local is from UTC.
        """
        ahead = wall_clock(self.date) - self.at
        found: dict[int, tuple[datetime, str]] = {}
        for reactor in (one for count in self.reactions for one in count.recent):
            user_id = user_of(reactor.from_id)
            if user_id is not None:
                at = max(self.at, wall_clock(reactor.date) - ahead) if reactor.date else self.at
                found[user_id] = max(found.get(user_id, (at, "")), (at, reactor.sender or ""))
        return found


def wall_clock(date: str) -> datetime:
    """A local date taken for UTC."""
    return datetime.fromisoformat(date).replace(tzinfo=UTC)


MEDIA_TYPES = {
    "sticker": "sticker",
    "animation": "animation",
    "video_file": "video",
    "video_message": "video_note",
    "voice_message": "voice",
    "audio_file": "audio",
}
MEDIA_FIELDS = (
    ("poll", "poll"),
    ("contact_information", "contact"),
    ("place_name", "venue"),
    ("location_information", "location"),
    ("game_title", "game"),
    ("dice_emoji", "dice"),
    ("photo", "photo"),
    ("file", "document"),
)


def parts_of(record: Record) -> tuple[TextPart, ...]:
    """The text in parts, whichever form the export has."""
    if record.text_entities:
        return record.text_entities
    pieces = (record.text,) if isinstance(record.text, str) else record.text
    return tuple(TextPart(text=piece) if isinstance(piece, str) else piece for piece in pieces)


def kind_of(record: Record, text: str) -> str | None:
    """Bot API's field name of what a message carries; None when it carries nothing."""
    if record.media_type in MEDIA_TYPES:
        return MEDIA_TYPES[record.media_type]
    for field, kind in MEDIA_FIELDS:
        if getattr(record, field) is not None:
            return kind
    return "text" if text else None


def user_of(peer: str | None) -> int | None:
    """The user id in `user123`."""
    return int(peer.removeprefix("user")) if peer and peer.startswith("user") else None


def chat_of(peer: str | None) -> int | None:
    """The Bot API's chat id of `channel123`."""
    return SUPERGROUP - int(peer.removeprefix("channel")) if peer and peer.startswith("channel") else None


def translate(record: Record, *, chat_id: int) -> Message | None:
    """The message, its reply still unresolved: `reply_to_message` is as exported, `reply_to_user` is not set.

    None for what is no message of anybody.
    """
    parts = parts_of(record)
    text = "".join(part.text for part in parts)
    kind = kind_of(record, text)
    user_id, sender_chat = user_of(record.from_id), chat_of(record.from_id)
    if kind is None or (user_id is None and sender_chat is None):
        return None
    origin = Origin.MEMBER
    if sender_chat is not None:
        origin = _origin_of_chat(record, is_own=sender_chat == chat_id)
    return Message(
        chat_id=chat_id,
        message_id=record.id,
        at=record.at,
        origin=origin,
        sender_id=user_id,
        sender_name=record.sender or "",
        sender_chat_id=sender_chat,
        text=text,
        kind=kind,
        reply_to_message=None if record.reply_to_peer_id else record.reply_to_message_id,
        mentioned=tuple(part.user_id for part in parts if part.type == "mention_name" and part.user_id),
        mentioned_names=tuple(part.text.removeprefix("@").lower() for part in parts if part.type == "mention"),
        links=tuple(_link(part) for part in parts if part.type in {"link", "text_link"}),
        traits=_traits(record, kind, parts),
        forward=None if record.forwarded_from is None else Forward(kind="hidden", name=record.forwarded_from),
        via_bot=(record.via_bot or "").removeprefix("@").lower(),
    )


def _traits(record: Record, kind: str, parts: Sequence[TextPart]) -> frozenset[str]:
    """What the export tells of a message besides its words; its links and mentions among it."""
    found: set[str] = {OF_KIND[kind]} if kind in OF_KIND else set()
    found |= {OF_ENTITY[part.type] for part in parts if part.type in OF_ENTITY}
    if record.forwarded_from is not None:
        found.add("forward")
    if record.via_bot is not None:
        found.add("inline")
    return PLAIN_TRAITS if found == PLAIN_TRAITS else frozenset(found)


def _origin_of_chat(record: Record, *, is_own: bool) -> Origin:
    """What the linked channel posts is copied into its discussion group by Telegram, saved from the channel."""
    if is_own:
        return Origin.ANONYMOUS_ADMIN
    return Origin.CHANNEL if record.saved_from is None else Origin.LINKED_CHANNEL


def _link(part: TextPart) -> Link:
    return Link(url=part.href, hidden=True) if part.href else Link(url=part.text, hidden=False)
