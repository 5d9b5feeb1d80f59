"""Scheduled posts: a manager's texts that come back at set times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.activities.post import content_of, key_of, post_of, posting
from domain.calendar import local_day
from domain.deliveries import State
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.schedules import Trigger
from models import audit, occurrences
from models import schedules as stored
from models.occurrences import Outcome
from services import schedules
from services.schedules import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from domain.activities.post import Post
    from domain.effects import Effect
    from domain.settings import ChatSettings
    from models.occurrences import Taken
    from models.schedules import Schedule
    from models.work import Work
    from services.schedules import Due

MOST_POSTS = 20
ON_ITS_WAY = "waiting"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedPost:
    """A post as it stands; `next_at` None means paused. `last_result` is how its last occurrence went."""

    number: int
    trigger: Trigger
    post: Post
    enabled: bool
    next_at: datetime | None
    last_at: datetime | None = None
    last_result: str | None = None


async def add(
    work: Work,
    *,
    chat_id: int,
    trigger: Trigger,
    post: Post,
    settings: ChatSettings,
    by: int | None,
    now: datetime,
) -> PlannedPost:
    """Plan a post. Raises Refusal when the chat has as many as it may have."""
    if len(await _of_chat(work, chat_id)) >= MOST_POSTS:
        raise Refusal(phrase("posts-too-many", most=MOST_POSTS))
    schedule = await schedules.create(
        work,
        chat_id=chat_id,
        kind=Kind.POST,
        trigger=trigger,
        timezone=settings.timezone,
        content=content_of(post),
        by=by,
        now=now,
    )
    made = _planned(schedule, None, None)
    await _note(work, "post_add", chat_id=chat_id, number=made.number, settings=settings, by=by, now=now)
    return made


async def planned(work: Work, *, chat_id: int) -> list[PlannedPost]:
    """The chat's posts by number, with how each went the last time."""
    latest = await occurrences.latest(work, chat_id)
    states = await occurrences.deliveries(work, chat_id=chat_id, keys=[_key(one) for one in latest.values()])
    found = []
    for schedule in await _of_chat(work, chat_id):
        last = latest.get(schedule.schedule_id)
        found.append(_planned(schedule, last, states.get(_key(last)) if last else None))
    return found


async def find(work: Work, *, chat_id: int, number: int) -> PlannedPost:
    """The post with this number. Raises Refusal when there is none."""
    return _planned(await _find(work, chat_id, number), None, None)


async def pause(
    work: Work, *, chat_id: int, number: int, settings: ChatSettings, by: int | None, now: datetime
) -> None:
    """Nothing is posted until it is resumed. Raises Refusal for an unknown number."""
    await schedules.pause(work, await _find(work, chat_id, number))
    await _note(work, "post_pause", chat_id=chat_id, number=number, settings=settings, by=by, now=now)


async def resume(
    work: Work, *, chat_id: int, number: int, settings: ChatSettings, by: int | None, now: datetime
) -> PlannedPost:
    """It is posted again, from now on. Raises Refusal for an unknown number."""
    schedule = await _find(work, chat_id, number)
    resumed = await schedules.resume(work, schedule, timezone=settings.timezone, now=now)
    await _note(work, "post_resume", chat_id=chat_id, number=number, settings=settings, by=by, now=now)
    return _planned(resumed, None, None)


async def remove(
    work: Work, *, chat_id: int, number: int, settings: ChatSettings, by: int | None, now: datetime
) -> None:
    """It is never posted again. Raises Refusal for an unknown number."""
    await schedules.remove(work, await _find(work, chat_id, number))
    await _note(work, "post_remove", chat_id=chat_id, number=number, settings=settings, by=by, now=now)


def post_due(due: Due) -> list[Effect]:
    """The message of an occurrence that was taken."""
    key = key_of(due.schedule_id, due.local_date, due.slot)
    return [posting(post_of(due.content), chat_id=due.chat_id, key=key)]


async def _note(
    work: Work, action: str, *, chat_id: int, number: int, settings: ChatSettings, by: int | None, now: datetime
) -> None:
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action=action,
        details={"post": number},
    )


async def _of_chat(work: Work, chat_id: int) -> list[Schedule]:
    return [schedule for schedule in await stored.of_chat(work, chat_id) if schedule.kind == Kind.POST]


async def _find(work: Work, chat_id: int, number: int) -> Schedule:
    schedule = await stored.find(work, chat_id=chat_id, schedule_id=number)
    if schedule is None or schedule.kind != Kind.POST:
        raise Refusal(phrase("posts-unknown", number=str(number)))
    return schedule


def _key(taken: Taken) -> str:
    return key_of(taken.schedule_id, taken.local_date, taken.slot)


def _planned(schedule: Schedule, last: Taken | None, delivery: str | None) -> PlannedPost:
    return PlannedPost(
        number=schedule.schedule_id,
        trigger=Trigger(cron=schedule.cron),
        post=post_of(schedule.content),
        enabled=schedule.enabled,
        next_at=schedule.next_at,
        last_at=last.due_at if last else None,
        last_result=_result(last, delivery) if last else None,
    )


def _result(taken: Taken, delivery: str | None) -> str | None:
    """How an occurrence went, for people; None when it is so long ago that nobody remembers."""
    if taken.state is not Outcome.TAKEN:
        return taken.state.value
    match delivery:
        case State.DUE | State.SENDING:
            return ON_ITS_WAY
        case State.ASKED:
            return State.UNCERTAIN.value
        case _:
            return delivery
