"""Lengths of time as people type them: 45s 10m 3h 2d 1w, together 1h15m; 10min and 2小时 are understood as well."""

import re
from datetime import timedelta

SHORTEST = timedelta(seconds=30)
LONGEST = timedelta(days=366)

UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
SPELLED = {
    "s": "seconds second secs sec 秒钟 秒",  # matching data, noqa: zh
    "m": "minutes minute mins min 分钟 分",  # matching data, noqa: zh
    "h": "hours hour hrs hr 个小时 小时",  # matching data, noqa: zh
    "d": "days day 天",  # matching data, noqa: zh
    "w": "weeks week 个星期 星期 周",  # matching data, noqa: zh
}
NAMES = {name: unit for unit, names in SPELLED.items() for name in names.split()} | {unit: unit for unit in UNITS}
PART = re.compile(rf"([0-9]{{1,7}})({'|'.join(sorted(NAMES, key=len, reverse=True))})")
WHOLE = re.compile(rf"(?:{PART.pattern})+")
MISTYPED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[a-z]|[0-9]+[.,][0-9]+[a-z]+", re.IGNORECASE)


def is_mistyped(text: str) -> bool:
    """Whether a text that is no length of time was meant as one: 5x, 1.5h."""
    return MISTYPED.fullmatch(text) is not None


def parse(text: str) -> timedelta | None:
    """The length of time written, or None when the text is none; each unit stands at most once."""
    lowered = text.lower()
    if not WHOLE.fullmatch(lowered):
        return None
    parts = [(int(count), NAMES[name]) for count, name in PART.findall(lowered)]
    if len({unit for _, unit in parts}) < len(parts):
        return None
    return sum((count * UNITS[unit] for count, unit in parts), timedelta())


def written(span: timedelta) -> str:
    """A length of time as `parse` reads it again, in whole seconds: 1h15m."""
    rest, parts = int(span.total_seconds()), []
    for unit, size in reversed(UNITS.items()):
        count, rest = divmod(rest, int(size.total_seconds()))
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"
