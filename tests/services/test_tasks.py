"""Tasks are claimed once, taken up again when their worker died, and answered once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.effects import Send
from domain.phrases import phrase
from domain.refusals import Refusal
from models.tables import tasks as table
from services import retention, tasks
from services.tasks import LEASE, MOST_TRIES, MOST_WAITING, Question

if TYPE_CHECKING:
    from models.tasks import Task
    from models.work import Work

CHAT, PLACE = -1001, 7
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
DONE = phrase("tasks-failed")


async def asked(work: Work, chat_id: int = CHAT, *, at: datetime = NOW) -> Task:
    question = Question(chat_id=chat_id, asked_by=3, place=PLACE, thread_id=5, language="zh")
    return await tasks.ask(work, question, kind="backtest", arguments={"rule": "flood"}, now=at)


async def claimed(work: Work, *, at: datetime = NOW) -> Task:
    task = await tasks.claim(work, now=at)
    assert task is not None
    return task


async def test_the_oldest_goes_first_and_each_once(work: Work) -> None:
    later = await asked(work, at=NOW + timedelta(seconds=1))
    first = await asked(work, -1002)
    taken = [await tasks.claim(work, now=NOW + timedelta(seconds=2)) for _ in range(3)]
    assert [task and task.task_id for task in taken] == [first.task_id, later.task_id, None]
    assert taken[0] is not None
    assert taken[0].arguments == {"rule": "flood"}


async def test_one_whose_worker_died_is_taken_up_when_its_lease_has_run_out(work: Work) -> None:
    task = await asked(work)
    await claimed(work)
    assert await tasks.claim(work, now=NOW + LEASE - timedelta(seconds=1)) is None
    assert (await claimed(work, at=NOW + LEASE)).task_id == task.task_id


async def test_one_that_takes_longer_is_kept(work: Work) -> None:
    await asked(work)
    await tasks.keep(work, await claimed(work), now=NOW + timedelta(seconds=60))
    assert await tasks.claim(work, now=NOW + LEASE) is None


async def test_the_answer_goes_where_it_was_asked_for(work: Work) -> None:
    await asked(work)
    (send,) = await tasks.finish(work, await claimed(work), DONE, now=NOW)
    assert isinstance(send, Send)
    assert (send.chat_id, send.thread_id, send.language, send.text) == (PLACE, 5, "zh", DONE)


async def test_what_was_done_is_kept_for_a_month_without_its_arguments(work: Work) -> None:
    await asked(work)
    await tasks.finish(work, await claimed(work), DONE, now=NOW)
    rows = (await work.connection.execute(select(table.c.state, table.c.arguments))).all()
    assert [(row.state, row.arguments) for row in rows] == [("done", {})]
    await retention.forget_deliveries(work, now=NOW + timedelta(days=30, seconds=1))
    assert (await work.connection.execute(select(table))).all() == []


async def test_whoever_comes_second_answers_nothing(work: Work) -> None:
    await asked(work)
    slow = await claimed(work)
    quick = await claimed(work, at=NOW + LEASE)
    first = await tasks.finish(work, quick, DONE, now=NOW + LEASE)
    assert await tasks.finish(work, slow, DONE, now=NOW + LEASE) == []
    assert isinstance(first[0], Send)
    assert first[0].key == f"task:{slow.task_id}"


async def test_what_fails_is_tried_three_times_and_then_told(work: Work) -> None:
    await asked(work)
    told = [await tasks.fail(work, await claimed(work), "broken", now=NOW) for _ in range(MOST_TRIES)]
    assert [len(effects) for effects in told] == [0, 0, 1]
    assert await tasks.claim(work, now=NOW + LEASE * 2) is None


async def test_a_chat_has_three_at_a_time(work: Work) -> None:
    for _ in range(MOST_WAITING):
        await asked(work)
    with pytest.raises(Refusal, match="tasks-busy"):
        await asked(work)
    await tasks.finish(work, await claimed(work), DONE, now=NOW)
    assert (await asked(work)).state == "due"
    assert (await asked(work, -1002)).state == "due"
