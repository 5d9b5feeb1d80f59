"""A community played live: its acts happen now, one after the other, as fast as asked."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from msgspec.structs import replace

from sandbox.acts import Act

_LONGEST_SILENCE = 8.0


class Stage(Protocol):
    """Where acts happen: the world itself, or what stands for it."""

    def apply_all(self, acts: Sequence[Act]) -> Sequence[object]:
        """Let the acts happen; a refused one does not stop the others."""
        ...


async def live(
    stage: Stage,
    acts: Iterable[Act],
    *,
    speed: float,
    stop: asyncio.Event,
    longest_silence: float = _LONGEST_SILENCE,
) -> int:
    """Play acts until they end or `stop` is set, each at the sandbox's now; returns how many were played.

    Their own times give the pauses: divided by `speed`, and never longer than `longest_silence` seconds.
    """
    played = 0
    before: datetime | None = None
    for act in acts:
        at = _moment(act)
        if at is not None:
            pause = 0.0 if before is None else (at - before).total_seconds() / speed
            before = at
            if await _stopped(stop, min(pause, longest_silence)):
                break
        stage.apply_all([act if at is None else replace(act, at=None)])
        played += 1
    return played


def _moment(act: Act) -> datetime | None:
    at = getattr(act, "at", None)
    return at if isinstance(at, datetime) else None


async def _stopped(stop: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(max(0.0, seconds)):
            await stop.wait()
    except TimeoutError:
        return stop.is_set()
    return True
