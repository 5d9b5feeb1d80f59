"""A chat's history as `/sandbox/chats/{id}/history` gives it."""

import msgspec


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody looks."""

    id: int
    name: str
    is_bot: bool = False
    color: str = ""


class Button(msgspec.Struct, frozen=True, kw_only=True):
    """An inline button."""

    text: str
    data: str | None = None
    url: str | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction or a poll's option, and how many chose it."""

    emoji: str
    count: int


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened in a chat."""

    seq: int
    at: int
    kind: str
    message_id: int | None = None
    sender: Face | None = None
    target: Face | None = None
    text: str = ""
    html: str = ""
    media: str | None = None
    action: str | None = None
    reply_to: int | None = None
    thread: int | None = None
    buttons: list[list[Button]] = []
    reactions: list[Tally] = []
    poll: list[Tally] = []
    deleted: bool = False
    seen_by: int | None = None


def read(history: bytes | str) -> list[Event]:
    """The events of a history given as JSON."""
    return msgspec.json.decode(history, type=list[Event])
