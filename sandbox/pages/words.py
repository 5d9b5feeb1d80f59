"""The pages' own words, one file a language."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["en", "zh"]

_WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What the pages say in a language."""

    phrases: dict[str, str]
    media: dict[str, str]
    page: dict[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]

    def say(self, phrase: str, **values: object) -> str:
        """A phrase with its values."""
        return self.phrases[phrase].format(**values)

    def day(self, moment: datetime) -> str:
        """A day in full."""
        return self.say("day", **self._parts(moment))

    def short(self, moment: datetime) -> str:
        """A day and time in short."""
        return self.say("short", time=f"{moment:%H:%M}", **self._parts(moment))

    def _parts(self, moment: datetime) -> dict[str, object]:
        weekday, month = self.weekdays[moment.weekday()], self.months[moment.month - 1]
        return {"weekday": weekday, "month": month, "day": moment.day, "year": moment.year}


@cache
def words(language: Language) -> Words:
    """The words of a language."""
    table = tomllib.loads((_WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    return Words(
        phrases={name: value for name, value in table.items() if isinstance(value, str)},
        media=table["media"],
        page=table["page"],
        weekdays=tuple(table["weekdays"]),
        months=tuple(table["months"]),
    )
