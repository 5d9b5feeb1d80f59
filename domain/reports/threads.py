"""Which conversations of a day drew the most people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEWEST_AUTHORS = 2


@dataclass(frozen=True, slots=True)
class DayMessage:
    """A message of the day as threads see it; `author` is None when no member wrote it."""

    message_id: int
    author: int | None
    topic: int | None
    reply_to: int | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A forum topic, or what answers answers to one message. `root` may be older than the day, `first` is not."""

    root: int
    first: int
    people: int
    messages: int


def hottest(messages: Iterable[DayMessage], limit: int) -> tuple[Thread, ...]:
    """Threads of at least two members, by how many took part and then by messages; members' messages only."""
    roots: dict[int, int] = {}
    parts: dict[int, list[DayMessage]] = {}
    for message in sorted(messages, key=lambda message: message.message_id):
        root = roots[message.message_id] = _root(message, roots)
        if message.author is not None:
            parts.setdefault(root, []).append(message)
    threads = [
        Thread(root, part[0].message_id, len({message.author for message in part}), len(part))
        for root, part in parts.items()
    ]
    shared = [thread for thread in threads if thread.people >= FEWEST_AUTHORS]
    return tuple(sorted(shared, key=lambda thread: (-thread.people, -thread.messages, thread.root))[:limit])


def _root(message: DayMessage, roots: Mapping[int, int]) -> int:
    """The topic, or the start of the chain of replies as far as the day goes; `roots` are those of older messages."""
    if message.topic is not None:
        return message.topic
    # An answer is younger than what it answers: whatever claims otherwise begins a thread of its own.
    if message.reply_to is None or message.reply_to >= message.message_id:
        return message.message_id
    return roots.get(message.reply_to, message.reply_to)
