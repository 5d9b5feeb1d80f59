"""Puts phrases into words: the one place where text for Telegram is made and escaped."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast

from domain.phrases import Markup, Moment, Page, Person, Phrase
from services.spans import date_text, moment_text, span_parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fluent.runtime.resolver import Pattern

    from domain.phrases import Text, Value

TAG = re.compile(r"""<(?:"[^"]*"|[^">])*>""")
FLUENT_SUFFIX = ".ftl"
# English as most of the world writes its dates: 24 Nov 2026.
DIALECTS = {"en": "en_001"}


class WordsError(LookupError):
    """A phrase that cannot be said: an unknown id, a missing value, a file that is not Fluent."""


class Piece(str, FluentType):
    """Text that is already escaped; unlike a bare string, Fluent does not limit its length."""

    __slots__ = ()

    def format(self, _locale: Locale) -> Piece:  # type: ignore[override]  # Fluent's format, not str's
        """Itself, whatever the language: a bare string would be measured again further out."""
        return self


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, and those of its phrases that take no values, ready."""

    bundle: FluentBundle
    locale: Locale
    ready: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language in one time zone, as Telegram's HTML."""

    language: Language
    timezone: str

    def text(self, text: Text) -> str:
        """Any text; nested phrases and pages are put inside as markup."""
        if isinstance(text, Phrase):
            return self.phrase(text.key, text.values)
        if isinstance(text, Page):
            return "\n".join(self.text(line) for line in text.lines)
        return text.html

    def phrase(self, key: str, values: Mapping[str, Value]) -> str:
        """A message of the files; `key.attribute` names an attribute, the empty key a blank line."""
        if not values:
            known = self.language.ready.get(key)
            if known is None:
                known = self.language.ready[key] = self._format(key, {}) if key else ""
            return known
        return self._format(key, {name.replace("_", "-"): self.value(value) for name, value in values.items()})

    def value(self, value: Value) -> Piece | int | float:
        """What Fluent is given: numbers as they are, as they choose plurals; all else as escaped text."""
        if isinstance(value, str):
            return Piece(html.escape(value, quote=False))
        if isinstance(value, bool):
            return Piece("true" if value else "false")
        if isinstance(value, int | float):
            return value
        return Piece(self._markup(value))

    def _markup(self, value: Phrase | Page | Markup | Person | Moment | date | timedelta) -> str:
        match value:
            case Person():
                return self._person(value)
            case Moment():
                return moment_text(value, locale=self.language.locale, timezone=self.timezone)
            case timedelta():
                parts = span_parts(value)
                return " ".join(self.phrase(f"common-span-{unit}", {"count": count}) for unit, count in parts)
            case date():
                return date_text(value, locale=self.language.locale)
            case _:
                return self.text(value)

    def _person(self, person: Person) -> str:
        name = html.escape(person.name.strip(), quote=False) or self.phrase("common-nameless", {})
        if person.user_id is None:
            return name
        return f'<a href="tg://user?id={person.user_id}">{name}</a>'

    def _format(self, key: str, values: dict[str, Piece | int | float]) -> str:
        pattern = find(self.language.bundle, key)
        if pattern is None:
            raise WordsError(f"no words for {key!r} in {self.language.locale}")
        text, errors = self.language.bundle.format_pattern(pattern, values)
        if errors:
            raise WordsError(f"{key!r} in {self.language.locale}: {errors[0]}")
        return str(text)


class Words:
    """Every word the bot says, in every language it speaks. Made once, by `load`."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Read `<folder>/<language>/*.ftl`. Raises WordsError for what is not Fluent and ids given twice."""
        places = sorted(place for place in folder.iterdir() if place.is_dir())
        if not places:
            raise WordsError(f"no languages in {folder}")
        return cls({place.name: read_language(place) for place in places})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are words for."""
        return tuple(self._languages)

    def has(self, key: str, language: str) -> bool:
        """Whether the language has words for the key."""
        return find(self._languages[language].bundle, key) is not None

    def html(self, text: Text, *, language: str, timezone: str) -> str:
        """Telegram HTML: strings are escaped, people are links."""
        return Voice(self._languages[language], timezone).text(text)

    def plain(self, text: Text, *, language: str, timezone: str) -> str:
        """The same without markup: for buttons, menus, answers to presses."""
        return html.unescape(TAG.sub("", self.html(text, language=language, timezone=timezone)))


def find(bundle: FluentBundle, key: str) -> Pattern | None:
    """The pattern of `id` or `id.attribute`, or None."""
    name, _, attribute = key.partition(".")
    if not bundle.has_message(name):
        return None
    message = bundle.get_message(name)
    found: Pattern | None = message.attributes.get(attribute) if attribute else message.value
    return found


def read_language(folder: Path) -> Language:
    """All files of one language as one bundle."""
    bundle = FluentBundle([folder.name], use_isolating=False)
    seen: dict[str, str] = {}
    for file in sorted(folder.glob(f"*{FLUENT_SUFFIX}")):
        resource = FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            check_entry(entry, file=file, seen=seen)
        bundle.add_resource(resource)
    return Language(bundle, Locale.parse(DIALECTS.get(folder.name, folder.name)))


def check_entry(entry: object, *, file: Path, seen: dict[str, str]) -> None:
    """Refuse what Fluent would skip in silence: broken entries and second ones."""
    if isinstance(entry, ast.Junk):
        raise WordsError(f"{file}: not Fluent: {(entry.content or '').strip()[:80]!r}")
    if not isinstance(entry, ast.Message | ast.Term):
        return
    name = f"{'-' if isinstance(entry, ast.Term) else ''}{entry.id.name}"
    if name in seen:
        raise WordsError(f"{file}: {name} is already in {seen[name]}")
    seen[name] = file.name
