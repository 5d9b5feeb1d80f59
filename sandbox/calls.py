"""What the bot asked and what it was answered."""

from collections import deque

import msgspec

from sandbox.payload import Json

KEPT = 200_000


class CallRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One call of a Bot API method; `at` is the machine's time when it came in."""

    seq: int
    at: float
    method: str
    params: Json
    status: int
    description: str


class CallLog:
    """The latest calls, oldest first."""

    def __init__(self) -> None:
        self._records: deque[CallRecord] = deque(maxlen=KEPT)
        self._seq = 0

    def add(self, *, at: float, method: str, params: Json, status: int, description: str) -> None:
        """Write a call down; a status of 0 means that no answer was sent."""
        self._seq += 1
        self._records.append(
            CallRecord(seq=self._seq, at=at, method=method, params=params, status=status, description=description)
        )

    def since(self, seq: int) -> list[CallRecord]:
        """The calls after a number."""
        if seq >= self._seq:
            return []
        return [record for record in self._records if record.seq > seq]
