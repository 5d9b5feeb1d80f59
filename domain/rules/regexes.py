"""Regular expressions that managers write: matched in linear time, refused when even that would be too long.

RE2 knows no look-around and no back-references, so that no text can make a pattern explode. Linear is not free,
though: `x.{0,50}y` keeps fifty places in mind at once. The size of RE2's own program tells, before anything is
matched, how much work a character can make; it is bounded for a pattern, and for those of a chat's list that can begin
at the same place.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import re2

if TYPE_CHECKING:
    from collections.abc import Sequence

RegexReason: TypeAlias = Literal["lookaround", "reference", "syntax", "regex-long", "regex-empty", "heavy"]

LONGEST = 256
MOST_REGEXES = 200
LARGEST_PROGRAM = 1_000
FREE_PLACES = 8
MOST_WEIGHT = 250
MOST_BYTES = 64 << 20

LOOKAROUND = re.compile(r"(?<!\\)(?:\\\\)*\(\?<?[=!]")
REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?P=)")
COUNTED = re.compile(r"(?<!\\)((?:\\\\)*)\{\d+(?:,\d*)?\}")
BEGINNING = 3
LEADING = re.compile(r"(?:\(\?i\)|\\b|\^)*")
LITERALS = re.compile(r"(?:[\w @#/:](?![?*{]))*")
CHOICE = re.compile(r"\((?:\?:)?([\w ]+(?:\|[\w ]+)*)\)(?![?*{])")
# What is escaped, classes, and groups without groups inside: no choice within them is one of the whole.
NESTED = re.compile(r"\\.|\[[^\]]*\]")
GROUP = re.compile(r"\([^()]*\)")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class RegexError(ValueError):
    """What was written is no regular expression that can be taken, for this reason."""

    def __init__(self, reason: RegexReason) -> None:
        super().__init__(reason)
        self.reason: RegexReason = reason


class Pattern(Protocol):
    """A compiled pattern, as far as it is used here."""

    programsize: int

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is found."""


@lru_cache(maxsize=2_000)
def check_regex(source: str) -> str:
    """The same expression when it can be taken. Raises RegexError."""
    if len(source) > LONGEST:
        raise RegexError("regex-long")
    pattern = compiled(source)
    if pattern.programsize > LARGEST_PROGRAM or weight(source) > MOST_WEIGHT:
        raise RegexError("heavy")
    if pattern.search("") is not None:
        raise RegexError("regex-empty")
    return source


@lru_cache(maxsize=4_000)
def compiled(source: str) -> Pattern:
    """One expression, for folded text. Raises RegexError for what RE2 cannot read."""
    try:
        pattern: Pattern = re2.compile(source, options(1 << 20))
    except re2.error as error:
        raise RegexError(_fault(source, str(error))) from error
    return pattern


def _fault(source: str, complaint: str) -> RegexReason:
    if LOOKAROUND.search(source):
        return "lookaround"
    if REFERENCE.search(source):
        return "reference"
    return "heavy" if "too large" in complaint else "syntax"


def options(most_bytes: int) -> re2.Options:
    """Folded text is lower case and one line."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.case_sensitive = False
    chosen.max_mem = most_bytes
    return chosen


def weight(source: str) -> int:
    """How many places its counted repeats keep in mind at once; a few are free, as so few are soon remembered.

    That is what they add to the program's size where each character is one byte.
    """
    if not COUNTED.search(source):
        return 0
    counted, bare = (_size(one) for one in (source, COUNTED.sub(r"\1+", source)))
    return max(0, counted - bare - FREE_PLACES)


def _size(source: str) -> int:
    narrow = options(MOST_BYTES)
    narrow.encoding = re2.Options.Encoding.LATIN1
    size: int = re2.compile(NOT_ASCII.sub("x", source).encode(), narrow).programsize
    return size


def fit_together(sources: Sequence[str]) -> bool:
    """Whether so many and such regexes can be searched for in every message."""
    return len(sources) <= MOST_REGEXES and heaviest(sources) <= MOST_WEIGHT


def heaviest(sources: Sequence[str]) -> int:
    """The most places that any text can make them keep in mind: only what begins alike can begin together."""
    anywhere = 0
    beginnings: Counter[str] = Counter()
    for source in sources:
        weighs = weight(source)
        letters = beginnings_of(source) if weighs else frozenset[str]()
        anywhere += 0 if letters else weighs
        for beginning in letters:
            beginnings[beginning] += weighs
    together = (
        sum(weighs for other, weighs in beginnings.items() if beginning.startswith(other) or other == beginning)
        for beginning in beginnings
    )
    return anywhere + max(together, default=0)


def beginnings_of(source: str) -> frozenset[str]:
    """The first letters, three at most, with one of which everything begins that matches; empty when unknown."""
    rest = source[len(_leading(LEADING, source)) :]
    without = NESTED.sub("", rest)
    while "(" in without and (inner := GROUP.sub("", without)) != without:
        without = inner
    if "|" in without or "(" in without:
        return frozenset()
    choice = CHOICE.match(rest)
    words = choice[1].split("|") if choice else [_leading(LITERALS, rest)]
    return frozenset(word[:BEGINNING].lower() for word in words) if all(words) else frozenset()


def _leading(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[0] if found else ""


class RegexSet:
    """Many regexes, searched for at once."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._sources = sources
        self._set = re2.Set.SearchSet(options(MOST_BYTES))
        # It matches anything: when even it does not, RE2 has run out of its budget and said so to nobody.
        self._set.Add("")
        for source in sources:
            self._set.Add(source)
        self._set.Compile()

    def find(self, text: str) -> tuple[int, str] | None:
        """Which of them is found first in their order, by its place among the sources, and the words found."""
        places = self._set.Match(text) if self._sources else None
        wanted = range(len(self._sources)) if places is None else sorted(place - 1 for place in places if place)
        for place in wanted:
            found = compiled(self._sources[place]).search(text)
            if found is not None:
                return place, found[0]
        return None
