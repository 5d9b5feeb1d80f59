from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.clock import ShiftedClock
from bot.metrics import Metrics
from bot.scheduler import Scheduler
from domain.effects import Send
from domain.phrases import Markup
from jobs.catalog import Job
from models import tables
from services import chats

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.effects import Effect
    from models.database import Database
    from models.work import Work
    from services.words import Words

CHAT = -1001


class Clockwork:
    """A scheduler with jobs of our own, and what came of them."""

    def __init__(self, database: Database, words: Words, *jobs: Job) -> None:
        self.metrics, self.woken = Metrics(), 0
        self.scheduler = Scheduler(
            jobs=jobs, database=database, words=words, clock=ShiftedClock(), metrics=self.metrics, wake=self._wake
        )

    def _wake(self) -> None:
        self.woken += 1

    def counted(self, job: str, outcome: str) -> float:
        value = self.metrics.registry.get_sample_value("steward_jobs_total", {"name": job, "outcome": outcome})
        return value or 0.0


@pytest.fixture
def build(database: Database, words: Words) -> Callable[..., Clockwork]:
    return lambda *jobs: Clockwork(database, words, *jobs)


async def greet(work: Work, *, now: datetime) -> list[Effect]:
    await chats.see(work, chat_id=CHAT, kind="supergroup", title="Club", now=now)
    return [Send(chat_id=CHAT, text=Markup(html="good morning"))]


async def break_down(work: Work, *, now: datetime) -> list[Effect]:
    await chats.see(work, chat_id=CHAT - 1, kind="supergroup", title="Club", now=now)
    raise ValueError("a mistake")


async def do_nothing(work: Work, *, now: datetime) -> list[Effect]:
    assert now.tzinfo is not None
    return []


async def test_what_a_job_wants_said_is_written_and_delivery_is_woken(
    build: Callable[..., Clockwork], database: Database
) -> None:
    clockwork = build(Job(name="greet", every_seconds=1000, run=greet))
    await clockwork.scheduler.tick()
    async with database.transaction() as work:
        rows = (await work.connection.execute(tables.outbox.select())).all()
    assert [row.parameters["text"] for row in rows] == ["good morning"]
    assert (clockwork.woken, clockwork.counted("greet", "done")) == (1, 1.0)


async def test_a_job_runs_at_its_own_pace(build: Callable[..., Clockwork]) -> None:
    clockwork = build(
        Job(name="rare", every_seconds=1000, run=do_nothing), Job(name="often", every_seconds=0, run=do_nothing)
    )
    for _ in range(3):
        await clockwork.scheduler.tick()
    assert (clockwork.counted("rare", "done"), clockwork.counted("often", "done")) == (1.0, 3.0)
    assert clockwork.woken == 0


async def test_a_job_that_fails_leaves_nothing_and_stops_no_other(
    build: Callable[..., Clockwork], database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clockwork = build(
        Job(name="broken", every_seconds=0, run=break_down), Job(name="greet", every_seconds=0, run=greet)
    )
    await clockwork.scheduler.tick()
    async with database.transaction() as work:
        rows = (await work.connection.execute(tables.chats.select())).all()
    assert [row.chat_id for row in rows] == [CHAT]
    assert (clockwork.counted("broken", "failed"), clockwork.counted("greet", "done")) == (1.0, 1.0)
    assert "job broken failed: a mistake" in caplog.text
    assert clockwork.scheduler.is_alive()


async def test_it_ticks_by_itself_until_it_is_stopped(
    build: Callable[..., Clockwork], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scheduler.TICK_SECONDS", 0.01)
    ran = asyncio.Event()

    async def note(work: Work, *, now: datetime) -> list[Effect]:
        assert now.tzinfo is not None
        ran.set()
        return []

    clockwork = build(Job(name="note", every_seconds=0, run=note))
    clockwork.scheduler.start()
    async with asyncio.timeout(10):
        await ran.wait()
    clockwork.scheduler.stop()
    clockwork.scheduler.stop()
    await asyncio.sleep(0)
    ran.clear()
    await clockwork.scheduler.tick()
    assert ran.is_set()
