"""Instants, dates and lengths of time as a reader of the language expects them."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

    from domain.phrases import Moment

UNITS = (
    ("days", timedelta(days=1)),
    ("hours", timedelta(hours=1)),
    ("minutes", timedelta(minutes=1)),
    ("seconds", timedelta(seconds=1)),
)
SHOWN_UNITS = 2


def span_parts(span: timedelta) -> tuple[tuple[str, int], ...]:
    """The two largest units of a length of time, with their counts; at least `0 seconds`."""
    parts: list[tuple[str, int]] = []
    rest = abs(span)
    for unit, size in UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append((unit, count))
    return tuple(parts[:SHOWN_UNITS]) or (("seconds", 0),)


def moment_text(moment: Moment, *, locale: Locale, timezone: str) -> str:
    """A clock time, a date or both, in the zone; the clock has 24 hours in every language."""
    local = moment.at.astimezone(ZoneInfo(timezone))
    clock = format_time(local, "HH:mm", locale=locale)
    if moment.style == "time":
        return clock
    day = date_text(local.date(), locale=locale)
    return day if moment.style == "date" else f"{day} {clock}"


def date_text(day: date, *, locale: Locale) -> str:
    """A date with its year, the month in words where the language does so."""
    return format_date(day, date_pattern(locale), locale=locale)


@lru_cache(maxsize=16)
def date_pattern(locale: Locale) -> str:
    """The language's own order of year, month and day."""
    return str(locale.datetime_skeletons["yMMMd"])
