"""What time it is in the sandbox: the machine's clock, shifted as a test wishes."""

import time
from datetime import UTC, datetime


class Clock:
    """A clock whose hands can be moved."""

    def __init__(self) -> None:
        self.offset_seconds = 0.0

    def seconds(self) -> float:
        """The sandbox's now as seconds since the epoch."""
        return time.time() + self.offset_seconds

    def stamp(self, at: datetime | None = None) -> int:
        """A moment, or now, as Telegram writes dates."""
        return int(self.seconds()) if at is None else int(at.timestamp())

    def now(self) -> datetime:
        """The sandbox's now."""
        return datetime.fromtimestamp(self.seconds(), UTC)
