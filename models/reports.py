"""What reports read: roll-ups of whole days, and the messages of the one day they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, distinct, exists, func, or_, select

from domain.messages import Origin
from domain.reports.metrics import HourSum, MemberSum, MembersWith
from domain.reports.threads import DayMessage
from models import chats, tables
from models.members import PRESENT
from models.tables import audit, chat_hours, chat_settings, member_days, members, messages, occurrences, people

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Table

    from domain.reports.metrics import Measure, Metric
    from models.work import Work

# The audit's words for what rules and managers do.
WARNED, MUTED = "warn", "mute"
# A person stands behind these, even where it cannot be said who; their answers are answers.
HUMAN = (Origin.MEMBER.value, Origin.ANONYMOUS_ADMIN.value, Origin.CHANNEL.value)


async def title(work: Work, chat_id: int) -> str:
    """The chat's title, empty when unknown."""
    chat = await chats.find(work, chat_id)
    return chat.title if chat else ""


async def first_day(work: Work, chat_id: int) -> date | None:
    """The first day there is anything of in the roll-ups."""
    found = await work.connection.execute(select(func.min(chat_hours.c.day)).where(chat_hours.c.chat_id == chat_id))
    day: date | None = found.scalar()
    return day


async def values(
    work: Work, *, chat_id: int, metrics: Sequence[Metric], days: Collection[date]
) -> dict[date, dict[str, int]]:
    """Every metric on every one of the days, by its name; days without anything are all noughts."""
    known = {day: {metric.name: 0 for metric in metrics} for day in days}
    for table in (member_days, chat_hours):
        wanted = [metric for metric in metrics if _table(metric.measure) is table]
        if not wanted:
            continue
        rows = await work.connection.execute(
            select(table.c.day, *(_expression(metric.measure).label(metric.name) for metric in wanted))
            .where(table.c.chat_id == chat_id, table.c.day.in_(days))
            .group_by(table.c.day)
        )
        for row in rows.mappings():
            known[row["day"]].update({metric.name: int(row[metric.name]) for metric in wanted})
    return known


def _table(measure: Measure) -> Table:
    return chat_hours if isinstance(measure, HourSum) else member_days


def _expression(measure: Measure) -> ColumnElement[int]:
    """The measure in SQL, over the rows of one day."""
    match measure:
        case MembersWith():
            return func.count(distinct(case((with_any(measure), member_days.c.user_id))))
        case MemberSum():
            return func.sum(member_days.c[measure.column])
        case HourSum():
            return func.sum(chat_hours.c[measure.column])


def with_any(measure: MembersWith) -> ColumnElement[bool]:
    """Whether a member-day counts for the measure."""
    return or_(*(member_days.c[column] > 0 for column in measure.any_of))


async def day_messages(work: Work, *, chat_id: int, start: datetime, end: datetime) -> list[DayMessage]:
    """What was written from one instant to another and still stands, without its text; commands are no talk."""
    rows = await work.connection.execute(
        select(
            messages.c.message_id,
            messages.c.user_id,
            messages.c.origin,
            messages.c.thread_id,
            messages.c.reply_to_message,
        ).where(*_standing(chat_id, start, end), ~func.coalesce(messages.c.text, "").startswith("/"))
    )
    return [
        DayMessage(
            row.message_id,
            row.user_id if row.origin == Origin.MEMBER.value else None,
            row.thread_id,
            row.reply_to_message,
        )
        for row in rows
    ]


async def texts(work: Work, *, chat_id: int, message_ids: Collection[int]) -> dict[int, str | None]:
    """Texts by id; None for a message that must not be shown any more, no entry for one never seen."""
    rows = await work.connection.execute(
        select(messages.c.message_id, messages.c.text, messages.c.removed).where(
            messages.c.chat_id == chat_id, messages.c.message_id.in_(message_ids)
        )
    )
    return {row.message_id: None if row.removed else row.text or "" for row in rows}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question as it was written; `text` is None when texts are not kept."""

    message_id: int
    at: datetime
    text: str | None


async def unanswered(
    work: Work, *, chat_id: int, start: datetime, end: datetime, limit: int
) -> tuple[int, list[Asked]]:
    """How many questions of the time nobody else has answered, and those waiting longest."""
    answer = messages.alias("answer")
    # No condition on the answer's date: SQLite would search by it, through all that was ever written.
    answered = exists().where(
        answer.c.chat_id == chat_id,
        answer.c.reply_to_message == messages.c.message_id,
        answer.c.origin.in_(HUMAN),
        answer.c.user_id.is_distinct_from(messages.c.user_id),
        answer.c.removed.is_(False),
    )
    wanted = (
        *_standing(chat_id, start, end),
        messages.c.question.is_(True),
        messages.c.origin == Origin.MEMBER.value,
        ~answered,
    )
    count = await work.connection.execute(select(func.count()).select_from(messages).where(*wanted))
    rows = await work.connection.execute(
        select(messages.c.message_id, messages.c.sent_at, messages.c.text)
        .where(*wanted)
        .order_by(messages.c.sent_at, messages.c.message_id)
        .limit(limit)
    )
    return count.scalar_one(), [Asked(message_id=row.message_id, at=row.sent_at, text=row.text) for row in rows]


def _standing(chat_id: int, start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    """Messages of the time that were not removed."""
    return (
        messages.c.chat_id == chat_id,
        messages.c.sent_at >= start,
        messages.c.sent_at < end,
        messages.c.removed.is_(False),
    )


async def newcomers(work: Work, *, chat_id: int, start: datetime, end: datetime, limit: int) -> tuple[int, list[str]]:
    """How many people joined in the time and are still here, and the names of the first of them."""
    source = members.join(people, people.c.user_id == members.c.user_id)
    wanted = (
        members.c.chat_id == chat_id,
        members.c.joined_at >= start,
        members.c.joined_at < end,
        members.c.status.in_(PRESENT),
        people.c.is_bot.is_(False),
    )
    count = await work.connection.execute(select(func.count()).select_from(source).where(*wanted))
    rows = await work.connection.execute(
        select(people.c.name)
        .select_from(source)
        .where(*wanted)
        .order_by(members.c.joined_at, members.c.user_id)
        .limit(limit)
    )
    return count.scalar_one(), [row.name for row in rows]


@dataclass(frozen=True, kw_only=True, slots=True)
class RulesFired:
    """How often each rule fired, most often first, and what came of it."""

    rules: tuple[tuple[str, int], ...]
    warnings: int
    mutes: int


async def rules_fired(work: Work, *, chat_id: int, day: date) -> RulesFired:
    """What the audit says of a local day; several entries about one message are one time."""
    today = (audit.c.chat_id == chat_id, audit.c.day == day)
    times = func.count(distinct(func.coalesce(audit.c.message_id, audit.c.entry_id)))
    rules = await work.connection.execute(
        select(audit.c.rule, times.label("times"))
        .where(*today, audit.c.rule.is_not(None))
        .group_by(audit.c.rule)
        .order_by(times.desc(), audit.c.rule)
    )
    actions = await work.connection.execute(
        select(audit.c.action, func.count().label("times"))
        .where(*today, audit.c.action.in_((WARNED, MUTED)))
        .group_by(audit.c.action)
    )
    counts = {row.action: row.times for row in actions}
    return RulesFired(
        rules=tuple((row.rule, row.times) for row in rules),
        warnings=counts.get(WARNED, 0),
        mutes=counts.get(MUTED, 0),
    )


async def chat_by_username(work: Work, username: str) -> int | None:
    """The chat with this public name (in any case), when the bot knows it."""
    rows = await work.connection.execute(
        select(tables.chats.c.chat_id).where(
            func.lower(tables.chats.c.username) == username.lower(), tables.chats.c.chat_id < 0
        )
    )
    chat_id: int | None = rows.scalar()
    return chat_id


async def targets_chosen_by(work: Work, chat_id: int) -> int | None:
    """Who chose where the digest goes, when somebody did."""
    rows = await work.connection.execute(
        select(chat_settings.c.changed_by).where(
            chat_settings.c.chat_id == chat_id, chat_settings.c.path == "digest.targets"
        )
    )
    user_id: int | None = rows.scalar()
    return user_id


async def last_occurrence(work: Work, *, chat_id: int, schedule_id: int) -> date | None:
    """The latest local date a schedule happened on."""
    rows = await work.connection.execute(
        select(func.max(occurrences.c.local_date)).where(
            occurrences.c.chat_id == chat_id, occurrences.c.schedule_id == schedule_id
        )
    )
    day: date | None = rows.scalar()
    return day
