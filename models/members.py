"""Members of chats: status, role, when they came, how much they wrote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, select, tuple_, update

from domain.roles import Role
from models import bulk
from models.tables import members
from models.work import Insert, insert_into

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, Row

    from models.work import Work

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
APPOINTED = frozenset({"creator", "administrator"})
PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person in a chat. `joined_at` is None when the join was never seen; `status_at` dates the status.

    `worthy` are the messages that earned trust, since it was lost last; `proven` is who carries the community.
    """

    chat_id: int
    user_id: int
    status: str
    status_at: datetime
    role: Role | None
    joined_at: datetime | None
    messages: int
    first_seen_at: datetime
    worthy: int = 0
    trust_lost_at: datetime | None = None
    approved_at: datetime | None = None
    proven: bool = False

    @property
    def trust_since(self) -> datetime:
        """From when on their time here counts towards trust."""
        return max(filter(None, (self.first_seen_at, self.joined_at, self.trust_lost_at)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Presence:
    """Somebody wrote: how many messages are new, how many of them earn trust, first and last at."""

    messages: int
    worthy: int = 0
    first_at: datetime
    last_at: datetime


PRESENCE = ("chat_id", "user_id", "status", "status_at", "messages", "worthy", "first_seen_at", "last_seen_at")
COLUMNS = (
    members.c.chat_id,
    members.c.user_id,
    members.c.status,
    members.c.status_at,
    members.c.role,
    members.c.joined_at,
    members.c.messages,
    members.c.first_seen_at,
    members.c.worthy,
    members.c.trust_lost_at,
    members.c.approved_at,
    members.c.proven,
)


WANTED = select(*COLUMNS).where(tuple_(members.c.chat_id, members.c.user_id).in_(bindparam("keys", expanding=True)))


def _member(row: Row[*tuple[Any, ...]]) -> Member:
    return Member(
        chat_id=row.chat_id,
        user_id=row.user_id,
        status=row.status,
        status_at=row.status_at,
        role=None if row.role is None else Role(row.role),
        joined_at=row.joined_at,
        messages=row.messages,
        first_seen_at=row.first_seen_at,
        worthy=row.worthy,
        trust_lost_at=row.trust_lost_at,
        approved_at=row.approved_at,
        proven=row.proven,
    )


async def find(work: Work, *, chat_id: int, user_id: int) -> Member | None:
    """The member, when ever seen here."""
    return (await find_many(work, [(chat_id, user_id)])).get((chat_id, user_id))


async def find_many(work: Work, keys: Collection[tuple[int, int]]) -> dict[tuple[int, int], Member]:
    """Members by (chat_id, user_id); those remembered cost no query."""
    found: dict[tuple[int, int], Member] = {}
    missing = []
    for key in keys:
        remembered = work.cache.get(("member", *key))
        if isinstance(remembered, Member):
            found[key] = remembered
        else:
            missing.append(key)
    if missing:
        for row in await work.connection.execute(WANTED, {"keys": missing}):
            member = _member(row)
            found[member.chat_id, member.user_id] = member
            work.cache.put(("member", member.chat_id, member.user_id), member)
    return found


def _later(excluded: ColumnElement[Any], column: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((excluded > column, excluded), else_=column)


@cache
def _presence_upsert(*, sqlite_dialect: bool) -> Insert:
    statement = insert_into(members, sqlite_dialect=sqlite_dialect)
    excluded = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["chat_id", "user_id"],
        set_={
            "messages": members.c.messages + excluded.messages,
            "worthy": members.c.worthy + excluded.worthy,
            "last_seen_at": _later(excluded.last_seen_at, members.c.last_seen_at),
            "first_seen_at": case(
                (excluded.first_seen_at < members.c.first_seen_at, excluded.first_seen_at),
                else_=members.c.first_seen_at,
            ),
        },
    )


async def add_presence(work: Work, presences: Mapping[tuple[int, int], Presence]) -> None:
    """Count messages of members by (chat_id, user_id); who was never seen becomes a member of unknown join date."""
    rows = (
        (*key, "member", NEVER, presence.messages, presence.worthy, presence.first_at, presence.last_at)
        for key, presence in sorted(presences.items())
    )
    await bulk.write(work, _presence_upsert(sqlite_dialect=work.is_sqlite), PRESENCE, rows)
    for key, presence in presences.items():
        remembered = work.cache.get(("member", *key))
        if isinstance(remembered, Member):
            counted = replace(
                remembered,
                messages=remembered.messages + presence.messages,
                worthy=remembered.worthy + presence.worthy,
                first_seen_at=min(remembered.first_seen_at, presence.first_at),
            )
            work.cache.put(("member", *key), counted)


async def set_status(
    work: Work,
    *,
    chat_id: int,
    user_id: int,
    status: str,
    at: datetime,
    joined_at: datetime | None = None,
    invite_link: str | None = None,
) -> None:
    """Keep a status as of `at`, over whatever stood there; the caller has compared dates."""
    work.cache.drop(("member", chat_id, user_id))
    _forget_staff(work, chat_id, user_id, appointed=status in APPOINTED)
    statement = work.insert(members).values(
        chat_id=chat_id,
        user_id=user_id,
        status=status,
        status_at=at,
        joined_at=joined_at,
        invite_link=invite_link,
        first_seen_at=at,
        last_seen_at=at,
    )
    changes: dict[str, object] = {"status": status, "status_at": at}
    if joined_at is not None:
        changes |= {"joined_at": joined_at, "invite_link": invite_link}
    await work.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id", "user_id"], set_=changes))


async def come_in(work: Work, comings: Collection[tuple[int, int, datetime]]) -> None:
    """People are members from a date on: chat, person and date; the caller has compared dates."""
    statement = work.insert(members)
    new = ("status", "status_at", "joined_at")
    statement = statement.on_conflict_do_update(
        index_elements=["chat_id", "user_id"], set_={name: statement.excluded[name] for name in new}
    )
    rows = [
        {
            "chat_id": chat_id,
            "user_id": user_id,
            "status": "member",
            "status_at": at,
            "joined_at": at,
            "first_seen_at": at,
            "last_seen_at": at,
        }
        for chat_id, user_id, at in comings
    ]
    for chat_id, user_id, _ in comings:
        work.cache.drop(("member", chat_id, user_id))
    if rows:
        await work.connection.execute(statement, rows)


def _forget_staff(work: Work, chat_id: int, user_id: int, *, appointed: bool) -> None:
    """Who runs the chat is read anew when one of them changes; plain members come and go without it."""
    staff = work.cache.get(("staff", chat_id))
    if appointed or (isinstance(staff, tuple) and any(one.user_id == user_id for one in staff)):
        work.cache.drop(("staff", chat_id))


async def assign_role(work: Work, *, chat_id: int, user_id: int, role: Role | None, now: datetime) -> None:
    """Give somebody a role in a chat, or None for the one Telegram's status implies."""
    work.cache.drop(("member", chat_id, user_id))
    work.cache.drop(("staff", chat_id))
    statement = work.insert(members).values(
        chat_id=chat_id,
        user_id=user_id,
        status="member",
        status_at=NEVER,
        role=role,
        first_seen_at=now,
        last_seen_at=now,
    )
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "user_id"], set_={"role": role})
    )


async def with_powers(work: Work, chat_id: int) -> list[Member]:
    """Creator, administrators and everybody with an assigned role, by user id."""
    powerful = members.c.status.in_(("creator", "administrator")) | members.c.role.is_not(None)
    rows = await work.connection.execute(
        select(*COLUMNS).where(members.c.chat_id == chat_id, powerful).order_by(members.c.user_id)
    )
    return [_member(row) for row in rows]


async def forget_administrators(work: Work, *, chat_id: int, except_ids: Collection[int], at: datetime) -> None:
    """Make plain members of administrators that are no longer on Telegram's list."""
    gone = (
        members.c.chat_id == chat_id,
        members.c.status.in_(("creator", "administrator")),
        members.c.user_id.not_in(except_ids),
    )
    rows = await work.connection.execute(select(members.c.user_id).where(*gone))
    work.cache.drop(("staff", chat_id))
    for row in rows.all():
        work.cache.drop(("member", chat_id, row.user_id))
    await work.connection.execute(update(members).where(*gone).values(status="member", status_at=at))


async def lose_trust(work: Work, *, chat_id: int, user_id: int, at: datetime) -> None:
    """Begin counting anew what earns trust; an approval stays, it is a manager's word."""
    await _change(work, chat_id, user_id, worthy=0, trust_lost_at=at)


async def restore_trust(work: Work, *, chat_id: int, user_id: int, worthy: int, lost_at: datetime | None) -> None:
    """Count again what counted before trust was lost, with what was earned since."""
    await _change(work, chat_id, user_id, worthy=members.c.worthy + worthy, trust_lost_at=lost_at)


async def approve(work: Work, *, chat_id: int, user_id: int, by: int | None, at: datetime | None) -> None:
    """Let a manager's word stand that automatic rules leave somebody alone, or take it back with None."""
    await _change(work, chat_id, user_id, approved_by=by, approved_at=at)


async def mark_proven(work: Work, *, chat_id: int, user_ids: Collection[int]) -> None:
    """These members of a chat are proven, and nobody else."""
    rows = await work.connection.execute(
        select(members.c.user_id).where(members.c.chat_id == chat_id, members.c.proven)
    )
    before, after = {row.user_id for row in rows}, set(user_ids)
    for is_proven, changed in ((False, before - after), (True, after - before)):
        for user_id in sorted(changed):
            await _change(work, chat_id, user_id, proven=is_proven)


async def _change(work: Work, chat_id: int, user_id: int, **values: object) -> None:
    work.cache.drop(("member", chat_id, user_id))
    chosen = (members.c.chat_id == chat_id, members.c.user_id == user_id)
    await work.connection.execute(update(members).where(*chosen).values(**values))


async def count_present(work: Work, chat_id: int) -> int:
    """How many of those ever seen are in a chat."""
    statement = select(func.count()).where(members.c.chat_id == chat_id, members.c.status.in_(PRESENT))
    return int((await work.connection.execute(statement)).scalar_one())
