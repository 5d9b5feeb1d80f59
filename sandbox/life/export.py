"""Telegram Desktop's export, read as a stream: one chat or many, plain or gzipped."""

import gzip
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sandbox.life.cursor import Cursor, DocumentError
from sandbox.payload import Json

__all__ = ["DocumentError", "Head", "chats"]

_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What an export says of a chat before its messages; `id` is bare, `listed` is one of a full export."""

    name: str
    kind: str
    id: int
    listed: bool = False


def chats(path: Path) -> Iterator[tuple[Head, Iterator[Json]]]:
    """Every chat of an export with its records, both as they are read; records left unread are passed over."""
    with ExitStack() as closing:
        plain = closing.enter_context(path.open("rb"))
        is_packed = plain.read(len(_GZIP_MAGIC)) == _GZIP_MAGIC
        plain.seek(0)
        stream = closing.enter_context(gzip.GzipFile(fileobj=plain)) if is_packed else plain
        yield from _chats(Cursor(stream), listed=False)


def _chats(cursor: Cursor, *, listed: bool) -> Iterator[tuple[Head, Iterator[Json]]]:
    known: Json = {}
    for key in cursor.keys():  # noqa: SIM118 - a cursor is no dictionary
        if key == "messages":
            records = _records(cursor)
            yield _head(known, listed=listed), records
            deque(records, maxlen=0)
        elif key == "list":
            for _ in cursor.elements():
                yield from _chats(cursor, listed=True)
        elif key in {"chats", "left_chats"}:
            yield from _chats(cursor, listed=True)
        else:
            known[key] = cursor.value()


def _records(cursor: Cursor) -> Iterator[Json]:
    for _ in cursor.elements():
        record = cursor.value()
        if isinstance(record, dict):
            yield record


def _head(known: Json, *, listed: bool) -> Head:
    number = known.get("id")
    return Head(
        name=str(known.get("name") or ""),
        kind=str(known.get("type") or "private_supergroup"),
        id=number if isinstance(number, int) else 0,
        listed=listed,
    )
