"""Words and phrases that are not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from domain.normalization import fold
from domain.phrases import phrase
from domain.rules.judgement import Hit, RuleSettings
from domain.rules.patterns import compile_entries, read_entry

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

MOST_ENTRIES = 5000
MOST_CHARACTERS = 50_000
QUOTE_LENGTH = 40


def understood(entries: tuple[str, ...]) -> tuple[str, ...]:
    """The entries as they are written again, each once. Raises ValueError for one that cannot be taken."""
    written = tuple(dict.fromkeys(read_entry(entry).written for entry in entries))
    if not fits(written):
        raise ValueError("too many entries for one list, or too long ones")
    return written


def fits(entries: tuple[str, ...]) -> bool:
    """Whether so many entries of such length can be one list, quick to search and quick to make ready."""
    return len(entries) <= MOST_ENTRIES and sum(map(len, entries)) <= MOST_CHARACTERS


Entries = Annotated[tuple[str, ...], AfterValidator(understood)]


class BlocklistSettings(RuleSettings):
    """`entries`: words (whole words, `?` one character, `*` any), phrases in quotes; CJK matches anywhere."""

    cites: int = Field(default=3, ge=0, le=50)
    entries: Entries = ()


def check(message: Message, _scene: Scene, settings: BlocklistSettings) -> Hit | None:
    """Look for every entry at once in the text as a reader's eye takes it."""
    pattern = compile_entries(settings.entries)
    if pattern is None or not message.text:
        return None
    match = pattern.search(fold(message.text))
    if match is None:
        return None
    trigger = next(found for found in match.groups() if found is not None)
    return Hit(rule="blocklist", because=phrase("rules-because-blocklist"), quote=trigger[:QUOTE_LENGTH])
