"""Who wrote which message, when and in which thread: what replies of a long history need."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What is remembered of a message; author 0 is nobody, thread 0 is none."""

    author: int
    date: int
    thread: int


class Register:
    """Notes by message id; ids that ascend, as an export's do, cost 32 bytes each."""

    def __init__(self) -> None:
        self._ids = array("q")
        self._authors = array("q")
        self._dates = array("q")
        self._threads = array("q")
        self._stray: dict[int, Note] = {}

    def add(self, message_id: int, note: Note) -> None:
        """Remember a message."""
        if self._ids and message_id <= self._ids[-1]:
            self._stray[message_id] = note
            return
        self._ids.append(message_id)
        self._authors.append(note.author)
        self._dates.append(note.date)
        self._threads.append(note.thread)

    def find(self, message_id: int) -> Note | None:
        """What is remembered of a message, or None when it was never seen."""
        place = bisect_left(self._ids, message_id)
        if place == len(self._ids) or self._ids[place] != message_id:
            return self._stray.get(message_id)
        return Note(author=self._authors[place], date=self._dates[place], thread=self._threads[place])
