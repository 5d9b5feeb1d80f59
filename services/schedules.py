"""What happens again at set times: schedules of chats, and taking what is due exactly once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.schedules import Trigger, next_occurrence, occurrences
from models import occurrences as taken
from models import schedules
from models.occurrences import Outcome, Taken
from models.schedules import Content, Schedule

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.schedules import Occurrence
    from domain.settings import ChatSettings
    from models.work import Work


class Kind(StrEnum):
    """What a schedule is for."""

    POST = "post"
    DIGEST = "digest"


# A greeting at noon that was meant for nine is worse than none; yesterday's figures are still worth reading.
GRACE = {Kind.POST: timedelta(minutes=10), Kind.DIGEST: timedelta(days=31)}
LATE = timedelta(minutes=10)
LONGEST_LOOK_BACK = timedelta(days=31)
DIGEST_NUMBER = 0
# A chat has one digest a local date, even when its hour is moved after it came.
DIGEST_SLOT = "day"


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """An occurrence this process has taken and must act on; `late` says that people were kept waiting."""

    chat_id: int
    schedule_id: int
    kind: Kind
    local_date: date
    slot: str
    at: datetime
    late: bool
    content: Content


async def create(
    work: Work,
    *,
    chat_id: int,
    kind: Kind,
    trigger: Trigger,
    timezone: str,
    content: Content,
    by: int | None,
    now: datetime,
) -> Schedule:
    """A new schedule of the chat, under a number never used before."""
    schedule = Schedule(
        chat_id=chat_id,
        schedule_id=await schedules.next_number(work, chat_id),
        kind=kind,
        cron=trigger.cron,
        timezone=timezone,
        grace=GRACE[kind],
        next_at=_next_at(trigger, timezone, now),
        created_at=now,
        created_by=by,
        content=content,
    )
    await schedules.add(work, schedule)
    return schedule


async def pause(work: Work, schedule: Schedule) -> Schedule:
    """Nothing happens until it is resumed."""
    return await _put(work, replace(schedule, enabled=False, next_at=None))


async def resume(work: Work, schedule: Schedule, *, timezone: str, now: datetime) -> Schedule:
    """It happens again from now on; what fell into the pause does not."""
    next_at = _next_at(Trigger(cron=schedule.cron), timezone, now)
    return await _put(work, replace(schedule, enabled=True, timezone=timezone, next_at=next_at))


async def reschedule(work: Work, schedule: Schedule, *, trigger: Trigger, timezone: str, now: datetime) -> Schedule:
    """Other times, or the same on another wall clock, from now on."""
    next_at = _next_at(trigger, timezone, now) if schedule.enabled else None
    return await _put(work, replace(schedule, cron=trigger.cron, timezone=timezone, next_at=next_at))


async def remove(work: Work, schedule: Schedule) -> None:
    """It happens no more; its number is not given again once it has happened."""
    await schedules.remove(work, chat_id=schedule.chat_id, schedule_id=schedule.schedule_id)


async def follow_settings(work: Work, *, chat_id: int, settings: ChatSettings, now: datetime) -> None:
    """Bring all the chat's schedules into step with its settings. Call it when they change."""
    await ensure_digest(work, chat_id=chat_id, settings=settings, now=now)
    for schedule in await schedules.of_chat(work, chat_id):
        if schedule.kind != Kind.DIGEST and schedule.timezone != settings.timezone:
            trigger = Trigger(cron=schedule.cron)
            await reschedule(work, schedule, trigger=trigger, timezone=settings.timezone, now=now)


async def ensure_digest(work: Work, *, chat_id: int, settings: ChatSettings, now: datetime) -> None:
    """Have the group's one digest schedule say what its settings say. Call it when a group is first seen."""
    if chat_id > 0:  # private chats have no digest
        return
    hour, minute = settings.digest.at.split(":")
    trigger = Trigger(cron=f"{int(minute)} {int(hour)} * * *")
    stored = await schedules.find(work, chat_id=chat_id, schedule_id=DIGEST_NUMBER)
    wanted = (trigger.cron, settings.timezone, settings.digest.enabled)
    if stored is not None and (stored.cron, stored.timezone, stored.enabled) == wanted:
        return
    enabled = settings.digest.enabled
    await schedules.put(
        work,
        Schedule(
            chat_id=chat_id,
            schedule_id=DIGEST_NUMBER,
            kind=Kind.DIGEST,
            cron=trigger.cron,
            timezone=settings.timezone,
            grace=GRACE[Kind.DIGEST],
            enabled=enabled,
            next_at=_next_at(trigger, settings.timezone, now) if enabled else None,
            created_at=now if stored is None else stored.created_at,
        ),
    )


async def groups_without_digest(work: Work, *, limit: int) -> list[int]:
    """Groups that have no digest schedule yet: the bot met them by what people wrote, not by being added."""
    return await schedules.groups_without(work, DIGEST_NUMBER, limit=limit)


async def claim_due(work: Work, *, now: datetime, limit: int) -> list[Due]:
    """Take what is due in active chats, at most `limit` schedules; each occurrence is taken once for ever.

    Of several that were missed only the newest may still happen, and only within its schedule's grace.
    """
    claimed = [await _claim(work, schedule, now) for schedule in await schedules.due(work, now=now, limit=limit)]
    return [due for due in claimed if due is not None]


async def mark_failed(work: Work, due: Due) -> None:
    """Remember that nothing came of an occurrence."""
    await taken.mark(
        work,
        chat_id=due.chat_id,
        schedule_id=due.schedule_id,
        local_date=due.local_date,
        slot=due.slot,
        state=Outcome.FAILED,
    )


async def _claim(work: Work, schedule: Schedule, now: datetime) -> Due | None:
    past, next_at = _split(schedule, now)
    await schedules.advance(work, chat_id=schedule.chat_id, schedule_id=schedule.schedule_id, next_at=next_at)
    if not past:
        return None
    newest = past[-1]
    lateness = now - newest.at
    outcome = Outcome.TAKEN if lateness <= schedule.grace else Outcome.SKIPPED
    rows = [_row(schedule, one, now, Outcome.SKIPPED) for one in past[:-1]]
    last = _row(schedule, newest, now, outcome)
    written = await taken.add(work, [*rows, last])
    if outcome is Outcome.SKIPPED or (last.local_date, last.slot) not in written:
        return None
    return Due(
        chat_id=schedule.chat_id,
        schedule_id=schedule.schedule_id,
        kind=Kind(schedule.kind),
        local_date=last.local_date,
        slot=last.slot,
        at=newest.at,
        late=lateness > LATE,
        content=schedule.content,
    )


def _split(schedule: Schedule, now: datetime) -> tuple[list[Occurrence], datetime | None]:
    """What should have happened since the schedule was looked at last, and when it happens next."""
    first = schedule.next_at or now
    since = max(first, now - LONGEST_LOOK_BACK) - timedelta(microseconds=1)
    past: list[Occurrence] = []
    for one in occurrences(Trigger(cron=schedule.cron), timezone=schedule.timezone, after=since):
        if one.at > now:
            return past, one.at
        past.append(one)
    return past, None


def _row(schedule: Schedule, occurrence: Occurrence, now: datetime, outcome: Outcome) -> Taken:
    return Taken(
        chat_id=schedule.chat_id,
        schedule_id=schedule.schedule_id,
        local_date=occurrence.local_date,
        slot=DIGEST_SLOT if schedule.kind == Kind.DIGEST else occurrence.slot,
        due_at=occurrence.at,
        taken_at=now,
        state=outcome,
    )


def _next_at(trigger: Trigger, timezone: str, now: datetime) -> datetime | None:
    following = next_occurrence(trigger, timezone=timezone, after=now)
    return None if following is None else following.at


async def _put(work: Work, schedule: Schedule) -> Schedule:
    await schedules.put(work, schedule)
    return schedule
