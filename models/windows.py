"""Windows: for how long which rules of a chat are loosened."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from models.tables import windows

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """These rules are off from `opened_at` until `until`; `closed` once the chat was told that they are back."""

    chat_id: int
    window_id: int
    rules: tuple[str, ...]
    opened_at: datetime
    until: datetime
    reason: str = ""
    opened_by: int | None = None
    thread_id: int | None = None
    closed: bool = False


COLUMNS = tuple(windows.c[name] for name in Window.__dataclass_fields__)


def _window(row: Row[*tuple[Any, ...]]) -> Window:
    return Window(**{**row._mapping, "rules": tuple(row.rules)})  # noqa: SLF001 - its public name


async def add(work: Work, window: Window) -> None:
    """Open one."""
    await work.connection.execute(windows.insert().values(**{**asdict(window), "rules": list(window.rules)}))
    work.cache.drop(("windows", window.chat_id))


async def of_chat(work: Work, chat_id: int) -> tuple[Window, ...]:
    """Windows of a chat that are not closed, oldest first; remembered between transactions."""
    remembered = work.cache.get(("windows", chat_id))
    if isinstance(remembered, tuple):
        return remembered
    found = await _select(work, windows.c.chat_id == chat_id, ~windows.c.closed)
    work.cache.put(("windows", chat_id), found)
    return found


async def ended(work: Work, now: datetime) -> tuple[Window, ...]:
    """Windows of every chat that are over and not closed yet."""
    return await _select(work, ~windows.c.closed, windows.c.until <= now)


async def close(work: Work, window: Window, *, until: datetime) -> bool:
    """Close a window at an instant. False when it was closed before."""
    chosen = (windows.c.chat_id == window.chat_id, windows.c.window_id == window.window_id, ~windows.c.closed)
    done = await work.connection.execute(update(windows).where(*chosen).values(closed=True, until=until))
    work.cache.drop(("windows", window.chat_id))
    return bool(done.rowcount)


async def _select(work: Work, *conditions: ColumnElement[bool]) -> tuple[Window, ...]:
    rows = await work.connection.execute(select(*COLUMNS).where(*conditions).order_by(windows.c.window_id))
    return tuple(_window(row) for row in rows)
