"""A morning as the checks are given it, small enough to be written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.demo.cast import Player
from bot.demo.evidence import Evidence, Said, Tongue
from bot.demo.room import Button, Call, Event, Face

if TYPE_CHECKING:
    from services.words import Words

NINE = datetime(2026, 5, 29, 9, tzinfo=UTC)
BOT = Face(id=1, name="Steward", is_bot=True)
EVE = Face(id=2, name="Eve")
PLAYERS = {
    "first": Player(person_id=11, name="Ann", run=4),
    "second": Player(person_id=12, name="Ben", run=6),
    "third": Player(person_id=13, name="Cleo", run=0),
    "curious": Player(person_id=14, name="Dan"),
    "manager": Player(person_id=15, name="Mia"),
    "owner": Player(person_id=19, name="Olga"),
    "spammer": Player(person_id=16, name="Spam", is_new=True),
    "flooder": Player(person_id=17, name="Flood", is_new=True),
    "newcomer": Player(person_id=18, name="Newt", is_new=True),
}


def morning(words: Words) -> Evidence:
    """Nothing has happened yet."""
    return Evidence(
        tongue=Tongue(words=words, language="en", timezone="UTC"),
        title="Club",
        players=PLAYERS,
        said={},
        events=(),
        calls=(),
        nine=NINE,
        written_yesterday=74,
    )


def wrote(before: Evidence, line: str, *message_ids: int, deleted: bool = False) -> Evidence:
    """Somebody wrote a line's messages, which stand or are gone by now."""
    said = {**before.said, line: [Said(message_id=one, at=100.0) for one in message_ids]}
    lines = [event(message_id=one, sender=EVE, text=line, deleted=deleted) for one in message_ids]
    return replace(before, said=said, events=(*before.events, *lines))


def told(before: Evidence, text: str, *, to: int | None = None, at: datetime = NINE, buttons: bool = False) -> Evidence:
    """The bot wrote something."""
    row = [[Button(text="x")]] if buttons else []
    line = event(sender=BOT, text=text, reply_to=to, at=int(at.timestamp()), buttons=row)
    return replace(before, events=(*before.events, line))


def pressed(before: Evidence) -> Evidence:
    """Somebody pressed a button."""
    return replace(before, events=(*before.events, event(kind="press", sender=EVE)))


def called(before: Evidence, method: str, status: int = 200, **params: object) -> Evidence:
    """The bot called a method."""
    call = Call(seq=1, at=100.25, method=method, params=params, status=status, description="")
    return replace(before, calls=(*before.calls, call))


def event(
    *,
    kind: str = "message",
    message_id: int | None = None,
    sender: Face,
    text: str = "",
    reply_to: int | None = None,
    at: int = 0,
    buttons: list[list[Button]] | None = None,
    deleted: bool = False,
) -> Event:
    return Event(
        seq=1,
        at=at,
        kind=kind,
        message_id=message_id,
        sender=sender,
        text=text,
        reply_to=reply_to,
        buttons=buttons or [],
        deleted=deleted,
    )
