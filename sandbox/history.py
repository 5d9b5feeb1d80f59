"""What people would see, in order: the sandbox's own record of every chat."""

from typing import Literal

import msgspec

EntryKind = Literal[
    "message",
    "service",
    "edit",
    "delete",
    "reaction",
    "press",
    "answer",
    "restrict",
    "ban",
    "unban",
    "promote",
    "join_request",
]


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """How a sender looks to others."""

    id: int
    name: str
    is_bot: bool = False
    color: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened in a chat; the message itself is looked up when somebody reads."""

    seq: int
    at: int
    kind: EntryKind
    message_id: int | None = None
    sender: Face | None = None
    target: Face | None = None
    text: str = ""


class Button(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An inline button as people see it."""

    text: str
    data: str | None = None
    url: str | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction and how many people chose it."""

    emoji: str
    count: int


class View(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with all a reader needs; `deleted` and `reactions` are as of the reading.

    `seen_by` is who alone sees it, `file_id` what its bytes can be fetched by.
    """

    seq: int
    at: int
    kind: EntryKind
    message_id: int | None
    sender: Face | None
    target: Face | None
    text: str
    html: str
    media: str | None
    action: str | None
    reply_to: int | None
    thread: int | None
    buttons: list[list[Button]]
    reactions: list[Tally]
    poll: list[Tally]
    deleted: bool
    seen_by: int | None = None
    file_id: str | None = None
    file_name: str | None = None
