"""Who came in, what they are asked, and what became of it; one row a person and chat."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from models.tables import entrance_days, entrances

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Row

    from models.work import Work


class State(StrEnum):
    """Where somebody's entrance stands. DRAWING waits for a picture, HELD for the end of a raid."""

    ADMITTED = "admitted"
    DRAWING = "drawing"
    PENDING = "pending"
    HELD = "held"
    PASSED = "passed"
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    RELEASED = "released"
    REMOVED = "removed"
    LEFT = "left"


UNDECIDED = (State.DRAWING, State.PENDING)
HELD = ("state", "joined_at", "due_at", "greet_at")
COUNTED = ("joined", "challenged", "passed", "failed", "timed_out")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entrance:
    """One person's coming in. `place_id` is the chat they are asked in; `challenge` holds the right answer.

    `round` numbers what was asked, `tries` are those failed, `correct` the right answers to own questions.
    `muted` is whether Steward took their voice, `respited` whether an outage was made up for.
    """

    chat_id: int
    user_id: int
    state: State
    joined_at: datetime
    way: str = "off"
    by_request: bool = False
    language: str | None = None
    place_id: int | None = None
    challenge: Mapping[str, Any] = field(default_factory=dict)
    round: int = 0
    tries: int = 0
    correct: int = 0
    due_at: datetime | None = None
    respited: bool = False
    muted: bool = False
    join_message: int | None = None
    greet_at: datetime | None = None
    decided_at: datetime | None = None


def _entrance(row: Row[*tuple[Any, ...]]) -> Entrance:
    return Entrance(**{**row._mapping, "state": State(row.state)})  # noqa: SLF001 - its public name


async def find(work: Work, *, chat_id: int, user_id: int) -> Entrance | None:
    """Somebody's latest coming in, when there was one."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.user_id == user_id)
    row = (await work.connection.execute(select(entrances).where(*wanted))).one_or_none()
    return None if row is None else _entrance(row)


async def put(work: Work, entrance: Entrance) -> None:
    """Keep all of an entrance, over the one before."""
    values = asdict(entrance) | {"challenge": dict(entrance.challenge)}
    new = {name: value for name, value in values.items() if name not in {"chat_id", "user_id"}}
    statement = work.insert(entrances).values(**values)
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id", "user_id"], set_=new))


async def hold_many(work: Work, comings: Sequence[tuple[int, int, datetime]]) -> None:
    """People came in while a raid is on: chat, person and date. Who has shown who they are is free.

    A mute stays written down, so that it can be lifted.
    """
    statement = work.insert(entrances)
    statement = statement.on_conflict_do_update(
        index_elements=["chat_id", "user_id"],
        set_={name: statement.excluded[name] for name in HELD},
        where=entrances.c.state != State.PASSED,
    )
    rows = [
        {"chat_id": chat_id, "user_id": user_id, **dict(zip(HELD, (State.HELD, at, None, None), strict=True))}
        for chat_id, user_id, at in comings
    ]
    if rows:
        await work.connection.execute(statement, rows)


async def hold_recent(work: Work, *, chat_id: int, since: datetime) -> list[Entrance]:
    """Hold those who came in since, whatever they were asked; returns them as they were."""
    wanted = (
        entrances.c.chat_id == chat_id,
        entrances.c.joined_at >= since,
        entrances.c.by_request.is_(False),
        entrances.c.state.in_((State.ADMITTED, *UNDECIDED)),
    )
    before = [_entrance(row) for row in await work.connection.execute(select(entrances).where(*wanted))]
    values = {"state": State.HELD, "due_at": None, "greet_at": None}
    await work.connection.execute(update(entrances).where(*wanted).values(**values))
    return before


async def joined_since(work: Work, *, chat_id: int, since: datetime) -> list[datetime]:
    """When people came in since, oldest first; those whom a raid's end put out count no more."""
    statement = select(entrances.c.joined_at).where(
        entrances.c.chat_id == chat_id, entrances.c.joined_at >= since, entrances.c.state != State.REMOVED
    )
    rows = await work.connection.execute(statement.order_by(entrances.c.joined_at))
    return [row.joined_at for row in rows]


async def due(work: Work, *, now: datetime, limit: int) -> list[Entrance]:
    """Entrances whose time is over, undecided, oldest first."""
    wanted = (entrances.c.state.in_(UNDECIDED), entrances.c.due_at <= now)
    rows = await work.connection.execute(select(entrances).where(*wanted).order_by(entrances.c.due_at).limit(limit))
    return [_entrance(row) for row in rows]


async def hasten(work: Work, *, chat_id: int, now: datetime) -> None:
    """Let everything undecided in a chat be looked at now."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.state.in_(UNDECIDED))
    await work.connection.execute(update(entrances).where(*wanted).values(due_at=now))


async def to_draw(work: Work, *, limit: int) -> list[Entrance]:
    """Entrances that wait for a picture."""
    wanted = entrances.c.state == State.DRAWING
    rows = await work.connection.execute(select(entrances).where(wanted).order_by(entrances.c.due_at).limit(limit))
    return [_entrance(row) for row in rows]


async def held(work: Work, *, chat_id: int, limit: int) -> list[Entrance]:
    """Those held in a chat, those who came first first."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.state == State.HELD)
    statement = select(entrances).where(*wanted).order_by(entrances.c.joined_at, entrances.c.user_id)
    return [_entrance(row) for row in await work.connection.execute(statement.limit(limit))]


async def count_held(work: Work, chat_id: int) -> int:
    """How many are held in a chat."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.state == State.HELD)
    statement = select(func.count()).select_from(entrances).where(*wanted)
    return int((await work.connection.execute(statement)).scalar_one())


async def decide(work: Work, *, chat_id: int, user_ids: Collection[int], state: State, now: datetime) -> None:
    """Let an outcome stand for many at once."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.user_id.in_(user_ids))
    await work.connection.execute(update(entrances).where(*wanted).values(state=state, decided_at=now, due_at=None))


async def note_join_messages(work: Work, lines: Sequence[tuple[int, int, int]]) -> None:
    """Keep which lines tell that people came: chat, person and message."""
    statement = (
        update(entrances)
        .where(entrances.c.chat_id == bindparam("chat"), entrances.c.user_id == bindparam("person"))
        .values(join_message=bindparam("line"))
    )
    if lines:
        rows = [{"chat": chat_id, "person": user_id, "line": message_id} for chat_id, user_id, message_id in lines]
        await work.connection.execute(statement, rows)


async def take_join_messages(work: Work, *, chat_id: int, limit: int) -> list[int]:
    """The lines that tell of those held or removed; they are given out once."""
    wanted = (
        entrances.c.chat_id == chat_id,
        entrances.c.state.in_((State.HELD, State.REMOVED)),
        entrances.c.join_message.is_not(None),
    )
    rows = await work.connection.execute(
        select(entrances.c.user_id, entrances.c.join_message).where(*wanted).limit(limit)
    )
    found = {row.user_id: row.join_message for row in rows}
    taken = (entrances.c.chat_id == chat_id, entrances.c.user_id.in_(found))
    await work.connection.execute(update(entrances).where(*taken).values(join_message=None))
    return list(found.values())


async def chats_to_greet(work: Work, *, now: datetime) -> list[int]:
    """Chats in which newcomers wait for a common welcome whose time has come."""
    statement = select(entrances.c.chat_id).where(entrances.c.greet_at <= now).distinct()
    return [row.chat_id for row in await work.connection.execute(statement)]


async def take_guests(work: Work, chat_id: int) -> list[int]:
    """Those who wait for a common welcome in a chat; they wait no longer."""
    wanted = (entrances.c.chat_id == chat_id, entrances.c.greet_at.is_not(None))
    statement = select(entrances.c.user_id).where(*wanted).order_by(entrances.c.joined_at)
    found = [row.user_id for row in await work.connection.execute(statement)]
    await work.connection.execute(update(entrances).where(*wanted).values(greet_at=None))
    return found


async def count(work: Work, *, chat_id: int, day: date, what: str, more: int = 1) -> None:
    """So many more on a local day of what COUNTED names."""
    statement = work.insert(entrance_days).values(chat_id=chat_id, day=day, **{what: more})
    column = entrance_days.c[what]
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "day"], set_={what: column + more})
    )


async def funnel(work: Work, *, chat_id: int, since: date, until: date) -> dict[str, int]:
    """How many came in, were asked, passed, failed and ran out of time between two days, both included."""
    sums = [func.coalesce(func.sum(entrance_days.c[name]), 0).label(name) for name in COUNTED]
    wanted = (entrance_days.c.chat_id == chat_id, entrance_days.c.day >= since, entrance_days.c.day <= until)
    row = (await work.connection.execute(select(*sums).where(*wanted))).one()
    return {name: int(getattr(row, name)) for name in COUNTED}
