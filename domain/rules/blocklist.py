"""Words and phrases that are not wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, Field

from domain.phrases import phrase
from domain.readings import read
from domain.rules.judgement import Hit, RuleSettings
from domain.rules.lookup import Lookup, lookup_of
from domain.rules.patterns import Kind, read_entry
from domain.rules.regexes import fit_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.messages import Message
    from domain.rules.judgement import Scene
    from domain.rules.lookup import Found

Shortfall: TypeAlias = Literal["full", "regexes", "vague"]

MOST_ENTRIES = 5_000
MOST_CHARACTERS = 100_000
MOST_WILDCARDS = 1_000
MOST_VAGUE = 200
QUOTE_LENGTH = 40


def understood(entries: tuple[str, ...]) -> tuple[str, ...]:
    """The entries as they are written again, each once. Raises ValueError for one that cannot be taken."""
    written = tuple({read.body: read.written for read in map(read_entry, entries)}.values())
    lacking = shortfall(written)
    if lacking:
        raise ValueError(f"too many entries for one list, or too long ones: {lacking}")
    return written


def shortfall(entries: tuple[str, ...]) -> Shortfall | None:
    """What keeps these from being one list that is quick to search and quick to make ready; None when nothing does."""
    read = [read_entry(entry) for entry in entries]
    regexes = [entry.regex for entry in read if entry.regex]
    if len(read) - len(regexes) > MOST_ENTRIES or sum(map(len, entries)) > MOST_CHARACTERS:
        return "full"
    if not fit_together(regexes):
        return "regexes"
    vague = sum(entry.is_vague for entry in read)
    return "vague" if vague > MOST_VAGUE or sum(entry.has_wildcards for entry in read) > MOST_WILDCARDS else None


Entries = Annotated[tuple[str, ...], AfterValidator(understood)]


class BlocklistSettings(RuleSettings):
    """`entries`: words (whole words, `?` one character, `*` any), phrases in quotes, `=` whole messages, `/regex/`.

    CJK matches anywhere. An entry may have its own action and reason: `casino {ban} ### no gambling here`.
    """

    cites: int = Field(default=3, ge=0, le=50)
    entries: Entries = ()

    @cached_property
    def lookup(self) -> Lookup:
        """The entries made ready to be found."""
        return lookup_of(self.entries)


def check(message: Message, _scene: Scene, settings: BlocklistSettings) -> Hit | None:
    """Look for every entry at once in all that a person reads, as a reader's eye takes it."""
    if not settings.entries:
        return None
    found = next(_finds(message, settings.lookup), None)
    if found is None:
        return None
    return Hit(
        rule="blocklist",
        because=phrase("rules-because-blocklist"),
        quote=found.words[:QUOTE_LENGTH],
        action=found.entry.action,
        reason=found.entry.reason,
    )


def _finds(message: Message, lookup: Lookup) -> Iterator[Found]:
    found = (lookup.find_name(kind, name) for kind, name in names_of(message) if name)
    yield from filter(None, found)
    for text in message.words:
        yield from filter(None, _in_text(text, lookup))


def entry_met(words: str, settings: BlocklistSettings) -> str | None:
    """The entry that a text or a name meets, as a manager wrote it."""
    named = (settings.lookup.find_name(kind, words) for kind in get_args(Kind))
    found = next((one for one in (*_in_text(words, settings.lookup), *named) if one is not None), None)
    return None if found is None else found.entry.written


def names_of(message: Message) -> Iterator[tuple[Kind, str]]:
    """What the message can be called by, each with the kind of entry that names it."""
    yield "file", message.file_name
    yield "inline", message.via_bot
    yield "stickers", message.sticker_set
    if message.forward is not None:
        yield "forward", message.forward.username
        yield "forward", message.forward.name
        yield "forward", str(message.forward.source_id or "")


def _in_text(text: str, lookup: Lookup) -> Iterator[Found | None]:
    reading = read(text)
    yield from map(lookup.find, reading.forms)
    yield lookup.find_regex(reading.forms[0])
    yield from map(lookup.find_within, reading.runs)
