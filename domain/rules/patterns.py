"""Entries of a blocklist: how one is written, and the one pattern that finds them all."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

import re2

from domain.normalization import fold

Reason = Literal["empty", "long", "quote", "backslash", "broad"]

LONGEST = 100
QUOTES = str.maketrans("“”„‟＂「」『』", '"' * 9)
TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"|((?:\\.|[^\s"\\])+)|(\S)')
PIECE = re.compile(r"\\([\\*?\"])|([*?])|(\s+)|([^\\*?\s]+)|(\\)")

# Scripts written without spaces between words: what is written in them is found anywhere.
SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
WORD = r"\p{L}\p{N}\p{M}_"
BREAK = rf"(?:[^{WORD}]|[{SPACELESS}])"
HAS_SPACELESS = re2.compile(f"[{SPACELESS}]")
IS_WORD = re2.compile(f"[{WORD}]")
ONE = "[^ ]"
ANY = "[^ ]*"

# RE2 keeps its states within this budget and falls back to a search a hundred times slower when it runs short.
BASE_BYTES = 8 << 20
BYTES_AN_ENTRY = 16 << 10
MOST_BYTES = 128 << 20


class Pattern(Protocol):
    """A compiled pattern, as far as it is used here."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is found."""


class BadEntryError(ValueError):
    """What was written is no entry, for this reason."""

    def __init__(self, reason: Reason, entry: str) -> None:
        super().__init__(f"{entry!r} cannot be blocked: {reason}")
        self.reason = reason
        self.entry = entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A part of an entry: literal text, a gap between words, or a wildcard, which has no literal."""

    expression: str
    literal: str = ""

    @property
    def is_wildcard(self) -> bool:
        """Whether it stands for other characters."""
        return self.expression in {ONE, ANY}

    def wants_break(self, *, at_start: bool) -> bool:
        """Whether a word must begin (or end) here: not beside a sign, nor beside `*`."""
        if not self.literal:
            return self.expression == ONE
        return IS_WORD.search(self.literal[0 if at_start else -1]) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry understood: `written` as a manager would type it again, `expression` for RE2."""

    written: str
    expression: str
    opens: bool
    closes: bool


def split_entries(text: str) -> tuple[str, ...]:
    """The entries written in a line: words, and phrases in quotes. Raises BadEntryError."""
    entries = []
    for quoted, word, stray in TOKEN.findall(text.translate(QUOTES)):
        if stray:
            raise BadEntryError("quote" if stray == '"' else "backslash", text)
        entries.append(word or f'"{quoted}"')
    return tuple(entries)


@lru_cache(maxsize=20_000)
def read_entry(text: str) -> Entry:
    """An entry understood. Raises BadEntryError."""
    body = " ".join(text.translate(QUOTES).split())
    if len(body) > LONGEST:
        raise BadEntryError("long", text)
    if body.startswith('"'):
        if len(body) == 1 or not body.endswith('"'):
            raise BadEntryError("quote", text)
        body = body[1:-1].strip()
    pieces = [_piece(match, text) for match in PIECE.finditer(body)]
    literal = "".join(piece.literal for piece in pieces).strip()
    if not literal:
        raise BadEntryError("broad" if any(piece.is_wildcard for piece in pieces) else "empty", text)
    anywhere = HAS_SPACELESS.search(literal) is not None
    if len(literal) == 1 and not anywhere and any(piece.expression == ANY for piece in pieces):
        raise BadEntryError("broad", text)
    return Entry(
        written=f'"{body}"' if " " in body else body,
        expression="".join(piece.expression for piece in pieces),
        opens=not anywhere and pieces[0].wants_break(at_start=True),
        closes=not anywhere and pieces[-1].wants_break(at_start=False),
    )


def _piece(match: re.Match[str], text: str) -> Piece:
    escaped, wildcard, gap, plain, stray = match.groups()
    if stray:
        raise BadEntryError("backslash", text)
    if wildcard:
        return Piece(expression=ANY if wildcard == "*" else ONE)
    literal = " " if gap else fold(escaped or plain)
    return Piece(expression=re2.escape(literal), literal=literal)


@lru_cache(maxsize=256)
def compile_entries(entries: tuple[str, ...]) -> Pattern | None:
    """One pattern for folded text that finds any of the entries, each match in one group; None for no entries."""
    read = [read_entry(entry) for entry in entries]
    alternatives = []
    for opens in (True, False):
        for closes in (True, False):
            found = "|".join(one.expression for one in read if (one.opens, one.closes) == (opens, closes))
            if found:
                start, end = f"(?:^|{BREAK})" if opens else "", f"(?:$|{BREAK})" if closes else ""
                alternatives.append(f"{start}({found}){end}")
    if not alternatives:
        return None
    options = re2.Options()
    options.log_errors = False
    options.max_mem = min(BASE_BYTES + BYTES_AN_ENTRY * len(entries), MOST_BYTES)
    pattern: Pattern = re2.compile("|".join(alternatives), options)
    return pattern
