"""Messages and scenes for the tests of rules."""

from datetime import UTC, datetime, timedelta

from domain.messages import Link, Message, Origin
from domain.rules.judgement import Recent

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)
CHAT = -100200300


def said(
    text: str = "",
    *,
    second: float = 0,
    message_id: int = 1000,
    album: str | None = None,
    links: tuple[Link, ...] = (),
    edited: bool = False,
    origin: Origin = Origin.MEMBER,
    sender_chat_id: int | None = None,
) -> Message:
    """A message of member 7, so many seconds after noon."""
    return Message(
        chat_id=CHAT,
        message_id=message_id,
        at=NOON + timedelta(seconds=second),
        origin=origin,
        sender_id=7 if sender_chat_id is None else None,
        sender_name="Ada",
        sender_chat_id=sender_chat_id,
        text=text,
        album=album,
        links=links,
        edited=edited,
    )


def before(second: float, message_id: int, album: str | None = None, *, removed: bool = False) -> Recent:
    """A message written earlier, so many seconds after noon."""
    return Recent(message_id=message_id, at=NOON + timedelta(seconds=second), album=album, removed=removed)
