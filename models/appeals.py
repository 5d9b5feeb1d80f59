"""Appeals against verdicts: who asked, in which words, and what became of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import func, select, update

from models.tables import appeals

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work

# Waiting: the member is asked for words. Open: managers have the ticket. The others are decisions.
State: TypeAlias = Literal["waiting", "open", "granted", "rejected", "closed"]
UNDECIDED: tuple[State, ...] = ("waiting", "open")


@dataclass(frozen=True, kw_only=True, slots=True)
class Appeal:
    """One appeal; `reminded` counts the days on which managers were reminded of it."""

    chat_id: int
    appeal_id: int
    verdict_id: int
    user_id: int
    state: State
    asked_at: datetime
    words: str = ""
    opened_at: datetime | None = None
    reminded: int = 0
    decided_by: int | None = None
    decided_at: datetime | None = None


COLUMNS = tuple(appeals.c[name] for name in Appeal.__dataclass_fields__)


def _appeal(row: Row[*tuple[Any, ...]]) -> Appeal:
    return Appeal(**row._mapping)  # noqa: SLF001 - its public name


async def add(work: Work, appeal: Appeal) -> None:
    """Write one down."""
    await work.connection.execute(appeals.insert().values(**asdict(appeal)))


async def find(work: Work, *, chat_id: int, appeal_id: int) -> Appeal | None:
    """The appeal, when there is one."""
    found = await _select(work, appeals.c.chat_id == chat_id, appeals.c.appeal_id == appeal_id)
    return found[0] if found else None


async def of_verdict(work: Work, *, chat_id: int, verdict_id: int) -> list[Appeal]:
    """Every appeal against a verdict, oldest first."""
    return await _select(work, appeals.c.chat_id == chat_id, appeals.c.verdict_id == verdict_id)


async def open_in(work: Work, chat_id: int) -> list[Appeal]:
    """What managers of a chat have not decided yet, oldest first."""
    return await _select(work, appeals.c.chat_id == chat_id, appeals.c.state == "open")


async def waiting_of(work: Work, user_id: int) -> Appeal | None:
    """The appeal somebody asked for last and has not said their words to."""
    found = await _select(work, appeals.c.user_id == user_id, appeals.c.state == "waiting")
    return found[-1] if found else None


async def waiting_since(work: Work, before: datetime) -> list[Appeal]:
    """Appeals whose words have been waited for since before an instant, in every chat."""
    return await _select(work, appeals.c.state == "waiting", appeals.c.asked_at <= before)


async def undecided(work: Work, *, opened_before: datetime, reminders: int) -> list[Appeal]:
    """Appeals that managers have had since before an instant, and were reminded of less often than that."""
    overdue = (appeals.c.state == "open", appeals.c.opened_at <= opened_before, appeals.c.reminded < reminders)
    return await _select(work, *overdue)


async def count_since(work: Work, *, chat_id: int, user_id: int, since: datetime) -> int:
    """How often somebody appealed in a chat since an instant."""
    asked = (appeals.c.chat_id == chat_id, appeals.c.user_id == user_id, appeals.c.asked_at > since)
    found = await work.connection.execute(select(func.count()).select_from(appeals).where(*asked))
    return int(found.scalar_one())


async def bring(work: Work, appeal: Appeal, *, words: str, at: datetime) -> bool:
    """Bring it before the managers with the member's words. False when it was brought before."""
    changed = {"state": "open", "words": words, "opened_at": at}
    return await _change(work, appeal, appeals.c.state == "waiting", **changed)


async def decide(work: Work, appeal: Appeal, *, state: State, by: int | None, at: datetime) -> bool:
    """Let a decision stand. False when there was another one before."""
    return await _change(work, appeal, appeals.c.state.in_(UNDECIDED), state=state, decided_by=by, decided_at=at)


async def remind(work: Work, appeal: Appeal) -> None:
    """Managers were reminded once more."""
    await _change(work, appeal, appeals.c.reminded == appeal.reminded, reminded=appeal.reminded + 1)


async def _change(work: Work, appeal: Appeal, condition: ColumnElement[bool], **values: object) -> bool:
    chosen = (appeals.c.chat_id == appeal.chat_id, appeals.c.appeal_id == appeal.appeal_id, condition)
    return bool((await work.connection.execute(update(appeals).where(*chosen).values(**values))).rowcount)


async def _select(work: Work, *conditions: ColumnElement[bool]) -> list[Appeal]:
    rows = await work.connection.execute(select(*COLUMNS).where(*conditions).order_by(appeals.c.appeal_id))
    return [_appeal(row) for row in rows]
