"""Who plays which part: people of the community, found by what they did, and three who come new."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from domain.activities.checkin import MILESTONES
from handlers.checkin import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from bot.demo.room import Event, Place, Resident

WORDS = Path(__file__).parent / "words"
FIRST_NEW_ID = 8_100_000_001
STAFF = frozenset({"creator", "administrator"})
CHECK_INS = frozenset({"/checkin", *(alias for command in COMMANDS for alias in command.aliases)})


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """What is said on the morning in one language, what those who come new are called, and the time zone."""

    timezone: str
    names: dict[str, str]
    lines: dict[str, tuple[str, ...]]

    @property
    def zone(self) -> tzinfo:
        """The wall clock of the place."""
        return ZoneInfo(self.timezone)


def lines_of(language: str) -> Lines:
    """What is said in a language."""
    text = (WORDS / f"{language}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Lines)


@dataclass(frozen=True, kw_only=True, slots=True)
class Player:
    """Somebody with a part; `run` is for how many days up to yesterday they checked in without a gap."""

    person_id: int
    name: str
    run: int = 0
    is_new: bool = False


def cast(place: Place, past: Sequence[Event], lines: Lines, *, today: date) -> dict[str, Player]:
    """A player for every part: the manager, the owner, three who check in for longest, two who talk, and the new ones."""
    days = _check_in_days(past, lines.zone)
    written = Counter(event.sender.id for event in past if event.kind == "message" and event.sender)
    staff = [one for one in place.members if one.status == "administrator" and not one.is_bot]
    members = [one for one in place.members if one.status not in STAFF and not one.is_bot]
    loyal = _loyal(members, {one.id: run_until(days.get(one.id, set()), today) for one in members})
    talkers = sorted((one for one in members if one not in loyal), key=lambda one: (-written[one.id], one.id))
    creator = next(one for one in place.members if one.status == "creator")
    parts = {"manager": staff[0], "owner": creator, **dict(zip(("first", "second", "third"), loyal, strict=True))}
    parts |= {"curious": talkers[0], "helpful": talkers[1]}
    players = {part: _player(one, run_until(days.get(one.id, set()), today)) for part, one in parts.items()}
    return players | {
        part: Player(person_id=FIRST_NEW_ID + number, name=name, is_new=True)
        for number, (part, name) in enumerate(lines.names.items())
    }


def _loyal(members: Sequence[Resident], runs: dict[int, int]) -> list[Resident]:
    """The two who checked in for longest, and somebody who reaches a milestone today, if there is one."""
    ranked = sorted(members, key=lambda one: (-runs[one.id], one.id))
    third = next((one for one in ranked[2:] if runs[one.id] + 1 in MILESTONES), ranked[2])
    return [*ranked[:2], third]


def run_until(days: set[date], today: date) -> int:
    """How many days without a gap end yesterday."""
    run = 0
    while today - timedelta(days=run + 1) in days:
        run += 1
    return run


def messages_on(day: date, past: Sequence[Event], zone: tzinfo) -> int:
    """How many messages people wrote on a local day."""
    return sum(_is_said(event) and _local_day(event, zone) == day for event in past)


def _check_in_days(past: Sequence[Event], zone: tzinfo) -> dict[int, set[date]]:
    days: dict[int, set[date]] = {}
    for event in past:
        if _is_said(event) and event.sender and event.text in CHECK_INS:
            days.setdefault(event.sender.id, set()).add(_local_day(event, zone))
    return days


def _is_said(event: Event) -> bool:
    return event.kind == "message" and event.sender is not None and not event.sender.is_bot


def _local_day(event: Event, zone: tzinfo) -> date:
    return datetime.fromtimestamp(event.at, UTC).astimezone(zone).date()


def _player(one: Resident, run: int) -> Player:
    return Player(person_id=one.id, name=one.name, run=run)
