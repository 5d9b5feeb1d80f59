"""Tasks: asked for, claimed with a lease, finished once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import func, or_, select, update

from models.tables import tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Row

    from models.work import Work

State: TypeAlias = Literal["due", "running", "done", "failed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What is to be done: `kind` and its JSON arguments, asked for by somebody, answered at `place`."""

    chat_id: int
    task_id: int
    kind: str
    created_at: datetime
    place: int
    arguments: Mapping[str, Any] = field(default_factory=dict)
    state: State = "due"
    asked_by: int | None = None
    thread_id: int | None = None
    language: str | None = None
    tries: int = 0


COLUMNS = tuple(tasks.c[name] for name in Task.__dataclass_fields__)


def _task(row: Row[*tuple[Any, ...]]) -> Task:
    return Task(**row._mapping)  # noqa: SLF001 - its public name


async def add(work: Work, task: Task) -> None:
    """Ask for one."""
    await work.connection.execute(tasks.insert().values(**{**asdict(task), "arguments": dict(task.arguments)}))


async def count_unfinished(work: Work, chat_id: int) -> int:
    """How many of a chat are not done yet."""
    waiting = (tasks.c.chat_id == chat_id, tasks.c.state.in_(("due", "running")))
    return int((await work.connection.execute(select(func.count()).select_from(tasks).where(*waiting))).scalar_one())


async def claim(work: Work, *, now: datetime, until: datetime) -> Task | None:
    """The task that waits longest, taken until an instant; one whose lease has run out waits again."""
    is_free = or_(tasks.c.state == "due", (tasks.c.state == "running") & (tasks.c.lease_until <= now))
    waiting = select(*COLUMNS).where(is_free).order_by(tasks.c.created_at, tasks.c.task_id).limit(1)
    row = (await work.connection.execute(waiting)).one_or_none()
    if row is None:
        return None
    mine = (tasks.c.chat_id == row.chat_id, tasks.c.task_id == row.task_id, is_free)
    taken = await work.connection.execute(
        update(tasks).where(*mine).values(state="running", started_at=now, lease_until=until, tries=tasks.c.tries + 1)
    )
    return _task(row) if taken.rowcount else None


async def extend(work: Work, task: Task, *, until: datetime) -> None:
    """Keep a task that is still being done."""
    running = (tasks.c.chat_id == task.chat_id, tasks.c.task_id == task.task_id, tasks.c.state == "running")
    await work.connection.execute(update(tasks).where(*running).values(lease_until=until))


async def finish(work: Work, task: Task, *, now: datetime, error: str | None = None) -> bool:
    """Let it be done, or failed with an error; its arguments go. False when it was finished before."""
    running = (tasks.c.chat_id == task.chat_id, tasks.c.task_id == task.task_id, tasks.c.state == "running")
    values: dict[str, object] = {
        "state": "done" if error is None else "failed",
        "finished_at": now,
        "lease_until": None,
        "error": error,
        "arguments": {},
    }
    return bool((await work.connection.execute(update(tasks).where(*running).values(**values))).rowcount)


async def give_back(work: Work, task: Task) -> None:
    """Let it wait again, for another try."""
    running = (tasks.c.chat_id == task.chat_id, tasks.c.task_id == task.task_id, tasks.c.state == "running")
    await work.connection.execute(update(tasks).where(*running).values(state="due", lease_until=None))
