"""Lengths of time as people type them: 45s 10m 3h 2d 1w, together 1h15m."""

import re
from datetime import timedelta

SHORTEST = timedelta(seconds=30)
LONGEST = timedelta(days=366)

PART = re.compile(r"([0-9]{1,7})([smhdw])")
WHOLE = re.compile(rf"(?:{PART.pattern})+")
UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}


def parse(text: str) -> timedelta | None:
    """The length of time written, or None when the text is none; each unit stands at most once."""
    lowered = text.lower()
    if not WHOLE.fullmatch(lowered):
        return None
    parts = [(int(count), unit) for count, unit in PART.findall(lowered)]
    if len({unit for _, unit in parts}) < len(parts):
        return None
    return sum((count * UNITS[unit] for count, unit in parts), timedelta())
