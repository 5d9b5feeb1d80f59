r"""Reading a JSON file of any size piece by piece, knowing at every moment at which byte.

Telegram Desktop writes control characters as `\x0B`, which is no JSON: they are rewritten on the way in.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 18
LARGEST_VALUE = 1 << 24
# A word, number or escape that is cut off is told as wrong at most so far before the end.
LONGEST_PIECE = 12
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)
OPEN_ESCAPE = re.compile(r"(\\+)(?:x[0-9A-Fa-f]?)?$")
NUMBER_REST = re.compile(r"[-+.0-9eE]*")
SPACE = re.compile(r"[ \t\r\n]*")


class Damaged(Exception):  # noqa: N818 - told to the person who gave the file
    """The file ends early or is no JSON; `offset` is the byte at which that shows."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(f"{reason} at byte {offset:,}")
        self.offset = offset


class Source(Protocol):
    """Something bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end. Raises EOFError when there should be more."""
        ...


class JsonStream:
    """A cursor over one JSON document. Raises Damaged wherever it does not hold together."""

    def __init__(self, file: Source) -> None:
        self._file = file
        self._decode = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        # Bytes before the text, and after it: an escape or a character whose rest is still to be read.
        self._passed = 0
        self._open_escape = ""
        self._open_character = b""
        self._rewritten: list[int] = []
        self._taken = 0
        self._end: str | None = None

    @property
    def offset(self) -> int:
        """The byte of the file under the cursor."""
        rewritten = sum(1 for place in self._rewritten if place < self._at)
        return self._passed + len(self._text[: self._at].encode()) - 2 * rewritten

    def members(self) -> Iterator[str]:
        """Keys of the object under the cursor; after each, its value is to be read or descended into."""
        for _ in self._elements("{", "}"):
            key = self.value()
            if not isinstance(key, str):
                raise Damaged("a key was expected", self.offset)
            self._expect(":")
            yield key

    def items(self) -> Iterator[None]:
        """Stops before each value of the array under the cursor; it is to be read or descended into."""
        yield from self._elements("[", "]")

    def value(self) -> object:
        """The value under the cursor, whole."""
        self._skip_space()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                self._need_more(error)
            except RecursionError:
                raise Damaged("this is nested too deeply", self.offset) from None
            else:
                if not self._may_go_on(value, end):
                    self._at = end
                    return value
                self._read_on()

    def _may_go_on(self, value: object, end: int) -> bool:
        """Whether the value is a number whose other digits are not read yet. Raises Damaged when they are missing."""
        if not isinstance(value, int | float) or not NUMBER_REST.fullmatch(self._text, end):
            return False
        if self._end is not None and end < len(self._text):
            raise self._too_early()
        return self._end is None

    def finish(self) -> None:
        """Read to the end, where nothing but space may follow."""
        self._skip_space()
        if self._at < len(self._text):
            raise Damaged("nothing more was expected", self.offset)
        if self._end:
            raise Damaged(self._end, self._taken)

    def _need_more(self, error: json.JSONDecodeError) -> None:
        """Read on when a value may only be cut off. Raises Damaged when it is wrong, or there is no more."""
        open_string = error.msg.startswith("Unterminated string")
        is_cut = open_string or error.pos >= len(self._text) - LONGEST_PIECE
        if not is_cut or len(self._text) - self._at > LARGEST_VALUE:
            self._at = error.pos
            raise Damaged("this is no JSON", self.offset) from None
        if self._end is not None:
            raise self._too_early() from None
        self._read_on()

    def _too_early(self) -> Damaged:
        return Damaged(self._end or "the file ends early", self._taken)

    def _elements(self, opening: str, closing: str) -> Iterator[None]:
        self._expect(opening)
        if self._peek() == closing:
            self._at += 1
            return
        while True:
            yield
            mark = self._peek()
            if mark not in {",", closing}:
                raise Damaged(f"`,` or `{closing}` was expected", self.offset)
            self._at += 1
            if mark == closing:
                return

    def _expect(self, mark: str) -> None:
        if self._peek() != mark:
            raise Damaged(f"`{mark}` was expected", self.offset)
        self._at += 1

    def _peek(self) -> str:
        self._skip_space()
        if self._at >= len(self._text):
            raise self._too_early()
        return self._text[self._at]

    def _skip_space(self) -> None:
        while True:
            match = SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text) or self._end is not None:
                return
            self._read_on()

    def _read_on(self) -> None:
        """Drop what was read, take more bytes; whole escapes and whole characters only."""
        self._passed = self.offset
        self._rewritten = [place - self._at for place in self._rewritten if place >= self._at]
        self._text, self._at = self._text[self._at :], 0
        text = self._open_escape + self._characters()
        cut = len(text) if self._end is not None else _whole_escapes(text)
        self._open_escape = text[cut:]
        self._text += self._rewrite(text[:cut])

    def _characters(self) -> str:
        """The next characters; at the end, `_end` says what kind of an end it is ("" for a good one)."""
        chunk = self._read()
        if not self._taken and chunk.startswith(codecs.BOM_UTF8):
            self._passed = self._taken = len(codecs.BOM_UTF8)
            chunk = chunk[self._taken :]
        raw = self._open_character + chunk
        self._taken += len(chunk)
        try:
            text, self._open_character = raw.decode(), b""
        except UnicodeDecodeError as error:
            text, self._open_character = raw[: error.start].decode(), raw[error.start :]
            if error.end < len(raw):
                self._end = "this is no UTF-8"
                self._taken -= len(self._open_character)
        return text

    def _read(self) -> bytes:
        try:
            chunk = self._file.read(max(CHUNK, len(self._text)))
        except EOFError:
            self._end = "the packed file is cut off or damaged"
            return b""
        if not chunk:
            self._end = ""
        return chunk

    def _rewrite(self, text: str) -> str:
        if "\\x" not in text:
            return text
        before, added = len(self._text), 0

        def replace(match: re.Match[str]) -> str:
            nonlocal added
            if match.group(1) is None:
                return match.group()
            self._rewritten.append(before + match.start() + 2 * added)
            added += 1
            return f"\\u00{match.group(1)}"

        return ESCAPE.sub(replace, text)


def _whole_escapes(text: str) -> int:
    """Where to cut a text so that no escape is cut in two."""
    match = OPEN_ESCAPE.search(text)
    if match is None or len(match.group(1)) % 2 == 0:
        return len(text)
    return match.start() + len(match.group(1)) - 1
