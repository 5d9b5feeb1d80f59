"""Verdicts: what was decided about whom, with everything seen at the time, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import func, select, update

from models.tables import messages, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Row

    from domain.rules.actions import Verb
    from models.work import Work

# A rule that acted, a rule in shadow that only watched, a manager.
Mode: TypeAlias = Literal["on", "shadow", "manual"]
# Open: managers still have to look at it. Standing: nobody has. Upheld, overturned: somebody has decided so.
State: TypeAlias = Literal["open", "standing", "upheld", "overturned"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """One decision. `day` is the chat's local date; `actor_id` None when a rule acted by itself.

    `number` is the cited rule, `quote` what set the rule off, `seen` everything else known at the time.
    """

    chat_id: int
    verdict_id: int
    at: datetime
    day: date
    rule: str | None
    mode: Mode
    verb: Verb
    target_id: int
    target_name: str
    state: State
    is_channel: bool = False
    number: int | None = None
    until: datetime | None = None
    message_id: int | None = None
    thread_id: int | None = None
    text: str | None = None
    quote: str = ""
    reason: str = ""
    actor_id: int | None = None
    warning_id: int | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    seen: Mapping[str, Any] = field(default_factory=dict)


COLUMNS = tuple(verdicts.c[name] for name in Verdict.__dataclass_fields__)


def _verdict(row: Row[*tuple[Any, ...]]) -> Verdict:
    return Verdict(**row._mapping)  # noqa: SLF001 - its public name


async def add(work: Work, verdict: Verdict) -> None:
    """Write one down."""
    await work.connection.execute(
        verdicts.insert().values(**{name: getattr(verdict, name) for name in Verdict.__dataclass_fields__})
    )


async def find(work: Work, *, chat_id: int, verdict_id: int) -> Verdict | None:
    """The verdict, when there is one."""
    found = await _select(work, verdicts.c.chat_id == chat_id, verdicts.c.verdict_id == verdict_id)
    return found[0] if found else None


async def of_target(work: Work, *, chat_id: int, target_id: int) -> list[Verdict]:
    """Everything decided about somebody, oldest first; what rules in shadow saw is left out."""
    return await _select(
        work, verdicts.c.chat_id == chat_id, verdicts.c.target_id == target_id, verdicts.c.mode != "shadow"
    )


async def since(work: Work, *, chat_id: int, day: date) -> list[Verdict]:
    """Everything decided in a chat from a local day on, oldest first."""
    return await _select(work, verdicts.c.chat_id == chat_id, verdicts.c.day >= day)


async def open_in(work: Work, chat_id: int) -> list[Verdict]:
    """What rules found and managers of a chat still have to look at, oldest first."""
    return await _select(work, verdicts.c.chat_id == chat_id, verdicts.c.state == "open", verdicts.c.mode == "on")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many verdicts of a rule came in one mode and are in one state."""

    rule: str
    mode: Mode
    state: State
    count: int


async def tallies(work: Work, *, chat_id: int, since: date, until: date | None = None) -> list[Tally]:
    """Verdicts of rules from one local day to another, both included, counted."""
    days = [verdicts.c.day >= since] if until is None else [verdicts.c.day.between(since, until)]
    rows = await work.connection.execute(
        select(verdicts.c.rule, verdicts.c.mode, verdicts.c.state, func.count().label("count"))
        .where(verdicts.c.chat_id == chat_id, *days, verdicts.c.rule.is_not(None))
        .group_by(verdicts.c.rule, verdicts.c.mode, verdicts.c.state)
    )
    return [Tally(**row._mapping) for row in rows]  # noqa: SLF001 - its public name


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """A verdict as those who answer for it see it; `written_at` is when the message it is about was written."""

    actor_id: int | None
    mode: Mode
    state: State
    at: datetime
    written_at: datetime | None


async def deeds(work: Work, *, chat_id: int, since: date) -> list[Deed]:
    """What was really done in a chat from a local day on; what is only to be looked at is no deed yet."""
    about = (messages.c.chat_id == verdicts.c.chat_id) & (messages.c.message_id == verdicts.c.message_id)
    rows = await work.connection.execute(
        select(
            verdicts.c.actor_id,
            verdicts.c.mode,
            verdicts.c.state,
            verdicts.c.at,
            messages.c.sent_at.label("written_at"),
        )
        .select_from(verdicts.outerjoin(messages, about))
        .where(
            verdicts.c.chat_id == chat_id,
            verdicts.c.day >= since,
            verdicts.c.mode != "shadow",
            verdicts.c.verb != "review",
        )
    )
    return [Deed(**row._mapping) for row in rows]  # noqa: SLF001 - its public name


@dataclass(frozen=True, kw_only=True, slots=True)
class Shadowed:
    """Whom a rule in shadow would have hit, and whether they had earned trust."""

    rule: str
    target_id: int
    trusted: bool


async def shadowed(work: Work, *, chat_id: int, since: date) -> list[Shadowed]:
    """What rules in shadow would have hit from a local day on."""
    rows = await work.connection.execute(
        select(verdicts.c.rule, verdicts.c.target_id, verdicts.c.seen).where(
            verdicts.c.chat_id == chat_id,
            verdicts.c.day >= since,
            verdicts.c.mode == "shadow",
            verdicts.c.rule.is_not(None),
        )
    )
    return [Shadowed(rule=row.rule, target_id=row.target_id, trusted=bool(row.seen.get("trusted"))) for row in rows]


async def decide(
    work: Work, *, chat_id: int, verdict_id: int, state: State, by: int | None, at: datetime
) -> Verdict | None:
    """Let somebody's decision stand, unless another one was there before; the verdict as it is now, or None."""
    undecided = verdicts.c.state.in_(("open", "standing"))
    done = await work.connection.execute(
        update(verdicts)
        .where(verdicts.c.chat_id == chat_id, verdicts.c.verdict_id == verdict_id, undecided)
        .values(state=state, decided_by=by, decided_at=at)
    )
    return await find(work, chat_id=chat_id, verdict_id=verdict_id) if done.rowcount else None


async def _select(work: Work, *conditions: ColumnElement[bool]) -> list[Verdict]:
    rows = await work.connection.execute(select(*COLUMNS).where(*conditions).order_by(verdicts.c.verdict_id))
    return [_verdict(row) for row in rows]
