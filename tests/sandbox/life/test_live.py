import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sandbox.acts import Act, Meet, Say
from sandbox.life.live import live

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


class Audience:
    """A stage that only remembers, and closes the house after so many acts."""

    def __init__(self, stop: asyncio.Event, close_after: int = 1000) -> None:
        self.seen: list[Act] = []
        self._stop = stop
        self._close_after = close_after

    def apply_all(self, acts: Sequence[Act]) -> Sequence[object]:
        self.seen.extend(acts)
        if len(self.seen) >= self._close_after:
            self._stop.set()
        return []


def _said(number: int) -> Say:
    return Say(chat_id=-1, person_id=1, text=str(number), at=NOON + timedelta(hours=number))


async def test_acts_happen_in_order_and_now() -> None:
    stop = asyncio.Event()
    stage = Audience(stop)

    played = await live(stage, map(_said, range(5)), speed=1e9, stop=stop)

    assert played == 5
    assert [(act.text, act.at) for act in stage.seen if isinstance(act, Say)] == [
        (str(number), None) for number in range(5)
    ]


async def test_acts_without_a_time_are_played_as_they_are() -> None:
    stop = asyncio.Event()
    stage = Audience(stop)
    meeting = Meet(person_id=1, first_name="Mei")

    await live(stage, [meeting], speed=1, stop=stop)

    assert stage.seen == [meeting]


async def test_stopping_ends_a_silence_at_once() -> None:
    stop = asyncio.Event()
    stage = Audience(stop, close_after=2)

    played = await live(stage, map(_said, range(5)), speed=1e-9, stop=stop, longest_silence=0.0)

    assert played == 2


async def test_nothing_is_played_once_stopped() -> None:
    stop = asyncio.Event()
    stop.set()

    async with asyncio.timeout(5):
        played = await live(Audience(stop), map(_said, range(5)), speed=1, stop=stop, longest_silence=3600)

    assert played == 0
