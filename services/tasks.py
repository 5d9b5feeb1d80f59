"""What takes long: asked for in one transaction, done by a worker process, answered through the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from domain.effects import Priority, Send
from domain.phrases import phrase
from domain.refusals import Refusal
from models import tasks
from models.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.effects import Effect
    from domain.phrases import Text
    from models.work import Work

# Whoever claims a task says again and again that it lives; one whose process died is taken up after so long.
LEASE = timedelta(seconds=90)
MOST_TRIES = 3
MOST_WAITING = 3
WORTH_TELLING = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Who asks about which chat, and where the answer goes."""

    chat_id: int
    asked_by: int | None
    place: int
    thread_id: int | None = None
    language: str | None = None


async def ask(work: Work, question: Question, *, kind: str, arguments: Mapping[str, Any], now: datetime) -> Task:
    """Write a task down. Raises Refusal while too many of the chat's wait."""
    if await tasks.count_unfinished(work, question.chat_id) >= MOST_WAITING:
        raise Refusal(phrase("tasks-busy", most=MOST_WAITING))
    task = Task(
        chat_id=question.chat_id,
        task_id=work.identifiers.next(now),
        kind=kind,
        arguments=arguments,
        created_at=now,
        asked_by=question.asked_by,
        place=question.place,
        thread_id=question.thread_id,
        language=question.language,
    )
    await tasks.add(work, task)
    return task


async def claim(work: Work, *, now: datetime) -> Task | None:
    """The task to do next, when there is one."""
    return await tasks.claim(work, now=now, until=now + LEASE)


async def keep(work: Work, task: Task, *, now: datetime) -> None:
    """Go on with a task that takes longer."""
    await tasks.extend(work, task, until=now + LEASE)


async def finish(work: Work, task: Task, answer: Text, *, now: datetime) -> list[Effect]:
    """A task is done; its answer goes where it was asked for, once."""
    return _answer(task, answer) if await tasks.finish(work, task, now=now) else []


async def fail(work: Work, task: Task, error: str, *, now: datetime) -> list[Effect]:
    """A try went wrong: there is another one, or after the last the one who asked is told."""
    if task.tries + 1 < MOST_TRIES:
        await tasks.give_back(work, task)
        return []
    if not await tasks.finish(work, task, now=now, error=error):
        return []
    return _answer(task, phrase("tasks-failed"))


def _answer(task: Task, text: Text) -> list[Effect]:
    return [
        Send(
            chat_id=task.place,
            text=text,
            thread_id=task.thread_id,
            language=task.language,
            key=f"task:{task.task_id}",
            priority=Priority.REPLY,
            expires_after=WORTH_TELLING,
        )
    ]
