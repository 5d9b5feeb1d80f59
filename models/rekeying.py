"""A chat's rows under another id: every table that has them, in the caller's one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import JSON, Integer, SmallInteger, Text, UniqueConstraint, cast, delete, func, select, update

from domain.deliveries import ABOUT_A_MESSAGE, State
from models.tables import buttons, chat_settings, chats, federation_bans, metadata, outbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Column, ColumnElement, Table

    from models.work import Work

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

# A supergroup numbers its messages anew; Telegram Desktop exports show those of its former life so much lower.
FORMER_LIFE = 1_000_000_000
MESSAGE_IDS = {
    "messages": ("message_id", "reply_to_message", "thread_id"),
    "reactions": ("message_id",),
    "pins": ("message_id",),
    "complaints": ("message_id",),
    "complainants": ("message_id",),
    "spam_lessons": ("message_id",),
}
UNSETTLED = (State.HELD, State.DUE, State.SENDING, State.UNCERTAIN, State.ASKED)


async def rekey(work: Work, *, old: int, new: int, now: datetime) -> None:
    """Move everything of `old` to `new`. Rows that `new` has already are merged; a second time does nothing."""
    await _rewrite_outbox(work, old=old, new=new, now=now)
    await _rewrite_settings(work, old=old, new=new)
    await work.connection.execute(update(buttons).where(buttons.c.for_chat == old).values(for_chat=new))
    origin = update(federation_bans).where(federation_bans.c.from_chat == old)
    await work.connection.execute(origin.values(from_chat=new))
    for table in metadata.sorted_tables:
        if "chat_id" in table.c and table is not chats:
            await _move(work, table, old=old, new=new)


async def _move(work: Work, table: Table, *, old: int, new: int) -> None:
    identities = _identities(table)
    if identities:
        await _merge(work, table, old=old, new=new)
    twins = [_has_twin(table, columns, new=new) for columns in identities]
    shifted = {name: table.c[name] - FORMER_LIFE for name in MESSAGE_IDS.get(table.name, ())}
    statement = update(table).where(table.c.chat_id == old, *(~twin for twin in twins))
    await work.connection.execute(statement.values(chat_id=new, **shifted))
    await work.connection.execute(delete(table).where(table.c.chat_id == old))


def _identities(table: Table) -> list[list[Column[object]]]:
    """What tells a chat's rows apart, by primary key and unique constraints; nothing when rows are not by chat."""
    if "chat_id" not in table.primary_key.columns:
        return []
    unique = [list(part.columns) for part in table.constraints if isinstance(part, UniqueConstraint)]
    found = [list(table.primary_key.columns), *unique]
    return [[column for column in columns if column.name != "chat_id"] for columns in found]


def _has_twin(table: Table, columns: Sequence[Column[object]], *, new: int) -> ColumnElement[bool]:
    """Whether `new` has a row that this one of the old chat would become."""
    other = table.alias("other")
    shifted = MESSAGE_IDS.get(table.name, ())
    same = [other.c[column.name] == (column - FORMER_LIFE if column.name in shifted else column) for column in columns]
    return select(1).select_from(other).where(other.c.chat_id == new, *same).correlate(table).exists()


async def _merge(work: Work, table: Table, *, old: int, new: int) -> None:
    """Add the counts of twins up, and fill what the new row does not know from the old one."""
    if table.name in MESSAGE_IDS:
        return
    former = table.alias("former")
    names = [column.name for column in table.primary_key.columns if column.name != "chat_id"]
    same = [former.c.chat_id == old, *(former.c[name] == table.c[name] for name in names)]

    def known_before(column: Column[object]) -> ColumnElement[object]:
        return select(former.c[column.name]).where(*same).correlate(table).scalar_subquery()

    values: dict[str, ColumnElement[object]] = {}
    for column in table.columns:
        if _counts(column):
            values[column.name] = column + known_before(column)
        elif column.nullable and not isinstance(column.type, JSON):
            values[column.name] = func.coalesce(column, known_before(column))
    if values:
        twin = select(1).select_from(former).where(*same).correlate(table).exists()
        await work.connection.execute(update(table).where(table.c.chat_id == new, twin).values(values))


def _counts(column: Column[object]) -> bool:
    whole = isinstance(column.type, Integer) and not isinstance(column.type, SmallInteger)
    return whole and not column.primary_key and column.server_default is not None


async def _rewrite_outbox(work: Work, *, old: int, new: int, now: datetime) -> None:
    """Calls that wait name the new chat; those about messages of its former life are given up."""
    stale = update(outbox).where(
        outbox.c.chat_id == old, outbox.c.state == State.DUE, outbox.c.method.in_(ABOUT_A_MESSAGE)
    )
    await work.connection.execute(stale.values(state=State.DROPPED, settled_at=now, error="the chat has moved"))
    waiting = select(outbox.c.row_id, outbox.c.parameters).where(outbox.c.chat_id == old, outbox.c.state.in_(UNSETTLED))
    for row in (await work.connection.execute(waiting)).all():
        parameters = {name: value for name, value in row.parameters.items() if name != "reply_parameters"}
        statement = update(outbox).where(outbox.c.chat_id == old, outbox.c.row_id == row.row_id)
        await work.connection.execute(statement.values(parameters=replaced(parameters, old=old, new=new)))


async def _rewrite_settings(work: Work, *, old: int, new: int) -> None:
    """Any chat may have named this one, as its log or as a place for its digest."""
    naming = select(chat_settings).where(cast(chat_settings.c.value, Text).contains(str(old), autoescape=True))
    for row in (await work.connection.execute(naming)).all():
        statement = update(chat_settings).where(
            chat_settings.c.chat_id == row.chat_id, chat_settings.c.path == row.path
        )
        await work.connection.execute(statement.values(value=replaced(row.value, old=old, new=new)))


def replaced(value: Json, *, old: int, new: int) -> Json:
    """The JSON value with one chat's id in place of another's, as a number or as a whole string."""
    if isinstance(value, dict):
        return {name: replaced(part, old=old, new=new) for name, part in value.items()}
    if isinstance(value, list):
        return [replaced(part, old=old, new=new) for part in value]
    if isinstance(value, str):
        return str(new) if value == str(old) else value
    return new if value == old and not isinstance(value, bool) else value
