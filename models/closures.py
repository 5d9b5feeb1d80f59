"""Why a chat is closed to plain members, and what they may usually do there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import delete, select, update

from models.tables import chat_permissions, chat_settings, closures

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from domain.entrance.settings import Ending
    from domain.permissions import Closes
    from models.work import Work

Reason: TypeAlias = Literal["raid", "night"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Closure:
    """One reason to be closed. `applied` once Telegram was told; `ending` is what is being done as it ends."""

    chat_id: int
    reason: Reason
    closes: Closes
    since: datetime
    until: datetime | None = None
    applied: bool = False
    ending: Ending | None = None


def _closure(row: Row[*tuple[Any, ...]]) -> Closure:
    return Closure(**row._mapping)  # noqa: SLF001 - its public name


async def of_chat(work: Work, chat_id: int) -> dict[Reason, Closure]:
    """Every reason for which a chat is closed; remembered between transactions."""
    remembered = work.cache.get(("closures", chat_id))
    if isinstance(remembered, dict):
        return remembered
    rows = await work.connection.execute(select(closures).where(closures.c.chat_id == chat_id))
    found: dict[Reason, Closure] = {row.reason: _closure(row) for row in rows}
    work.cache.put(("closures", chat_id), found)
    return found


async def every(work: Work) -> list[Closure]:
    """All closures of all chats."""
    return [_closure(row) for row in await work.connection.execute(select(closures))]


async def put(work: Work, closure: Closure) -> None:
    """Keep a reason to be closed."""
    work.cache.drop(("closures", closure.chat_id))
    values = asdict(closure)
    new = {name: value for name, value in values.items() if name not in {"chat_id", "reason"}}
    statement = work.insert(closures).values(**values)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id", "reason"], set_=new))


async def mark_applied(work: Work, chat_id: int) -> None:
    """Telegram was told of all there is."""
    work.cache.drop(("closures", chat_id))
    await work.connection.execute(update(closures).where(closures.c.chat_id == chat_id).values(applied=True))


async def remove(work: Work, *, chat_id: int, reason: Reason) -> None:
    """A reason holds no longer."""
    work.cache.drop(("closures", chat_id))
    wanted = (closures.c.chat_id == chat_id, closures.c.reason == reason)
    await work.connection.execute(delete(closures).where(*wanted))


async def usual(work: Work, chat_id: int) -> frozenset[str] | None:
    """What plain members may do when the chat is open, as it was last seen."""
    statement = select(chat_permissions.c.allowed).where(chat_permissions.c.chat_id == chat_id)
    allowed = (await work.connection.execute(statement)).scalar_one_or_none()
    return None if allowed is None else frozenset(allowed)


async def learn(work: Work, chat_id: int, *, allowed: frozenset[str], now: datetime) -> None:
    """Keep what plain members may do in an open chat."""
    new = {"allowed": sorted(allowed), "learned_at": now}
    statement = work.insert(chat_permissions).values(chat_id=chat_id, **new)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=new))


async def chats_with_nights(work: Work) -> list[int]:
    """Chats that have switched their night on."""
    wanted = chat_settings.c.path == "night.enabled"
    rows = await work.connection.execute(select(chat_settings.c.chat_id, chat_settings.c.value).where(wanted))
    return [row.chat_id for row in rows if row.value is True]
