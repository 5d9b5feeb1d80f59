"""Who is banned by federations, and where that has still to be carried out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, func, select, update

from models.members import PRESENT
from models.tables import (
    federation_bans,
    federation_chats,
    federation_errands,
    federation_ignores,
    federations,
    members,
    shared_bans,
    verdicts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row, Select

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedBan:
    """Somebody banned by a federation. `from_chat` and `verdict_id` tell where it began, when it did in a group."""

    federation_id: str
    user_id: int
    name: str
    reason: str
    banned_by: int | None
    from_chat: int | None
    banned_at: datetime
    verdict_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand:
    """A ban, or its lifting, on its way through a federation's groups; those up to `after_chat` are dealt with."""

    errand_id: int
    federation_id: str
    user_id: int
    is_lift: bool = False
    after_chat: int | None = None


BAN = tuple(federation_bans.c[name] for name in SharedBan.__dataclass_fields__)
ERRAND = tuple(federation_errands.c[name] for name in Errand.__dataclass_fields__)
NAMES = tuple(SharedBan.__dataclass_fields__)
LIVE = federation_bans.c.lifted_at.is_(None)


def _ban(row: Row[*tuple[Any, ...]]) -> SharedBan:
    return SharedBan(**row._mapping)  # noqa: SLF001 - its public name


async def put(work: Work, ban: SharedBan) -> None:
    """Ban somebody, or again for another reason."""
    values = asdict(ban)
    changes = {**values, "lifted_at": None, "lifted_by": None}
    statement = work.insert(federation_bans).values(**values)
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["federation_id", "user_id"], set_=changes)
    )


async def put_new(work: Work, bans: Sequence[SharedBan]) -> None:
    """Ban all who were never banned; whom the federation has let back stays so."""
    statement = work.insert(federation_bans).on_conflict_do_nothing(index_elements=["federation_id", "user_id"])
    # Of thousands, `asdict` would copy every value deeply.
    rows = [{name: getattr(ban, name) for name in NAMES} for ban in bans]
    if rows:
        await work.connection.execute(statement, rows)


async def lift(work: Work, *, federation_id: str, user_id: int, by: int | None, at: datetime) -> bool:
    """Take a ban back; whether there was one."""
    done = await work.connection.execute(
        update(federation_bans).where(*_of(federation_id, user_id), LIVE).values(lifted_by=by, lifted_at=at)
    )
    return done.rowcount > 0


async def find(work: Work, *, federation_id: str, user_id: int) -> SharedBan | None:
    """The ban in force."""
    row = (await work.connection.execute(select(*BAN).where(*_of(federation_id, user_id), LIVE))).one_or_none()
    return None if row is None else _ban(row)


async def in_force(work: Work, *, chat_id: int, user_id: int) -> SharedBan | None:
    """The ban by any federation the group belongs to, unless the group has decided otherwise."""
    row = (
        await work.connection.execute(
            select(*BAN)
            .select_from(
                federation_bans.join(
                    federation_chats, federation_chats.c.federation_id == federation_bans.c.federation_id
                )
            )
            .where(
                federation_chats.c.chat_id == chat_id,
                federation_bans.c.user_id == user_id,
                LIVE,
                ~_ignored(chat_id),
                ~_pardoned(chat_id),
            )
            .order_by(federation_bans.c.banned_at)
            .limit(1)
        )
    ).one_or_none()
    return None if row is None else _ban(row)


async def of_federation(work: Work, federation_id: str, *, limit: int) -> list[SharedBan]:
    """Everybody banned, the last first."""
    rows = await work.connection.execute(
        select(*BAN)
        .where(federation_bans.c.federation_id == federation_id, LIVE)
        .order_by(federation_bans.c.banned_at.desc(), federation_bans.c.user_id)
        .limit(limit)
    )
    return [_ban(row) for row in rows]


async def count(work: Work, federation_id: str) -> int:
    """How many are banned."""
    counted = select(func.count()).where(federation_bans.c.federation_id == federation_id, LIVE)
    return await work.connection.scalar(counted) or 0


async def still_here(work: Work, *, federation_id: str, chat_id: int, limit: int) -> list[SharedBan]:
    """Some of those banned who are in a group in which nothing was done about it yet."""
    dealt_with = and_(
        shared_bans.c.chat_id == chat_id,
        shared_bans.c.federation_id == federation_bans.c.federation_id,
        shared_bans.c.user_id == federation_bans.c.user_id,
        (shared_bans.c.at >= federation_bans.c.banned_at) | (shared_bans.c.state == "pardoned"),
    )
    here = and_(members.c.chat_id == chat_id, members.c.user_id == federation_bans.c.user_id)
    rows = await work.connection.execute(
        select(*BAN)
        .select_from(federation_bans.join(members, here))
        .where(
            federation_bans.c.federation_id == federation_id,
            LIVE,
            members.c.status.in_(PRESENT),
            ~exists().where(dealt_with),
            ~_ignored(chat_id),
        )
        .limit(limit)
    )
    return [_ban(row) for row in rows]


async def overturned(work: Work, *, limit: int) -> list[SharedBan]:
    """Some of the bans in force whose verdict was overturned in the group they came from."""
    origin = and_(
        verdicts.c.chat_id == federation_bans.c.from_chat, verdicts.c.verdict_id == federation_bans.c.verdict_id
    )
    rows = await work.connection.execute(
        select(*BAN)
        .select_from(federation_bans.join(verdicts, origin).join(federations, _same_federation()))
        .where(LIVE, federations.c.automatic.is_(True), verdicts.c.state == "overturned")
        .limit(limit)
    )
    return [_ban(row) for row in rows]


async def send_out(work: Work, errand: Errand) -> None:
    """Have a ban carried out in all groups; what is still on its way about the same person is given up."""
    same = (federation_errands.c.federation_id == errand.federation_id, federation_errands.c.user_id == errand.user_id)
    await work.connection.execute(delete(federation_errands).where(*same))
    await work.connection.execute(federation_errands.insert().values(**asdict(errand)))


async def next_errand(work: Work) -> Errand | None:
    """The oldest one."""
    rows = await work.connection.execute(select(*ERRAND).order_by(federation_errands.c.errand_id).limit(1))
    row = rows.one_or_none()
    return None if row is None else Errand(**row._mapping)  # noqa: SLF001 - its public name


async def go_on(work: Work, errand: Errand, *, after_chat: int | None) -> None:
    """Remember how far an errand has come; None when it is done."""
    this = federation_errands.c.errand_id == errand.errand_id
    if after_chat is None:
        await work.connection.execute(delete(federation_errands).where(this))
        return
    await work.connection.execute(update(federation_errands).where(this).values(after_chat=after_chat))


async def groups_with(work: Work, errand: Errand, *, limit: int) -> list[int]:
    """The next groups of the errand's federation in which its person is."""
    here = and_(members.c.chat_id == federation_chats.c.chat_id, members.c.user_id == errand.user_id)
    return await _chats(
        work,
        select(federation_chats.c.chat_id)
        .select_from(federation_chats.join(members, here))
        .where(
            federation_chats.c.federation_id == errand.federation_id,
            members.c.status.in_(PRESENT),
            *_beyond(federation_chats.c.chat_id, errand),
        )
        .order_by(federation_chats.c.chat_id)
        .limit(limit),
    )


async def groups_acted_in(work: Work, errand: Errand, *, limit: int) -> list[int]:
    """The next groups in which something was done about the errand's person."""
    return await _chats(
        work,
        select(shared_bans.c.chat_id)
        .where(
            shared_bans.c.federation_id == errand.federation_id,
            shared_bans.c.user_id == errand.user_id,
            shared_bans.c.state == "applied",
            *_beyond(shared_bans.c.chat_id, errand),
        )
        .order_by(shared_bans.c.chat_id)
        .limit(limit),
    )


def _beyond(column: ColumnElement[int], errand: Errand) -> Iterable[ColumnElement[bool]]:
    return () if errand.after_chat is None else (column > errand.after_chat,)


def _of(federation_id: str, user_id: int) -> tuple[ColumnElement[bool], ...]:
    return (federation_bans.c.federation_id == federation_id, federation_bans.c.user_id == user_id)


def _same_federation() -> ColumnElement[bool]:
    return federations.c.federation_id == federation_bans.c.federation_id


def _ignored(chat_id: int) -> ColumnElement[bool]:
    return exists().where(
        federation_ignores.c.chat_id == chat_id, federation_ignores.c.user_id == federation_bans.c.user_id
    )


def _pardoned(chat_id: int) -> ColumnElement[bool]:
    return exists().where(
        shared_bans.c.chat_id == chat_id,
        shared_bans.c.user_id == federation_bans.c.user_id,
        shared_bans.c.federation_id == federation_bans.c.federation_id,
        shared_bans.c.state == "pardoned",
    )


async def _chats(work: Work, statement: Select[tuple[int]]) -> list[int]:
    return [row.chat_id for row in await work.connection.execute(statement)]
