"""Every change of a chat's settings and numbered rules; rows are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import func, select

from models.tables import setting_changes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work

How: TypeAlias = Literal["menu", "typed", "import", "rollback", "console"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One value as it was and as it is, as JSON; None is the default."""

    path: str
    before: object
    after: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One value changed. What was changed at once has one number; they rise by one from 1 in every chat."""

    chat_id: int
    version: int
    path: str
    before: object
    after: object
    changed_by: int | None
    changed_at: datetime
    how: How


COLUMNS = tuple(setting_changes.c[name] for name in Version.__dataclass_fields__)


def _version(row: Row[*tuple[Any, ...]]) -> Version:
    return Version(**row._mapping)  # noqa: SLF001 - its public name


async def add(work: Work, *, chat_id: int, steps: Sequence[Step], by: int | None, at: datetime, how: How) -> int | None:
    """Write down what was changed at once; its number, or None when nothing was."""
    if not steps:
        return None
    number = await latest(work, chat_id) + 1
    common = {"chat_id": chat_id, "version": number, "changed_by": by, "changed_at": at, "how": how}
    rows = [{**common, "path": step.path, "before": step.before, "after": step.after} for step in steps]
    await work.connection.execute(setting_changes.insert(), rows)
    return number


async def latest(work: Work, chat_id: int) -> int:
    """The number of the last change; 0 when there was none."""
    found = await _newest(work, setting_changes.c.chat_id == chat_id)
    return found or 0


async def latest_before(work: Work, chat_id: int, moment: datetime) -> int:
    """The number of the last change before a moment; 0 when there was none."""
    found = await _newest(work, setting_changes.c.chat_id == chat_id, setting_changes.c.changed_at < moment)
    return found or 0


async def after(work: Work, *, chat_id: int, version: int) -> list[Version]:
    """Every change later than a version, oldest first."""
    rows = await work.connection.execute(
        select(*COLUMNS)
        .where(setting_changes.c.chat_id == chat_id, setting_changes.c.version > version)
        .order_by(setting_changes.c.version, setting_changes.c.path)
    )
    return [_version(row) for row in rows]


async def page(work: Work, *, chat_id: int, down_to: int, up_to: int) -> list[Version]:
    """The changes from one number to another, newest first."""
    rows = await work.connection.execute(
        select(*COLUMNS)
        .where(setting_changes.c.chat_id == chat_id, setting_changes.c.version.between(down_to, up_to))
        .order_by(setting_changes.c.version.desc(), setting_changes.c.path)
    )
    return [_version(row) for row in rows]


async def chats_changed(work: Work, *, how: How, since: datetime) -> list[int]:
    """The chats in which something was changed in this way since."""
    rows = await work.connection.execute(
        select(setting_changes.c.chat_id)
        .where(setting_changes.c.how == how, setting_changes.c.changed_at >= since)
        .distinct()
    )
    return [row.chat_id for row in rows]


async def _newest(work: Work, *conditions: ColumnElement[bool]) -> int | None:
    found: int | None = await work.connection.scalar(select(func.max(setting_changes.c.version)).where(*conditions))
    return found
