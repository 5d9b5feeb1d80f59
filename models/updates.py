"""Updates: which were handled, which failed, which are given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update

from models import bulk
from models.tables import failed_updates, updates

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work


INSERT = updates.insert()
HANDLED = select(updates.c.update_id).where(
    updates.c.bot_id == bindparam("bot"), updates.c.update_id.between(bindparam("first"), bindparam("last"))
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FailedUpdate:
    """An update whose handling raised. `retry_at` None means given up: a dead letter."""

    update_id: int
    chat_id: int | None
    raw: str
    error: str
    tries: int
    failed_at: datetime
    retry_at: datetime | None


async def handled(work: Work, update_ids: Collection[int]) -> set[int]:
    """Which were handled already, of those from the first to the last of these."""
    rows = await work.connection.execute(
        select(updates.c.update_id).where(updates.c.bot_id == work.defaults.bot_id, updates.c.update_id.in_(update_ids))
    )
    return {row.update_id for row in rows}


async def mark_handled(work: Work, update_ids: Collection[int], *, now: datetime) -> None:
    """Remember updates as handled. A second process that did the same makes this raise."""
    rows = ((work.defaults.bot_id, update_id, now) for update_id in update_ids)
    await bulk.write(work, INSERT, ("bot_id", "update_id", "received_at"), rows)


async def put_failed(work: Work, failed: FailedUpdate) -> None:
    """Keep a failure over the one kept before of the same update."""
    values = {name: getattr(failed, name) for name in failed.__slots__}
    statement = work.insert(failed_updates).values(bot_id=work.defaults.bot_id, **values)
    del values["update_id"]
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["bot_id", "update_id"], set_=values))


async def due(work: Work, *, now: datetime, limit: int = 20) -> list[FailedUpdate]:
    """Failures whose next try has come, oldest first."""
    return await _select(work, failed_updates.c.retry_at <= now, limit=limit)


async def dead_letters(work: Work) -> list[FailedUpdate]:
    """What was given up."""
    return await _select(work, failed_updates.c.retry_at.is_(None), limit=1000)


async def count_dead(work: Work) -> int:
    """How many were given up."""
    statement = select(func.count()).select_from(failed_updates).where(failed_updates.c.retry_at.is_(None))
    return int((await work.connection.execute(statement)).scalar_one())


async def retry(work: Work, update_ids: Collection[int], *, now: datetime) -> int:
    """Have dead letters tried again, from the first try; returns how many."""
    found = [dead.update_id for dead in await dead_letters(work) if dead.update_id in update_ids]
    await work.connection.execute(update(failed_updates).where(_these(work, found)).values(retry_at=now, tries=0))
    return len(found)


async def drop(work: Work, update_ids: Collection[int]) -> int:
    """Forget failures; returns how many."""
    return (await work.connection.execute(delete(failed_updates).where(_these(work, update_ids)))).rowcount


def _these(work: Work, update_ids: Collection[int]) -> ColumnElement[bool]:
    return (failed_updates.c.bot_id == work.defaults.bot_id) & failed_updates.c.update_id.in_(update_ids)


async def _select(work: Work, condition: ColumnElement[bool], *, limit: int) -> list[FailedUpdate]:
    rows = await work.connection.execute(
        select(failed_updates)
        .where(failed_updates.c.bot_id == work.defaults.bot_id, condition)
        .order_by(failed_updates.c.update_id)
        .limit(limit)
    )
    return [_failed(row) for row in rows]


def _failed(row: Row[*tuple[Any, ...]]) -> FailedUpdate:
    return FailedUpdate(
        update_id=row.update_id,
        chat_id=row.chat_id,
        raw=row.raw,
        error=row.error,
        tries=row.tries,
        failed_at=row.failed_at,
        retry_at=row.retry_at,
    )
