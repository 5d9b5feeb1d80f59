"""The clock's way in: one tick a second runs the jobs that are due, each in its own transaction."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import log_context
from models.trouble import is_trouble
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.clock import Clock
    from bot.metrics import Metrics
    from jobs.catalog import Job
    from models.database import Database
    from services.words import Words

log = logging.getLogger(__name__)

TICK_SECONDS = 1
LATE_SECONDS = 30.0


class Scheduler:
    """Runs jobs at their intervals; a job that fails is logged and comes again at its next interval."""

    def __init__(
        self,
        *,
        jobs: Sequence[Job],
        database: Database,
        words: Words,
        clock: Clock,
        metrics: Metrics,
        wake: Callable[[], None],
    ) -> None:
        self._jobs = jobs
        self._database = database
        self._words = words
        self._clock = clock
        self._metrics = metrics
        self._wake = wake
        self._due = {job.name: 0.0 for job in jobs}
        self._ticked_at = time.monotonic()
        self._ticker = AsyncIOScheduler(timezone="UTC")
        self._is_stopping = False

    def start(self) -> None:
        """Begin to tick."""
        self._ticker.add_job(
            self.tick, "interval", seconds=TICK_SECONDS, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._ticker.start()

    def stop(self) -> None:
        """Tick no more."""
        # The ticker stops at the loop's next round and would complain of being told twice.
        if self._ticker.running and not self._is_stopping:
            self._is_stopping = True
            self._ticker.shutdown(wait=False)

    def is_alive(self) -> bool:
        """Whether it ticked lately."""
        return time.monotonic() - self._ticked_at < LATE_SECONDS

    async def tick(self) -> None:
        """Run what is due."""
        for job in self._jobs:
            if time.monotonic() >= self._due[job.name]:
                self._due[job.name] = time.monotonic() + job.every_seconds
                await self._run(job)
        self._ticked_at = time.monotonic()

    async def _run(self, job: Job) -> None:
        try:
            async with self._database.transaction() as work:
                effects = await job.run(work, now=self._clock.now())
                await enqueue(work, self._words, effects, now=self._clock.now())
                await work.commit()
        except Exception as error:
            self._metrics.jobs.labels(job.name, "failed").inc()
            with log_context():
                # While the database is in trouble every job fails every second, for the same reason.
                log.error("job %s failed: %s", job.name, error, exc_info=None if is_trouble(error) else error)  # noqa: TRY400
            return
        self._metrics.jobs.labels(job.name, "done").inc()
        if effects:
            self._wake()
