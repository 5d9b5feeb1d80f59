"""Row ids made by the process: rising with time, unique in one process, room for ten centuries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

COUNTER_BITS = 20


class Identifiers:
    """A source of 63-bit ids: milliseconds since 1970 shifted left, then a counter."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, now: "datetime") -> int:
        """An id greater than every one given before, even when the clock steps back."""
        wanted = int(now.timestamp() * 1000) << COUNTER_BITS
        self._last = max(wanted, self._last + 1)
        return self._last
