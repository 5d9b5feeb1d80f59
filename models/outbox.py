"""The outbox: calls to make, one row each, from due to settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, tuple_, update

from domain.deliveries import REPEATABLE, SENDING, Delivery, State
from models.tables import outbox

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Row, Select, Update

    from models.work import Work

LONG_QUEUE = timedelta(minutes=10)
READ = (
    outbox.c.chat_id,
    outbox.c.row_id,
    outbox.c.tries,
    outbox.c.method,
    outbox.c.parameters,
    outbox.c.purpose,
    outbox.c.follow_up,
    outbox.c.expires_at,
    outbox.c.priority,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewRow:
    """A call to be made from `due_at` on and before `expires_at`; `key` is unique in its chat for ever."""

    chat_id: int
    row_id: int
    priority: int
    method: str
    parameters: Mapping[str, object]
    purpose: str
    due_at: datetime
    follow_up: Mapping[str, object] = field(default_factory=dict)
    key: str | None = None
    expires_at: datetime | None = None
    state: State = State.DUE
    error: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A due row, before it is claimed."""

    chat_id: int
    row_id: int
    priority: int
    method: str
    parameters: Mapping[str, object] = field(default_factory=dict)


def _delivery(row: Row[*tuple[Any, ...]]) -> Delivery:
    return Delivery(
        chat_id=row.chat_id,
        row_id=row.row_id,
        tries=row.tries,
        method=row.method,
        parameters=row.parameters,
        purpose=row.purpose,
        follow_up=row.follow_up,
        expires_at=row.expires_at,
        priority=row.priority,
    )


async def add(work: Work, rows: Iterable[NewRow], *, now: datetime) -> None:
    """Write rows that carry no key."""
    values = [_values(row, now) for row in rows]
    if values:
        await work.connection.execute(outbox.insert(), values)


async def add_once(work: Work, row: NewRow, *, now: datetime) -> bool:
    """Write a row with a key, unless its chat has had one with that key. Whether it was written."""
    statement = work.insert(outbox).values(_values(row, now)).on_conflict_do_nothing(index_elements=["chat_id", "key"])
    written = await work.connection.execute(statement.returning(outbox.c.row_id))
    return written.first() is not None


async def arrived_with_key(work: Work, *, chat_ids: Collection[int], key: str) -> list[tuple[int, int]]:
    """Chats and message ids under which the message of a key arrived, among these chats."""
    rows = await work.connection.execute(
        select(outbox.c.chat_id, outbox.c.message_id).where(
            outbox.c.chat_id.in_(chat_ids), outbox.c.key == key, outbox.c.message_id.is_not(None)
        )
    )
    return [(row.chat_id, row.message_id) for row in rows]


def _values(row: NewRow, now: datetime) -> dict[str, object]:
    return {
        "chat_id": row.chat_id,
        "row_id": row.row_id,
        "priority": row.priority,
        "method": row.method,
        "parameters": dict(row.parameters),
        "purpose": row.purpose,
        "follow_up": dict(row.follow_up),
        "key": row.key,
        "state": row.state,
        "created_at": now,
        "due_at": row.due_at,
        "expires_at": row.expires_at,
        "settled_at": now if row.state is State.DROPPED else None,
        "error": row.error,
    }


async def ready_calls(work: Work, *, now: datetime, without: Collection[int], limit: int) -> list[Candidate]:
    """Due calls that send no message, urgent and old ones first; none of the chats `without`."""
    statement = (
        select(outbox.c.chat_id, outbox.c.row_id, outbox.c.priority, outbox.c.method, outbox.c.parameters)
        .where(outbox.c.state == State.DUE, outbox.c.method.in_(REPEATABLE), outbox.c.due_at <= now)
        .order_by(outbox.c.priority, outbox.c.row_id)
        .limit(limit)
    )
    if without:
        statement = statement.where(outbox.c.chat_id.not_in(without))
    return [Candidate(**row._mapping) for row in await work.connection.execute(statement)]  # noqa: SLF001 - its public name


async def ready_sends(work: Work, *, now: datetime, without: Collection[int]) -> list[Candidate]:
    """The first due message of each chat: the most urgent, then the oldest; none of the chats `without`."""
    statement = (
        select(outbox.c.chat_id, outbox.c.priority, func.min(outbox.c.row_id).label("row_id"))
        .where(outbox.c.state == State.DUE, outbox.c.method.in_(SENDING), outbox.c.due_at <= now)
        .group_by(outbox.c.chat_id, outbox.c.priority)
        .order_by(outbox.c.priority)
    )
    if without:
        statement = statement.where(outbox.c.chat_id.not_in(without))
    first: dict[int, Candidate] = {}
    for row in await work.connection.execute(statement):
        first.setdefault(
            row.chat_id,
            Candidate(chat_id=row.chat_id, row_id=row.row_id, priority=row.priority, method=SENDING[0]),
        )
    return list(first.values())


async def claim(work: Work, chosen: Sequence[Candidate], *, lease_until: datetime) -> list[Delivery]:
    """Take due rows for delivery, in the order chosen; those no longer due are left out."""
    if not chosen:
        return []
    keys = [(candidate.chat_id, candidate.row_id) for candidate in chosen]
    statement = (
        update(outbox)
        .where(tuple_(outbox.c.chat_id, outbox.c.row_id).in_(keys), outbox.c.state == State.DUE)
        .values(state=State.SENDING, lease_until=lease_until, tries=outbox.c.tries + 1)
        .returning(*READ)
    )
    taken = {row.row_id: _delivery(row) for row in await work.connection.execute(statement)}
    return [taken[row_id] for _, row_id in keys if row_id in taken]


async def settle(
    work: Work,
    delivery: Delivery,
    state: State,
    *,
    at: datetime,
    message_id: int | None = None,
    error: str | None = None,
) -> bool:
    """End an attempt. False when the row is no longer in this attempt."""
    values = {"state": state, "settled_at": at, "lease_until": None, "message_id": message_id, "error": error}
    return await _changed(work, _attempt(delivery).values(values))


async def put_back(
    work: Work,
    delivery: Delivery,
    *,
    due_at: datetime,
    error: str | None,
    parameters: Mapping[str, object] | None = None,
) -> bool:
    """Have an attempt repeated. False when the row is no longer in this attempt."""
    values: dict[str, object] = {"state": State.DUE, "due_at": due_at, "lease_until": None, "error": error}
    if parameters is not None:
        values["parameters"] = dict(parameters)
    return await _changed(work, _attempt(delivery).values(values))


def _attempt(delivery: Delivery) -> Update:
    return update(outbox).where(
        outbox.c.chat_id == delivery.chat_id,
        outbox.c.row_id == delivery.row_id,
        outbox.c.state == State.SENDING,
        outbox.c.tries == delivery.tries,
    )


async def _changed(work: Work, statement: Update) -> bool:
    return bool((await work.connection.execute(statement)).rowcount)


async def abandoned(work: Work, *, now: datetime, in_flight: Collection[int], at_once: bool) -> list[Delivery]:
    """Rows in delivery that nobody delivers: their lease has ended; with `at_once`, any that may be repeated."""
    ended = outbox.c.lease_until <= now
    statement = _reading().where(
        outbox.c.state == State.SENDING,
        outbox.c.method.in_((*SENDING, *REPEATABLE)),
        (ended | outbox.c.method.in_(REPEATABLE)) if at_once else ended,
    )
    rows = [_delivery(row) for row in await work.connection.execute(statement)]
    return [row for row in rows if row.row_id not in in_flight]


async def delayed(work: Work, *, now: datetime) -> list[tuple[Delivery, datetime]]:
    """Rows that were tried and wait for another try, with its time."""
    statement = select(*READ, outbox.c.due_at).where(
        outbox.c.state == State.DUE,
        outbox.c.method.in_((*SENDING, *REPEATABLE)),
        outbox.c.due_at > now,
        outbox.c.tries > 0,
    )
    return [(_delivery(row), row.due_at) for row in await work.connection.execute(statement)]


async def count_due(work: Work, *, now: datetime) -> int:
    """How many rows could go now, were there no limits."""
    statement = select(func.count()).where(
        outbox.c.state == State.DUE, outbox.c.method.in_((*SENDING, *REPEATABLE)), outbox.c.due_at <= now
    )
    return int((await work.connection.execute(statement)).scalar_one())


async def sent_since(work: Work, since: datetime) -> list[tuple[int, datetime]]:
    """The chats that got a message since then, or may have, each time with its instant; oldest first."""
    statement = (
        select(outbox.c.chat_id, outbox.c.settled_at)
        .where(
            outbox.c.state.in_((State.SENT, State.UNCERTAIN, State.ASKED)),
            outbox.c.method.in_(SENDING),
            # What is settled now was due not long ago, as a rule; the index knows only that.
            outbox.c.due_at > since - LONG_QUEUE,
            outbox.c.settled_at > since,
        )
        .order_by(outbox.c.settled_at)
    )
    return [(row.chat_id, row.settled_at) for row in await work.connection.execute(statement)]


async def drop_expired(work: Work, *, now: datetime) -> int:
    """Give up what could not be sent in time. How many rows that was."""
    statement = update(outbox).where(
        outbox.c.state == State.DUE,
        outbox.c.method.in_((*SENDING, *REPEATABLE)),
        outbox.c.due_at <= now,
        outbox.c.expires_at <= now,
    )
    done = await work.connection.execute(statement.values(state=State.DROPPED, settled_at=now, error="expired"))
    return int(done.rowcount)


async def drop_chat(work: Work, chat_id: int, *, now: datetime, error: str) -> None:
    """Give up everything due in one chat; second choices elsewhere are due now."""
    due = (outbox.c.chat_id == chat_id, outbox.c.state == State.DUE)
    left = (await work.connection.execute(select(outbox.c.follow_up).where(*due))).scalars().all()
    await work.connection.execute(update(outbox).where(*due).values(state=State.DROPPED, settled_at=now, error=error))
    for follow_up in left:
        await choose_second(work, follow_up, wanted=True, now=now)


async def choose_second(work: Work, follow_up: Mapping[str, object], *, wanted: bool, now: datetime) -> None:
    """Let a row's second choice, if it has one, be due when it is wanted, and never be sent when it is not."""
    row_id = follow_up.get("otherwise")
    if row_id is None:
        return
    values: dict[str, object] = {"state": State.DUE, "due_at": now}
    if not wanted:
        values = {"state": State.DROPPED, "settled_at": now, "error": "the first choice was not refused"}
    await work.connection.execute(
        update(outbox).where(outbox.c.row_id == row_id, outbox.c.state == State.HELD).values(values)
    )


def _reading() -> Select[Any]:
    return select(*READ)


async def prune(work: Work, *, before: datetime) -> int:
    """Forget rows without a key that were settled before. How many they were."""
    settled = outbox.c.state.in_((State.SENT, State.FAILED, State.DROPPED)) & (outbox.c.settled_at < before)
    done = await work.connection.execute(delete(outbox).where(settled, outbox.c.key.is_(None)))
    return int(done.rowcount)


async def count_waiting(work: Work, *, chat_id: int, priority: int) -> int:
    """How many calls of a class still wait in one chat."""
    statement = select(func.count()).where(
        outbox.c.state.in_((State.DUE, State.SENDING)),
        outbox.c.method.in_(REPEATABLE),
        outbox.c.chat_id == chat_id,
        outbox.c.priority == priority,
    )
    return int((await work.connection.execute(statement)).scalar_one())


async def message_of(work: Work, *, chat_id: int, key: str) -> int | None:
    """The message that a row with this key has become, once it is sent."""
    rows = await work.connection.execute(
        select(outbox.c.message_id).where(outbox.c.chat_id == chat_id, outbox.c.key == key)
    )
    return rows.scalar_one_or_none()
