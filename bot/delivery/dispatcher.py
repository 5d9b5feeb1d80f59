"""The one dispatcher: claims due rows, makes the calls, records what became of them."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.delivery import outcomes
from bot.delivery.lanes import Lanes
from bot.delivery.requests import parameters_now
from bot.telegram_api import READ_SECONDS, File, TelegramError
from domain.deliveries import SENDING, Again
from models import attachments, outbox
from models.trouble import is_trouble
from services import deliveries

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime

    from bot.clock import Clock
    from bot.delivery.limits import Limits
    from bot.telegram_api import TelegramApi
    from domain.deliveries import Delivery, Verdict
    from models.database import Database
    from models.work import Work

logger = logging.getLogger(__name__)

# Calls under way at once. Messages leave some room to the other calls, which are the urgent ones.
CONCURRENCY = 16
MESSAGES_AT_ONCE = 10
CROWDED = 12
PAGE = 100
# Longer than a call can take (see bot/telegram_api.py).
LEASE = timedelta(seconds=30)
# The longest span that Telegram counts messages over.
PACED = timedelta(seconds=61)
# What other processes wrote is found so often, and what they left under way.
POLL_SECONDS = 1.0
SWEEP_SECONDS = 5.0
# Outcomes wait so long for others, to be recorded with one commit.
GATHER_SECONDS = 0.01
BREATH_SECONDS = 0.002
DRAIN_SECONDS = 8.0
LATE_SECONDS = 30.0


class Dispatcher:
    """Sends the outbox. `wake` it after a commit that wrote rows. One a process, one process a bot."""

    def __init__(
        self,
        database: Database,
        api: TelegramApi,
        *,
        clock: Clock,
        limits: Limits | None = None,
        read_timeout: float = READ_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
        count: Callable[[str, str], None] = lambda _method, _outcome: None,
    ) -> None:
        self._database = database
        self._api = api
        self._clock = clock
        self._read_timeout = read_timeout
        self._monotonic = monotonic
        self._passed_at = monotonic()
        self._count = count
        self._lanes = Lanes(limits)
        self._woken = asyncio.Event()
        self._under_way: dict[int, tuple[Delivery, asyncio.Task[None]]] = {}
        self._finished: list[tuple[Delivery, Verdict]] = []
        self._swept_at = float("-inf")

    @property
    def under_way(self) -> int:
        """How many calls are being made."""
        return len(self._under_way)

    def is_alive(self) -> bool:
        """Whether it looked for work lately."""
        return self._monotonic() - self._passed_at < LATE_SECONDS

    def wake(self) -> None:
        """There may be something to do now."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until stopped; then wait a while for the calls under way and record what became of them."""
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: self.wake())
        try:
            while not stop.is_set() and not await self._sound(self._resume):
                await self._pause(POLL_SECONDS)
            while not stop.is_set():
                self._woken.clear()
                sound = await self._sound(self._deliver)
                await self._pause(self._patience() if sound else POLL_SECONDS)
        finally:
            stopping.cancel()
            await self._drain()

    async def _sound(self, step: Callable[[], Awaitable[None]]) -> bool:
        """Take a step. False when the database is in trouble: nothing is forgotten, it is tried again later."""
        try:
            await step()
        except Exception as error:
            if not is_trouble(error):
                raise
            logger.exception("the database is in trouble: delivery waits")
            self._woken.clear()
            return False
        return True

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    def _patience(self) -> float:
        at = self._monotonic()
        return min(POLL_SECONDS, max(BREATH_SECONDS, self._lanes.next_change(at) - at))

    async def _resume(self) -> None:
        """Take up what a former process left: interrupted calls, waits that Telegram asked for, its pace."""
        now, at = self._clock.now(), self._monotonic()
        async with self._database.transaction() as work:
            await deliveries.recover(work, now=now, in_flight=(), at_once=True)
            for delivery, due_at in await outbox.delayed(work, now=now):
                self._lanes.hold(delivery, until=at + (due_at - now).total_seconds(), flooded=False)
            for chat_id, sent_at in await outbox.sent_since(work, now - PACED):
                self._lanes.pace.count(chat_id, at - max(0.0, (now - sent_at).total_seconds()))
            await work.commit()

    async def _deliver(self) -> None:
        """One pass: record what is finished, claim what may go, in one transaction; then make the calls."""
        finished, at = list(self._finished), self._monotonic()
        room = CONCURRENCY - len(self._under_way) if self._lanes.open(at) else 0
        self._passed_at = at
        if not finished and not room:
            return
        async with self._database.transaction() as work:
            now = self._clock.now()
            await deliveries.record(work, finished, now=now)
            swept = await self._sweep(work, now=now, at=at)
            claimed = await self._claim(work, room=room, now=now, at=at)
            files = await _files(work, claimed)
            if finished or swept or claimed:
                await work.commit()
        del self._finished[: len(finished)]
        for delivery, verdict in finished:
            self._hold_back(delivery, verdict)
        for delivery in claimed:
            if delivery.expires_at is None or delivery.expires_at > now:
                self._begin(delivery, files.get(delivery.row_id, {}))

    async def _claim(self, work: Work, *, room: int, now: datetime, at: float) -> list[Delivery]:
        """Rows that may go now, those that send no message first; what has expired by now is dropped."""
        if not room:
            return []
        closed = self._lanes.closed_to_calls(at)
        calls = await outbox.ready_calls(work, now=now, without=closed, limit=PAGE)
        chosen = self._lanes.choose_calls(calls, room=room, at=at)
        if len(calls) == PAGE and len(chosen) < room:
            # One chat's many calls fill the page, and others wait behind them.
            full = {*closed, *(row.chat_id for row in calls)}
            others = await outbox.ready_calls(work, now=now, without=full, limit=PAGE)
            chosen += self._lanes.choose_calls(others, room=room - len(chosen), at=at)
        messages = sum(delivery.method in SENDING for delivery, _ in self._under_way.values())
        room_for_messages = min(room - len(chosen), MESSAGES_AT_ONCE - messages)
        if room_for_messages > 0 and self._lanes.pace.allowance(at) > 0:
            closed = self._lanes.closed_to_messages(at)
            waiting = await outbox.ready_sends(work, now=now, without=closed)
            chosen += self._lanes.choose_messages(waiting, room=room_for_messages, at=at)
        claimed = await outbox.claim(work, chosen, lease_until=now + LEASE)
        for delivery in claimed:
            if delivery.expires_at is not None and delivery.expires_at <= now:
                await deliveries.drop_stale(work, delivery, now=now)
        return claimed

    async def _sweep(self, work: Work, *, now: datetime, at: float) -> int:
        """Now and then: settle what is under way without anybody, and drop what has expired."""
        if at < self._swept_at + SWEEP_SECONDS:
            return 0
        self._swept_at = at
        left = await deliveries.recover(work, now=now, in_flight=self._under_way.keys())
        return left + await outbox.drop_expired(work, now=now)

    def _begin(self, delivery: Delivery, files: Mapping[str, File]) -> None:
        self._lanes.begin(delivery, at=self._monotonic())
        task = asyncio.create_task(self._call(delivery, files))
        self._under_way[delivery.row_id] = delivery, task

    async def _call(self, delivery: Delivery, files: Mapping[str, File]) -> None:
        """Make the call; whatever happens, its outcome is kept for the next pass."""
        verdict = outcomes.interrupted(delivery)
        try:
            parameters = parameters_now(delivery, self._clock.now())
            result = await self._api.call(delivery.method, parameters, files=files, read_timeout=self._read_timeout)
            verdict = outcomes.succeeded(result)
        except TelegramError as error:
            verdict = outcomes.failed(delivery, error)
        except Exception:
            logger.exception("%s of row %s broke", delivery.method, delivery.row_id)
        finally:
            self._finish(delivery, verdict)

    def _finish(self, delivery: Delivery, verdict: Verdict) -> None:
        crowded = len(self._under_way) >= CROWDED
        del self._under_way[delivery.row_id]
        self._finished.append((delivery, verdict))
        self._count(delivery.method, type(verdict).__name__.lower())
        if isinstance(verdict, Again):
            self._hold_back(delivery, verdict)
        self._lanes.end(delivery)
        if crowded:
            self.wake()
        else:
            asyncio.get_running_loop().call_later(GATHER_SECONDS, self.wake)

    def _hold_back(self, delivery: Delivery, verdict: Verdict) -> None:
        """Keep others from overtaking a row that waits; again once its wait is recorded, from when it counts."""
        if isinstance(verdict, Again):
            until = self._monotonic() + verdict.wait.total_seconds()
            self._lanes.hold(delivery, until=until, flooded=verdict.flooded)

    async def _drain(self) -> None:
        """No more claims: let calls end, break off those that do not, record all outcomes."""
        tasks = [task for _, task in self._under_way.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=DRAIN_SECONDS)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._sound(self._record_last)

    async def _record_last(self) -> None:
        if not self._finished:
            return
        async with self._database.transaction() as work:
            await deliveries.record(work, self._finished, now=self._clock.now())
            await work.commit()
        self._finished.clear()


async def _files(work: Work, claimed: Sequence[Delivery]) -> dict[int, dict[str, File]]:
    """The files that go along with calls, by row; one that is kept no more is left out, and Telegram says so."""
    found: dict[int, dict[str, File]] = {}
    for delivery in claimed:
        if delivery.attached is None:
            continue
        name, attachment_id = delivery.attached
        kept = await attachments.find(work, chat_id=delivery.chat_id, attachment_id=attachment_id)
        if kept is not None:
            file_name = f"{name}.{kept.media_type.rpartition('/')[2]}"
            found[delivery.row_id] = {name: File(file_name, kept.content, kept.media_type)}
    return found
