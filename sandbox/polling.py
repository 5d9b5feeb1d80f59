"""getUpdates: confirmation, long polling, and one poller at a time."""

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.world import World

_WEBHOOK_CONFLICT = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_POLLER_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_CLOSING = ""
_LONGEST_POLL = 50
_CONFLICT_PAUSE = 3.0


class _Poll:
    """A getUpdates call that waits."""

    def __init__(self) -> None:
        self.ended_because: str | None = None


class Polling:
    """The bot's getUpdates calls; a newer long poll ends the older one."""

    def __init__(self) -> None:
        self._waiting: _Poll | None = None
        self._next_conflict = 0.0
        self._previous_offset: int | None = None
        self._previous_start = 0.0

    async def get_updates(self, world: "World", call: "Call") -> bytes:
        """The answer's `result` as JSON."""
        if world.webhook.url:
            await self._conflict(_WEBHOOK_CONFLICT)
        offset = call.integer("offset")
        limit = call.integer("limit", 100, low=1, high=100)
        seconds = call.integer("timeout", 0, low=0, high=_LONGEST_POLL)
        world.updates.allow(allowed_updates(call))
        if world.enforce_limits:
            limit, seconds = self._slow_down(offset, limit, seconds)
        world.updates.confirm(offset)
        await world.updates.refill(limit)
        batch = world.updates.first(limit)
        if not batch and seconds:
            batch = await self._wait(world, limit, seconds)
        return b"[%b]" % b",".join(batch)

    @property
    def busy(self) -> bool:
        """Whether a call waits for updates."""
        return self._waiting is not None

    def end(self, world: "World", reason: str) -> None:
        """Answer a waiting poll with a conflict."""
        if self._waiting is not None:
            self._waiting.ended_because = reason
            self._waiting = None
            world.updates.changed.set()

    def finish(self, world: "World") -> None:
        """Answer a waiting poll with nothing, since the sandbox closes."""
        self.end(world, _CLOSING)

    async def _wait(self, world: "World", limit: int, seconds: int) -> list[bytes]:
        self.end(world, _POLLER_CONFLICT)
        poll = self._waiting = _Poll()
        deadline = time.monotonic() + seconds
        batch: list[bytes] = []
        while not batch and (left := deadline - time.monotonic()) > 0:
            world.updates.changed.clear()
            await world.updates.refill(limit)
            batch = world.updates.first(limit)
            if not batch:
                await _either(world.updates.changed, left)
            if poll.ended_because == _CLOSING:
                return []
            if poll.ended_because is not None:
                await self._conflict(poll.ended_because)
        if self._waiting is poll:
            self._waiting = None
        return batch

    async def _conflict(self, description: str) -> None:
        """Refuse with 409; one that follows another too soon waits, as at Telegram."""
        now = time.monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(_CONFLICT_PAUSE)
        else:
            self._next_conflict = now + _CONFLICT_PAUSE
        raise ApiError(409, description)

    def _slow_down(self, offset: int, limit: int, seconds: int) -> tuple[int, int]:
        """A bot that asks again and again from the same offset gets less, and later."""
        now = time.monotonic()
        if offset == self._previous_offset:
            since = now - self._previous_start
            if seconds < 3 and since < 3.0:
                seconds = 3
            if since < 0.5:
                limit = 1
        self._previous_offset = offset
        self._previous_start = now
        return limit, seconds


def allowed_updates(call: "Call") -> list[str] | None:
    """The kinds a call asks for; None when it does not say."""
    if not call.has("allowed_updates"):
        return None
    items = call.items("allowed_updates", "allowed_updates")
    if items is None:
        return None
    if not all(isinstance(item, str) for item in items):
        raise bad_request("expected an Array of String")
    return [str(item) for item in items]


async def _either(changed: asyncio.Event, seconds: float) -> None:
    """Wait for a change or for the time to run out."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await changed.wait()
