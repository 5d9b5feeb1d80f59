"""Texts said again: by the same member or by others, word for word or nearly, here or in another chat.

A text is kept as the sixteen smallest hashes of its runs of four letters (a bottom-k sketch: the share of hashes that
two sketches have in common estimates how much of the texts is the same). Blanks, signs and emoji do not count.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from domain.normalization import fold

if TYPE_CHECKING:
    from datetime import datetime

NOT_LETTERS = re.compile(r"[\W_]+")
RUN = 4
HASHES = 16
# Of so few hashes one is shared by texts that are alike; a busy one remembers only its newest texts.
INDEXED = 3
LEAST_SHARED = 3
NEWEST = 32
SHORTEST = 12
LONGEST = 1024
# A prime below 2³² and far from it: the square of a run of letters, modulo it, is hash enough and quickly had.
MODULUS = 3_037_000_507
ENCODING = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"

NOW = timedelta()

Sketch: TypeAlias = tuple[int, ...]


class Echo(Struct, frozen=True, kw_only=True):
    """An earlier message that says the same, as far as `alike` tells in percent; `sender` is a member or channel."""

    chat_id: int
    message_id: int
    sender: int
    at: datetime
    alike: int


class Echoes(Struct, frozen=True, kw_only=True):
    """The earlier messages that say the same as the one that is judged, oldest first.

    `short` are words so few that everybody says them: only one's own are looked for.
    """

    same: tuple[Echo, ...] = ()
    short: bool = False


class Said(Struct, frozen=True, kw_only=True):
    """A message as it is kept: where it stands, who wrote it when, and its sketch."""

    chat_id: int
    message_id: int
    sender: int
    at: datetime
    sketch: bytes


def letters_of(text: str) -> str:
    """What of a text counts: its letters and digits, as many as are compared."""
    return NOT_LETTERS.sub("", fold(text))[:LONGEST]


def sketch_of(text: str) -> Sketch:
    """The smallest hashes of the runs in a text, smallest first; a single one of the whole where it is short."""
    letters = letters_of(text)
    if len(letters) < SHORTEST:
        return (zlib.crc32(letters.encode()),) if letters else ()
    encoded = letters.encode(ENCODING)
    width = RUN * 2
    runs: set[int] = set()
    for start in range(0, width, 2):
        whole = encoded[start : start + (len(encoded) - start) // width * width]
        runs.update(memoryview(whole).cast("Q"))
    return tuple(sorted([run * run % MODULUS for run in runs])[:HASHES])


def alike(one: Sketch, other: Sketch) -> int:
    """How much of two texts is the same, in percent, as their sketches tell.

    The hashes both have among the smallest of both estimate Jaccard's index j; the same share of each is 2j / (1 + j).
    """
    if one == other:
        return 100
    both = set(one).intersection(other)
    if len(both) < LEAST_SHARED:
        return 0
    smallest = sorted({*one, *other})[:HASHES]
    shared = sum(hashed in both for hashed in smallest)
    return 200 * shared // (len(smallest) + shared)


class RecentTexts:
    """The newest texts of all chats, for as long as `span`; `most` bounds the memory to a few megabytes."""

    def __init__(self, *, span: timedelta = timedelta(hours=1), most: int = 10_000) -> None:
        self._span = span
        self._most = most
        self._said: dict[int, Said] = {}
        self._places: dict[int, tuple[int, ...]] = {}
        self._next = 0
        self._chats: set[int] = set()

    def begin(self, chat_id: int) -> bool:
        """Whether the chat is listened to for the first time."""
        is_new = chat_id not in self._chats
        self._chats.add(chat_id)
        return is_new

    def __len__(self) -> int:
        return len(self._said)

    def find(self, sketch: Sketch, *, sender: int, at: datetime) -> Echoes:
        """Those that say the same as a text of somebody. Short ones only word for word, and only one's own."""
        short = len(sketch) == 1
        found: dict[tuple[int, int], Echo] = {}
        for place in sorted({place for hashed in sketch[:INDEXED] for place in self._places.get(hashed, ())}):
            said = self._said[place]
            if not NOW <= at - said.at <= self._span or (short and said.sender != sender):
                continue
            likeness = alike(sketch, unpacked(said.sketch))
            if likeness:
                found[said.chat_id, said.message_id] = _echo(said, likeness)
        return Echoes(same=tuple(sorted(found.values(), key=lambda echo: echo.at)), short=short)

    def add(self, sketch: Sketch, *, chat_id: int, message_id: int, sender: int, at: datetime) -> None:
        """Keep a text; what is too old by its date, or too much, goes."""
        if not sketch:
            return
        packed = struct.pack(f"{len(sketch)}I", *sketch)
        self._said[self._next] = Said(chat_id=chat_id, message_id=message_id, sender=sender, at=at, sketch=packed)
        for hashed in sketch[:INDEXED]:
            self._places[hashed] = (*self._places.get(hashed, ()), self._next)[-NEWEST:]
        self._next += 1
        self._forget(at)

    def _forget(self, now: datetime) -> None:
        while self._said:
            place = next(iter(self._said))
            if len(self._said) <= self._most and now - self._said[place].at <= self._span:
                return
            gone = self._said.pop(place)
            for hashed in unpacked(gone.sketch)[:INDEXED]:
                left = tuple(one for one in self._places.get(hashed, ()) if one != place)
                if left:
                    self._places[hashed] = left
                else:
                    self._places.pop(hashed, None)


def unpacked(sketch: bytes) -> Sketch:
    """A sketch as it was before it was packed."""
    return struct.unpack(f"{len(sketch) // 4}I", sketch)


def _echo(said: Said, likeness: int) -> Echo:
    return Echo(chat_id=said.chat_id, message_id=said.message_id, sender=said.sender, at=said.at, alike=likeness)
