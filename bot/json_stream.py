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
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)
OPEN_ESCAPE = re.compile(r"(\\+)(?:x[0-9A-Fa-f]?)?$")
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
        self._decoder = json.JSONDecoder(strict=False)
        self._text = ""
        self._at = 0
        self._passed = 0
        self._rest = ""
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._ended = False
        self._broken = False
        self._rewritten: list[int] = []

    @property
    def offset(self) -> int:
        """The byte of the file under the cursor."""
        here = self._passed + len(self._text[: self._at].encode())
        return here - 2 * sum(1 for place in self._rewritten if place < here)

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
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, StopIteration) as error:
                if self._ended or len(self._text) - self._at > LARGEST_VALUE:
                    self._at = min(getattr(error, "pos", self._at), len(self._text))
                    reason = "the file ends early" if self._ended else "this is no JSON"
                    raise Damaged(reason, self.offset) from None
                self._read_on()
                continue
            if end < len(self._text) or self._ended:
                self._at = end
                return value
            self._read_on()

    def finish(self) -> None:
        """Read to the end, where nothing but space may follow."""
        self._skip_space()
        if self._at < len(self._text):
            raise Damaged("nothing more was expected", self.offset)
        if self._broken:
            raise Damaged("the packed file is cut off or damaged", self.offset)

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
            raise Damaged("the file ends early", self.offset)
        return self._text[self._at]

    def _skip_space(self) -> None:
        while True:
            match = SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text) or self._ended:
                return
            self._read_on()

    def _read_on(self) -> None:
        """Drop what was read, take more bytes; whole escapes and whole characters only."""
        gone = self._text[: self._at]
        self._passed += len(gone.encode())
        self._text, self._at = self._text[self._at :], 0
        chunk = self._read()
        self._ended = not chunk
        text = self._rest + self._utf8.decode(chunk, final=self._ended)
        cut = len(text) if self._ended else _whole_escapes(text)
        self._rest = text[cut:]
        start = self._passed + len(self._text.encode())
        self._text += self._rewrite(text[:cut], start)

    def _read(self) -> bytes:
        try:
            return self._file.read(max(CHUNK, len(self._text)))
        except EOFError:
            self._broken = True
            return b""

    def _rewrite(self, text: str, start: int) -> str:
        if "\\x" not in text:
            return text
        added = 0

        def replace(match: re.Match[str]) -> str:
            nonlocal added
            if match.group(1) is None:
                return match.group()
            self._rewritten.append(start + len(text[: match.start()].encode()) + 2 * added)
            added += 1
            return f"\\u00{match.group(1)}"

        return ESCAPE.sub(replace, text)


def _whole_escapes(text: str) -> int:
    """Where to cut a text so that no escape is cut in two."""
    match = OPEN_ESCAPE.search(text)
    if match is None or len(match.group(1)) % 2 == 0:
        return len(text)
    return match.start() + len(match.group(1)) - 1
