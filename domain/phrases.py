"""What the bot says, before it is put into a language: ids of words with their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody named in a text; shown as a link when the id is known and notifying is wanted."""

    user_id: int | None
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """An instant, shown in the reader's chat time zone; style is one of `time`, `date`, `datetime`."""

    at: datetime
    style: str = "datetime"


@dataclass(frozen=True, kw_only=True, slots=True)
class Markup:
    """HTML that Telegram accepts and that is already safe, e.g. a manager's own formatted post."""

    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """A message id of `locales/` with its values; strings are escaped when it is rendered."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Lines of text, one under another; an empty Phrase key makes a blank line."""

    lines: tuple[Phrase | Markup, ...]


Value: TypeAlias = "str | int | float | Phrase | Page | Person | Moment | Markup | date | timedelta"
Text: TypeAlias = "Phrase | Page | Markup"

BLANK = Phrase(key="")


def phrase(key: str, **values: Value) -> Phrase:
    """Phrase with its values given by name (Fluent's `$user-id` is written `user_id`)."""
    return Phrase(key=key, values=values)
