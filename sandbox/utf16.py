"""Telegram counts text in UTF-16 code units; Python counts code points."""

from collections.abc import Callable


def length(text: str) -> int:
    """How many UTF-16 units the text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def offsets(text: str) -> Callable[[int], int]:
    """A function from an index into the text to its UTF-16 offset."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda index: index
    return lambda index: length(text[:index])


def cut(text: str, offset: int, size: int) -> str:
    """The piece of text at a UTF-16 offset."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[offset * 2 : (offset + size) * 2].decode("utf-16-le", "replace")
