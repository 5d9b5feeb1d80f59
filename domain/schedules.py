"""When something happens again: cron expressions, and their occurrences on a chat's wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from domain.phrases import phrase
from domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.phrases import Phrase

FIELDS = 5
LONGEST = 64
SHOWN = 40
MOST_A_DAY = 48
EPOCH = datetime(2024, 1, 1)  # noqa: DTZ001 - wall clocks are compared without a zone


@dataclass(frozen=True, kw_only=True, slots=True)
class Trigger:
    """A valid five-field cron expression; 0 and 7 are Sunday."""

    cron: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One time it happens: named by the local date and the time on the wall clock, at an instant."""

    local_date: date
    slot: str
    at: datetime


def cron(text: str) -> Trigger:
    """The trigger a cron expression means. Raises Refusal for one that is wrong, never fires or fires too often."""
    expression = " ".join(text.split())
    shown = expression[:SHOWN]
    fields = expression.split()
    if len(fields) != FIELDS or len(expression) > LONGEST:
        raise Refusal(phrase("posts-when-fields", text=shown))
    try:
        first = next(CronSim(expression, EPOCH), None)
    except CronSimError as error:
        raise Refusal(_complaint(fields, str(error))) from error
    if first is None:
        raise Refusal(phrase("posts-when-never", text=shown))
    if _times_a_day(expression) > MOST_A_DAY:
        raise Refusal(phrase("posts-when-often", most=MOST_A_DAY))
    return Trigger(cron=expression)


def _complaint(fields: list[str], error: str) -> Phrase:
    """What is wrong, by field: a day that no month has is never, not a typing error."""
    name = error.removeprefix("Bad ")
    day = fields[2]
    if name == "day-of-month" and day.isdecimal() and 1 <= int(day) <= 31:  # noqa: PLR2004 - the longest month
        return phrase("posts-when-never", text=" ".join(fields)[:SHOWN])
    return phrase("posts-when-field", text=" ".join(fields)[:SHOWN], field=name)


def _times_a_day(expression: str) -> int:
    sim = CronSim(expression, EPOCH)
    return len(sim.minutes) * len(sim.hours)


def occurrences(trigger: Trigger, *, timezone: str, after: datetime) -> Iterator[Occurrence]:
    """Every occurrence later than the instant, in order; one for each date and slot whatever the clocks do."""
    zone = ZoneInfo(timezone)
    midnight = datetime.combine(after.astimezone(zone), time.min)
    for day, walls in groupby(CronSim(trigger.cron, midnight - timedelta(minutes=1)), key=datetime.date):
        found = ((at, wall) for wall in walls if (at := instant(wall, zone)) is not None)
        for at, wall in sorted(found):
            if at > after:
                yield Occurrence(local_date=day, slot=f"{wall:%H:%M}", at=at)


def next_occurrence(trigger: Trigger, *, timezone: str, after: datetime) -> Occurrence | None:
    """The first occurrence later than the instant."""
    return next(occurrences(trigger, timezone=timezone, after=after), None)


def instant(wall: datetime, zone: ZoneInfo) -> datetime | None:
    """The instant a naive wall clock time stands for; None on a date the zone leaves out.

    A time that comes twice is its first; one that is skipped comes as much later as the clocks jump, or as
    much earlier when it would otherwise leave its date.
    """
    for fold in (0, 1):
        at = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if at.astimezone(zone).date() == wall.date():
            return at
    return None
