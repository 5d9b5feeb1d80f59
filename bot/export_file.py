"""The messages of one chat in a Telegram Desktop export, one after another."""

from __future__ import annotations

import gzip
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from bot.json_stream import Damaged, JsonStream, Source
from domain.exports import SUPERGROUP, Record

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

GZIP = b"\x1f\x8b"


class NoSuchChat(Exception):  # noqa: N818 - told to the person who named it
    """The export holds other chats than the one wanted."""


class Unpacked:
    """The contents of a .gz, up to where it is cut off or damaged."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end. Raises EOFError when it comes too early."""
        try:
            # `read` would lose what it had unpacked before the damage.
            return self._file.read1(size)
        except (zlib.error, gzip.BadGzipFile) as error:
            raise EOFError(str(error)) from error


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The export's bytes, unpacked when it is a .gz."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
        file.seek(0)
        if packed:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield Unpacked(unpacked)
        else:
            yield file


def records(stream: JsonStream, *, chat_id: int) -> Iterator[Record]:
    """Every entry of the chat, in the file's order. Raises Damaged or NoSuchChat.

    An export of a single chat is taken whatever its id; of an export of everything, the chat with this id.
    """
    others: list[str] = []
    is_single = False
    for key in stream.members():
        if key == "messages":
            yield from _entries(stream)
            is_single = True
        elif key == "chats":
            for inner in stream.members():
                if inner != "list":
                    stream.value()
                    continue
                for _ in stream.items():
                    found = yield from _listed(stream, chat_id, others)
                    if found:
                        return
        else:
            stream.value()
    if is_single:
        stream.finish()
        return
    known = ", ".join(others) or "none"
    raise NoSuchChat(f"--chat: the export holds no messages of {chat_id}; its chats: {known}")


def _listed(stream: JsonStream, chat_id: int, others: list[str]) -> Generator[Record, None, bool]:
    """Entries of one chat of many; returns whether it is the one wanted."""
    own = 0
    kind = name = ""
    for key in stream.members():
        if key == "messages" and chat_id in {own, bot_api_id(own, kind)}:
            yield from _entries(stream)
            return True
        value = stream.value()
        if key == "id" and isinstance(value, int):
            own = value
        elif key in {"type", "name"} and isinstance(value, str):
            kind, name = (value, name) if key == "type" else (kind, value)
    others.append(f"{bot_api_id(own, kind)} {name}".strip())
    return False


def bot_api_id(bare: int, kind: str) -> int:
    """The Bot API's id of a chat whose id the export gives bare."""
    if "supergroup" in kind or "channel" in kind:
        return SUPERGROUP - bare
    return -bare if "group" in kind else bare


def _entries(stream: JsonStream) -> Iterator[Record]:
    for _ in stream.items():
        value = stream.value()
        try:
            yield msgspec.convert(value, Record, strict=False)
        except msgspec.ValidationError as error:
            raise Damaged(f"an entry is not a message of Telegram Desktop ({error})", stream.offset) from None
