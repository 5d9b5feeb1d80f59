"""Tasks done by a real worker process: answered, tried again, given up with a word."""

from __future__ import annotations

import asyncio
import multiprocessing
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from bot.clock import ShiftedClock
from bot.workers import Workers
from domain.settings import ChatSettings
from models.tables import outbox
from services import backtests, chats, tasks
from services.tasks import LEASE, Question
from tests.steward import eventually

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from models.database import Database
    from services.words import Words

CHAT, PLACE = -1001000000001, 7


@dataclass(kw_only=True)
class Shop:
    """Workers beside the database they write answers to."""

    workers: Workers
    database: Database
    clock: ShiftedClock
    woken: list[bool] = field(default_factory=list)

    async def asks(self, *, broken: bool = False) -> None:
        """Somebody asks for a backtest, or for one that cannot be done."""
        async with self.database.transaction() as work:
            now = self.clock.now()
            await chats.see(work, chat_id=CHAT, kind="supergroup", title="Club", now=now)
            question = Question(chat_id=CHAT, asked_by=3, place=PLACE)
            if broken:
                await tasks.ask(work, question, kind=backtests.KIND, arguments={}, now=now)
            else:
                rules = ChatSettings().rules
                span = timedelta(days=1)
                await backtests.ask(
                    work, question, rule="flood", span=span, draft=rules, current=rules, changes={}, now=now
                )
            await work.commit()

    async def answers(self) -> list[str]:
        """What is to be said."""
        async with self.database.transaction() as work:
            rows: Any = (await work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all()
            return [row.parameters["text"] for row in rows]


@pytest.fixture
async def shop(database: Database, database_url: str, words: Words) -> AsyncIterator[Shop]:
    async with opened(database, database_url, words) as found:
        yield found


@asynccontextmanager
async def opened(database: Database, url: str, words: Words) -> AsyncIterator[Shop]:
    clock, woken = ShiftedClock(), list[bool]()
    workers = Workers(url=url, database=database, words=words, clock=clock, wake=lambda: woken.append(True))
    try:
        yield Shop(workers=workers, database=database, clock=clock, woken=woken)
    finally:
        workers.close()


async def test_a_task_is_done_elsewhere_and_answered_once(shop: Shop) -> None:
    await shop.asks()
    assert await shop.workers.step()
    (answer,) = await shop.answers()
    assert "Nothing was written in that time." in answer
    assert shop.woken
    assert not await shop.workers.step()


async def test_what_cannot_be_done_is_tried_three_times_and_told(shop: Shop) -> None:
    await shop.asks(broken=True)
    tries = [await shop.workers.step() for _ in range(4)]
    assert tries == [True, True, True, False]
    (answer,) = await shop.answers()
    assert answer.startswith("😔 I could not finish that")


async def test_a_worker_that_dies_is_replaced(shop: Shop) -> None:
    await shop.asks()
    await shop.workers.step()
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    await shop.asks()

    async def answered() -> list[str] | None:
        await shop.workers.step()
        answers = await shop.answers()
        return answers if len(answers) == 2 else None

    assert len(await eventually(answered)) == 2


async def test_a_task_of_a_process_that_died_is_taken_up_after_its_lease(shop: Shop) -> None:
    await shop.asks()
    async with shop.database.transaction() as work:
        await tasks.claim(work, now=shop.clock.now())
        await work.commit()
    assert not await shop.workers.step()
    shop.clock.offset += LEASE
    assert await shop.workers.step()
    assert len(await shop.answers()) == 1


async def test_it_works_until_it_is_stopped(shop: Shop) -> None:
    await shop.asks()
    stop = asyncio.Event()
    running = asyncio.create_task(shop.workers.run(stop))

    async def answered() -> list[str] | None:
        return await shop.answers() or None

    await eventually(answered)
    stop.set()
    await running
    assert multiprocessing.active_children() == []
