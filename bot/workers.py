"""Worker processes: they do what takes long, so that neither the loop nor the database's writer waits for it."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

from bot.stopping import either
from jobs.tasks import KINDS
from models.reading import reading
from models.trouble import is_trouble
from services import tasks
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.clock import Clock
    from domain.effects import Effect
    from models.database import Database
    from models.tasks import Task
    from models.work import Work
    from services.words import Words

log = logging.getLogger(__name__)

GLANCE_SECONDS = 1.0
KEPT_SECONDS = 20.0
# A process that has nothing to do is let go: it costs as much memory as the bot.
IDLE_SECONDS = 60.0
# A worker is replaced after so many tasks: what libraries keep between them is not seen from here.
TASKS_A_WORKER = 20
NICENESS = 5
ERROR_LENGTH = 500


def perform(url: str, kind: str, chat_id: int, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """In the worker: do a task with a connection of its own."""
    with reading(url) as connection:
        return KINDS[kind].perform(connection, chat_id, arguments)


def settle() -> None:
    """In the worker, first: Ctrl-C is the bot's business, and live messages go before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)


class Workers:
    """Claims tasks and has them done, one at a time, by a process that is started when there is something to do."""

    def __init__(self, *, url: str, database: Database, words: Words, clock: Clock, wake: Callable[[], None]) -> None:
        self._url = url
        self._database = database
        self._words = words
        self._clock = clock
        self._wake = wake
        self._pool: ProcessPoolExecutor | None = None
        self._done = 0
        self._used_at = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`; a task cut short is taken up again when its lease has run out."""
        try:
            while not stop.is_set():
                if await either(self._sound(), stop) is False:
                    self._rest()
                    await either(asyncio.sleep(GLANCE_SECONDS), stop)
        finally:
            self.close()

    async def _sound(self) -> bool:
        """One task, if there is one; nothing that goes wrong ends the work."""
        try:
            return await self.step()
        except Exception as error:
            # While the database is in trouble this fails every second, for the same reason.
            log.error("a task could not be taken: %s", error, exc_info=None if is_trouble(error) else error)  # noqa: TRY400
            return False

    async def step(self) -> bool:
        """Do one task, if one waits."""
        async with self._database.transaction() as work:
            task = await tasks.claim(work, now=self._clock.now())
            await work.commit()
        if task is None:
            return False
        try:
            result = await self._perform(task)
            answer = KINDS[task.kind].tell(task, result)
        except Exception as error:
            log.exception("task %s of chat %s failed", task.kind, task.chat_id)
            self.close()
            reason = f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
            await self._settle(lambda work: tasks.fail(work, task, reason, now=self._clock.now()))
            return True
        await self._settle(lambda work: tasks.finish(work, task, answer, now=self._clock.now()))
        return True

    async def _perform(self, task: Task) -> dict[str, Any]:
        """The task's result, from the worker; meanwhile its lease is kept."""
        done = asyncio.wrap_future(
            self._workers().submit(perform, self._url, task.kind, task.chat_id, dict(task.arguments))
        )
        while not (await asyncio.wait({done}, timeout=KEPT_SECONDS))[0]:
            async with self._database.transaction() as work:
                await tasks.keep(work, task, now=self._clock.now())
                await work.commit()
        self._done += 1
        self._used_at = time.monotonic()
        return done.result()

    async def _settle(self, outcome: Callable[[Work], Awaitable[list[Effect]]]) -> None:
        async with self._database.transaction() as work:
            await enqueue(work, self._words, await outcome(work), now=self._clock.now())
            await work.commit()
        self._wake()

    def _workers(self) -> ProcessPoolExecutor:
        if self._done >= TASKS_A_WORKER:
            self.close()
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=spawn, initializer=settle)
        return self._pool

    def _rest(self) -> None:
        if self._pool is not None and time.monotonic() - self._used_at > IDLE_SECONDS:
            self.close()

    def close(self) -> None:
        """End the worker at once: it has nothing that has to be saved."""
        pool, self._pool, self._done = self._pool, None, 0
        if pool is None:
            return
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
            process.join()
