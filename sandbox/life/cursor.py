"""A place in a JSON document that is still being read: objects, arrays and values, one at a time."""

import codecs
import re
import zlib
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Protocol

_CHUNK = 1 << 20
_LARGEST_VALUE = 1 << 26
_NUMBER_REST = re.compile(r"[-+.0-9eE]*")
_SPACE = re.compile(r"[ \t\r\n]*")
# Telegram Desktop writes control characters as \x0B, which is no JSON; `\\` is matched to step over it.
_ESCAPE = re.compile(r"\\(?:\\|x([0-9A-Fa-f]{2}))")
_LONGEST_ESCAPE = 4


class DocumentError(ValueError):
    """The document is cut off, damaged, or not what was expected."""


class Readable(Protocol):
    """Where the bytes come from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class Cursor:
    """Reads a document of any size, holding no more than a chunk and the value at hand."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decode = JSONDecoder(strict=False).raw_decode
        self._utf8 = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._text = ""
        self._at = 0
        self._held = ""
        self._ended = False
        self._passed = 0

    def keys(self) -> Iterator[str]:
        """The keys of the object here; the value of each must be read before the next is asked for."""
        yield from self._walk("{", "}")

    def elements(self) -> Iterator[None]:
        """A step for each element of the array here, which must be read before the next step."""
        for _ in self._walk("[", "]"):
            yield

    def value(self) -> object:
        """The whole value here."""
        self._peek()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except JSONDecodeError as error:
                too_large = len(self._text) - self._at > _LARGEST_VALUE
                if too_large or not self._read():
                    raise self._complaint(error.msg) from error
                continue
            # A number may go on in what has not been read yet.
            is_number = isinstance(value, int | float)
            if is_number and _NUMBER_REST.fullmatch(self._text, end) and self._read():
                continue
            self._at = end
            return value

    def _walk(self, opening: str, closing: str) -> Iterator[str]:
        self._take(opening)
        if self._peek() == closing:
            self._take(closing)
            return
        while True:
            name = ""
            if opening == "{":
                name = str(self.value())
                self._take(":")
            yield name
            if self._peek() == closing:
                self._take(closing)
                return
            self._take(",")

    def _peek(self) -> str:
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read():
                return ""

    def _take(self, expected: str) -> None:
        found = self._peek()
        if found != expected:
            raise self._complaint(f"expected {expected!r}, found {found!r}")
        self._at += 1

    def _complaint(self, reason: str) -> DocumentError:
        place = self._passed + len(self._text[: self._at].encode("utf-8", "replace"))
        cut = " (the file is cut off)" if self._ended else ""
        return DocumentError(f"near byte {place}: {reason}{cut}")

    def _read(self) -> bool:
        """Append another chunk; a value larger than the chunk makes the next chunk as large as itself."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        if self._at:
            self._passed += len(self._text[: self._at].encode("utf-8", "replace"))
        try:
            raw = self._stream.read(max(_CHUNK, len(rest)))
        except (EOFError, zlib.error) as error:
            raise self._complaint(f"the packed file ends or breaks here: {error}") from error
        self._ended = not raw
        self._text = rest + self._mended(self._utf8.decode(raw, final=self._ended))
        self._at = 0
        return True

    def _mended(self, text: str) -> str:
        r"""The text with \x0B written as JSON wants it; an escape cut by the chunk's end is held back."""
        text, self._held = self._held + text, ""
        if "\\" not in text:
            return text
        if not self._ended:
            end = _last_safe_cut(text)
            text, self._held = text[:end], text[end:]
        if "\\x" not in text:
            return text
        return _ESCAPE.sub(lambda found: f"\\u00{found[1]}" if found[1] else found[0], text)


def _last_safe_cut(text: str) -> int:
    """The last place where no escape can be under way: the characters before it hold no backslash."""
    end = len(text)
    while end > 0 and "\\" in text[max(0, end - _LONGEST_ESCAPE) : end]:
        end -= 1
    return end
