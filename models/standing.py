"""What one member has done in a chat, and all of them beside one another, from roll-ups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Subquery, case, distinct, func, or_, select

from domain.reports.metrics import ACTIVE
from domain.reports.standing import COUNTED_MESSAGES_A_DAY, Standing
from models.chats import ACTIVE as ACTIVE_CHAT
from models.members import PRESENT
from models.reports import with_any
from models.tables import chats, member_days, members, pair_days, people

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from sqlalchemy import ColumnElement

    from models.work import Work

BANNED = "kicked"


async def standings(work: Work, *, chat_id: int, since: date, until: date) -> list[Standing]:
    """Every member active from one day to another, both included; bots and banned members are left out."""
    sums = _sums(chat_id, since, until)
    engaged = _engaged(chat_id, since, until)
    source = (
        sums.outerjoin(engaged, engaged.c.user_id == sums.c.user_id)
        .outerjoin(people, people.c.user_id == sums.c.user_id)
        .outerjoin(members, (members.c.chat_id == chat_id) & (members.c.user_id == sums.c.user_id))
    )
    rows = await work.connection.execute(
        select(sums, people.c.name, func.coalesce(engaged.c.people, 0).label("people"))
        .select_from(source)
        .where(
            sums.c.active_days > 0,
            or_(people.c.is_bot.is_(None), people.c.is_bot.is_(False)),
            or_(members.c.status.is_(None), members.c.status != BANNED),
        )
    )
    return [
        Standing(
            user_id=row.user_id,
            name=row.name or "",
            people=row.people,
            active_days=row.active_days,
            messages=row.messages,
            counted=row.counted,
            replies_received=row.replies_received,
            reactions_received=row.reactions_received,
        )
        for row in rows
    ]


def _sums(chat_id: int, since: date, until: date) -> Subquery:
    """What each member did over the days; of a day's messages only so many are counted towards the rank."""
    most = COUNTED_MESSAGES_A_DAY
    return (
        select(
            member_days.c.user_id,
            _active_days().label("active_days"),
            func.sum(member_days.c.messages).label("messages"),
            func.sum(case((member_days.c.messages > most, most), else_=member_days.c.messages)).label("counted"),
            func.sum(member_days.c.replies_received).label("replies_received"),
            func.sum(member_days.c.reactions_received).label("reactions_received"),
        )
        .where(member_days.c.chat_id == chat_id, member_days.c.day.between(since, until))
        .group_by(member_days.c.user_id)
        .subquery()
    )


def _active_days() -> ColumnElement[int]:
    return func.sum(case((with_any(ACTIVE), 1), else_=0))


def _engaged(chat_id: int, since: date, until: date) -> Subquery:
    """Distinct others who replied or reacted to each member over the days."""
    return (
        select(pair_days.c.to_user.label("user_id"), func.count(distinct(pair_days.c.from_user)).label("people"))
        .where(
            pair_days.c.chat_id == chat_id,
            pair_days.c.day.between(since, until),
            pair_days.c.from_user != pair_days.c.to_user,
            or_(pair_days.c.replies > 0, pair_days.c.reactions > 0),
        )
        .group_by(pair_days.c.to_user)
        .subquery()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Deeds:
    """What one member did over some days."""

    messages: int
    active_days: int
    replies_sent: int
    replies_received: int
    reactions_received: int


async def deeds(work: Work, *, chat_id: int, user_id: int, days: Collection[date]) -> Deeds:
    """Sums of one member's days, each looked up by its key."""
    columns = ("messages", "replies_sent", "replies_received", "reactions_received")
    rows = await work.connection.execute(
        select(
            _coalesced(_active_days()).label("active_days"),
            *(_coalesced(func.sum(member_days.c[name])).label(name) for name in columns),
        ).where(member_days.c.chat_id == chat_id, member_days.c.day.in_(days), member_days.c.user_id == user_id)
    )
    row = rows.one()
    return Deeds(
        messages=row.messages,
        active_days=row.active_days,
        replies_sent=row.replies_sent,
        replies_received=row.replies_received,
        reactions_received=row.reactions_received,
    )


def _coalesced(value: ColumnElement[int]) -> ColumnElement[int]:
    return func.coalesce(value, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """Since when somebody is known in a chat; `joined_at` is None when the join was never seen."""

    joined_at: datetime | None
    first_seen_at: datetime


async def membership(work: Work, *, chat_id: int, user_id: int) -> Membership | None:
    """The member's dates, when ever seen here."""
    rows = await work.connection.execute(
        select(members.c.joined_at, members.c.first_seen_at).where(
            members.c.chat_id == chat_id, members.c.user_id == user_id
        )
    )
    row = rows.one_or_none()
    return None if row is None else Membership(joined_at=row.joined_at, first_seen_at=row.first_seen_at)


async def chats_of(work: Work, *, user_id: int, limit: int) -> list[int]:
    """Groups somebody is in, those they were seen in last first."""
    rows = await work.connection.execute(
        select(members.c.chat_id)
        .join(chats, chats.c.chat_id == members.c.chat_id)
        .where(members.c.user_id == user_id, members.c.status.in_(PRESENT), members.c.chat_id < 0)
        .where(chats.c.state == ACTIVE_CHAT)
        .order_by(members.c.last_seen_at.desc(), members.c.chat_id)
        .limit(limit)
    )
    return [row.chat_id for row in rows]
