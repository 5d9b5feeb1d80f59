"""Entries with wildcards, found in a text in time that grows with its length alone, whatever is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Scripts written without spaces between words: what is written in them is found anywhere.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b"
    "\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# Letters of Indic scripts, of Hebrew and of Arabic carry marks that are part of their words.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0971-\u0dff"
)
LETTER = rf"[^\W{SPACELESS}]"
WORD = re.compile(rf"{LETTER}+(?:[{MARKS}]+{LETTER}*)*")
SIMPLE_WORD = re.compile(r"\w+")
# Before it are Latin, Greek and Cyrillic, whose words are found faster.
FIRST_OTHER = "\u0530"
IS_WORD = re.compile(rf"{LETTER}|[{MARKS}]")


def words_of(folded: str) -> list[str]:
    """The words of a folded text; scripts without spaces have none."""
    is_simple = folded.isascii() or max(folded) < FIRST_OTHER
    found: list[str] = (SIMPLE_WORD if is_simple else WORD).findall(folded)
    return found


class Piece(Struct, frozen=True):
    """A part of an entry: literal text, or a wildcard: `?` one character, `*` any number, but no space."""

    literal: str
    wildcard: str = ""


class Glob(Struct, frozen=True, kw_only=True):
    """What is looked for: `opens` and `closes` where a word does, `whole` stands for nothing before and after."""

    pieces: tuple[Piece, ...]
    opens: bool = False
    closes: bool = False
    whole: bool = False

    def find(self, text: str) -> str | None:
        """The words of a folded text that it stands for, the first there are."""
        if len(self.pieces) == 1 and self.pieces[0].literal:
            return self._literal(self.pieces[0].literal, text)
        if not all(piece.literal in text for piece in self.pieces):
            return None
        begun = {start: start for start in self._starts(text)}
        for piece in self.pieces:
            begun = _further(piece, text, begun)
            if not begun:
                return None
        ends = [end for end in begun if self._may_end(text, end)]
        return text[begun[min(ends)] : min(ends)] if ends else None

    def _literal(self, literal: str, text: str) -> str | None:
        at = text.find(literal)
        while at >= 0:
            if self._may_start(text, at) and self._may_end(text, at + len(literal)):
                return literal
            at = text.find(literal, at + 1)
        return None

    def _starts(self, text: str) -> Iterable[int]:
        if self.whole:
            return (0,)
        literal = self.pieces[0].literal
        if literal:
            return [at for at in _places(literal, text) if self._may_start(text, at)]
        return [found.start() for found in WORD.finditer(text)] if self.opens else range(len(text))

    def _may_start(self, text: str, at: int) -> bool:
        if self.whole:
            return at == 0
        return not (self.opens and at and IS_WORD.match(text, at - 1))

    def _may_end(self, text: str, at: int) -> bool:
        if self.whole:
            return at == len(text)
        return not (self.closes and IS_WORD.match(text, at))


def _further(piece: Piece, text: str, begun: dict[int, int]) -> dict[int, int]:
    """From each place reached (with where it began), those that the piece leads to."""
    if piece.literal:
        length = len(piece.literal)
        return {at + length: start for at, start in begun.items() if text.startswith(piece.literal, at)}
    if piece.wildcard == "?":
        return {at + 1: start for at, start in begun.items() if at < len(text) and text[at] != " "}
    reached: dict[int, int] = {}
    covered = -1
    for at in sorted(begun):
        if at <= covered:
            continue
        space = text.find(" ", at)
        covered = len(text) if space < 0 else space
        reached.update(dict.fromkeys(range(at, covered + 1), begun[at]))
    return reached


def _places(literal: str, text: str) -> Sequence[int]:
    places = []
    at = text.find(literal)
    while at >= 0:
        places.append(at)
        at = text.find(literal, at + 1)
    return places
