"""Federations: groups that share bans, who runs them, which groups belong to them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from models.tables import federation_admins, federation_chats, federations

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Federation:
    """Groups that share bans; an `automatic` one is made of an owner's groups that share by a setting."""

    federation_id: str
    name: str
    owner_id: int
    created_at: datetime
    automatic: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A group in a federation."""

    chat_id: int
    federation_id: str


COLUMNS = tuple(federations.c[name] for name in Federation.__dataclass_fields__)


def _federation(row: Row[*tuple[Any, ...]]) -> Federation:
    return Federation(**row._mapping)  # noqa: SLF001 - its public name


async def add(work: Work, federation: Federation) -> None:
    """Found one."""
    await work.connection.execute(federations.insert().values(**asdict(federation)))


async def find(work: Work, federation_id: str) -> Federation | None:
    """The federation, when there is one."""
    return await _one(work, federations.c.federation_id == federation_id)


async def automatic_of(work: Work, owner_id: int) -> Federation | None:
    """The one of an owner's groups that share by a setting."""
    return await _one(work, federations.c.owner_id == owner_id, federations.c.automatic.is_(True))


async def count_owned(work: Work, owner_id: int) -> int:
    """How many somebody has founded."""
    counted = select(func.count()).where(federations.c.owner_id == owner_id, federations.c.automatic.is_(False))
    return await work.connection.scalar(counted) or 0


async def of_chat(work: Work, chat_id: int) -> list[Federation]:
    """Those a group belongs to, the founded one first."""
    joined = federations.join(federation_chats, federation_chats.c.federation_id == federations.c.federation_id)
    rows = await work.connection.execute(
        select(*COLUMNS)
        .select_from(joined)
        .where(federation_chats.c.chat_id == chat_id)
        .order_by(federations.c.automatic, federations.c.created_at)
    )
    return [_federation(row) for row in rows]


async def join(work: Work, place: Place, *, by: int | None, at: datetime) -> None:
    """Let a group belong to a federation."""
    statement = work.insert(federation_chats).values(**asdict(place), joined_by=by, joined_at=at)
    await work.connection.execute(statement.on_conflict_do_nothing(index_elements=["chat_id", "federation_id"]))
    work.cache.drop(("federated", place.chat_id))


async def leave(work: Work, place: Place) -> None:
    """Let a group belong to it no more."""
    await work.connection.execute(delete(federation_chats).where(*_of_place(place)))
    work.cache.drop(("federated", place.chat_id))


async def is_federated(work: Work, chat_id: int) -> bool:
    """Whether a group belongs to any federation; remembered between transactions."""
    known = work.cache.get(("federated", chat_id))
    if isinstance(known, bool):
        return known
    found = bool(await of_chat(work, chat_id))
    work.cache.put(("federated", chat_id), found)
    return found


async def count_chats(work: Work, federation_id: str) -> int:
    """How many groups belong to it."""
    counted = select(func.count()).where(federation_chats.c.federation_id == federation_id)
    return await work.connection.scalar(counted) or 0


async def promote(work: Work, *, federation_id: str, user_id: int, at: datetime) -> None:
    """Let somebody ban for it."""
    statement = work.insert(federation_admins).values(federation_id=federation_id, user_id=user_id, promoted_at=at)
    await work.connection.execute(statement.on_conflict_do_nothing(index_elements=["federation_id", "user_id"]))


async def demote(work: Work, *, federation_id: str, user_id: int) -> bool:
    """Let somebody ban for it no more; whether they could before."""
    done = await work.connection.execute(
        delete(federation_admins).where(
            federation_admins.c.federation_id == federation_id, federation_admins.c.user_id == user_id
        )
    )
    return done.rowcount > 0


async def admins(work: Work, federation_id: str) -> list[int]:
    """Those who may ban for it besides its owner, the longest serving first."""
    rows = await work.connection.execute(
        select(federation_admins.c.user_id)
        .where(federation_admins.c.federation_id == federation_id)
        .order_by(federation_admins.c.promoted_at, federation_admins.c.user_id)
    )
    return [row.user_id for row in rows]


async def due_for_sweep(work: Work, *, before: datetime) -> Place | None:
    """A group that was not looked through since; those never looked through come first."""
    swept = federation_chats.c.swept_at
    row = (
        await work.connection.execute(
            select(federation_chats.c.chat_id, federation_chats.c.federation_id)
            .where(swept.is_(None) | (swept < before))
            .order_by(swept.is_not(None), swept, federation_chats.c.chat_id)
            .limit(1)
        )
    ).one_or_none()
    return None if row is None else Place(chat_id=row.chat_id, federation_id=row.federation_id)


async def mark_swept(work: Work, place: Place, *, at: datetime) -> None:
    """A group was looked through."""
    await work.connection.execute(update(federation_chats).where(*_of_place(place)).values(swept_at=at))


async def sweep_anew(work: Work, federation_id: str) -> None:
    """Have all groups of a federation looked through again soon."""
    chosen = federation_chats.c.federation_id == federation_id
    await work.connection.execute(update(federation_chats).where(chosen).values(swept_at=None))


def _of_place(place: Place) -> tuple[ColumnElement[bool], ...]:
    return (
        federation_chats.c.chat_id == place.chat_id,
        federation_chats.c.federation_id == place.federation_id,
    )


async def _one(work: Work, *conditions: ColumnElement[bool]) -> Federation | None:
    row = (await work.connection.execute(select(*COLUMNS).where(*conditions).limit(1))).one_or_none()
    return None if row is None else _federation(row)
