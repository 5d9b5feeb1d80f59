"""Thousands of entries looked up in a text at once.

Each entry has a token or a few letters by which it is found: only entries whose token or letters stand in the text are
compared with it. What is compared costs its length; what is not costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from domain.normalization import fold
from domain.rules.globs import WORD, words_of
from domain.rules.patterns import GAP_IN_NAME, read_entry
from domain.rules.regexes import RegexSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.rules.patterns import Entry, Kind

# A literal that must stand in a text before its entry is compared with it.
Sought: TypeAlias = "tuple[str, Entry]"
FIRST_HAN = "\u2e80"
BEGINNING = 3
# So short a word may stand in other words put together again by chance.
SHORTEST_WITHIN = 4
# So many characters are compared with entries that have wildcards; each may cost some microseconds.
MOST_SEARCHED = 16_384


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """An entry, and the words in which it was found."""

    entry: Entry
    words: str


class Lookup:
    """Entries made ready to be found."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: dict[str, Entry] = {}
        self._phrases: dict[str, list[Sought]] = {}
        self._beginnings: dict[int, dict[str, list[Sought]]] = {}
        self._letters: dict[tuple[int, bool], dict[str, list[Sought]]] = {}
        self._messages: dict[str, Entry] = {}
        self._tight: dict[str, Entry] = {}
        self._special: dict[Kind, list[Entry]] = {}
        regexes: list[Entry] = []
        for entry in entries:
            if entry.kind == "regex":
                regexes.append(entry)
            elif entry.kind != "text":
                self._special.setdefault(entry.kind, []).append(entry)
            else:
                self._place(entry)
        self._regexes = tuple(regexes)
        self._regex_set = RegexSet([entry.regex for entry in regexes])
        self._lengths = sorted({len(tight) for tight in self._tight})

    def _place(self, entry: Entry) -> None:
        glob, literal = entry.glob, entry.longest
        if entry.has_wildcards:
            self._place_glob(entry, literal)
            return
        if glob.whole:
            self._messages.setdefault(literal, entry)
            return
        tight = literal.replace(" ", "")
        if len(tight) >= SHORTEST_WITHIN:
            self._tight.setdefault(tight, entry)
        first = WORD.match(literal) if glob.opens else None
        if first is not None and first.end() < len(literal):
            self._phrases.setdefault(first[0], []).append((literal, entry))
        elif first is not None and glob.closes:
            self._words.setdefault(literal, entry)
        else:
            self._place_glob(entry, literal)

    def _place_glob(self, entry: Entry, literal: str) -> None:
        first = WORD.match(entry.glob.pieces[0].literal) if entry.glob.opens else None
        if first is not None:
            beginning = first[0][:BEGINNING]
            self._beginnings.setdefault(len(beginning), {}).setdefault(beginning, []).append((literal, entry))
            return
        width = 2 if len(literal) > 1 and max(literal) >= FIRST_HAN else min(len(literal), BEGINNING)
        rarest = max((literal[at : at + width] for at in range(len(literal) - width + 1)), key=_rarity)
        self._letters.setdefault((width, max(rarest) >= FIRST_HAN), {}).setdefault(rarest, []).append((literal, entry))

    def find(self, text: str) -> Found | None:
        """The first entry found in a folded text: words, phrases, then what stands within words.

        Wildcards that nearly fit are given up after a while: nobody's list may hold up everybody else's messages.
        """
        message = self._messages.get(text)
        if message is not None:
            return Found(entry=message, words=text)
        tokens = words_of(text)
        for token in tokens:
            if token in self._words:
                return Found(entry=self._words[token], words=token)
        left = MOST_SEARCHED
        for literal, entry in self._candidates(text, tokens):
            if literal not in text:
                continue
            left -= len(text) if entry.has_wildcards else 0
            if left < 0:
                return None
            words = entry.glob.find(text)
            if words is not None:
                return Found(entry=entry, words=words)
        return None

    def _candidates(self, text: str, tokens: Iterable[str]) -> Iterator[Sought]:
        if self._phrases:
            for token in dict.fromkeys(tokens):
                yield from self._phrases.get(token, ())
        for width, by_beginning in self._beginnings.items():
            for beginning in sorted(by_beginning.keys() & {token[:width] for token in tokens}):
                yield from by_beginning[beginning]
        has_han = not text.isascii() and max(text) >= FIRST_HAN
        for (width, is_han), by_letters in self._letters.items():
            if is_han and not has_han:
                continue
            stands = {text[at : at + width] for at in range(len(text) - width + 1)}
            for letters in sorted(by_letters.keys() & stands):
                yield from by_letters[letters]

    def find_regex(self, text: str) -> Found | None:
        """The first regular expression, in their order, that matches the folded text."""
        found = self._regex_set.find(text) if self._regexes else None
        return None if found is None else Found(entry=self._regexes[found[0]], words=found[1])

    def find_within(self, letters: str) -> Found | None:
        """An entry anywhere in letters that had been set apart, where nothing tells its words from one another."""
        for length in self._lengths:
            for at in range(len(letters) - length + 1):
                entry = self._tight.get(letters[at : at + length])
                if entry is not None:
                    return Found(entry=entry, words=letters[at : at + length])
        return None

    def find_name(self, kind: Kind, name: str) -> Found | None:
        """The first entry of the kind that the whole name fits."""
        without_gaps = fold(name).replace(" ", GAP_IN_NAME)
        for entry in self._special.get(kind, ()):
            if entry.glob.find(without_gaps) is not None:
                return Found(entry=entry, words=name)
        return None


def _rarity(letters: str) -> tuple[int, ...]:
    """Spaces are everywhere, Chinese characters are rarer than letters."""
    return (-letters.count(" "), *sorted(map(ord, letters), reverse=True))


@lru_cache(maxsize=256)
def lookup_of(entries: tuple[str, ...]) -> Lookup:
    """The entries, as they are written, made ready once."""
    return Lookup(map(read_entry, entries))
