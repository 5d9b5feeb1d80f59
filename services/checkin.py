"""The daily check-in of members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.activities.checkin import DAY, CheckIn, joined_run, streak_after
from domain.calendar import local_day
from domain.phrases import phrase
from domain.refusals import Refusal
from models import checkins, people
from models.rollups import add_activity

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.settings import ChatSettings
    from models.work import Work

SHOWN_STREAKS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Streak:
    """Somebody's running streak."""

    name: str
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckInFigures:
    """How the check-in does in a chat; `streaks` are those that still run, longest first."""

    today: int
    yesterday: int
    streaks: tuple[Streak, ...]


async def check_in(work: Work, *, chat_id: int, user_id: int, at: datetime, settings: ChatSettings) -> CheckIn:
    """Count a check-in for the local day it was written on, however late it arrives. Raises Refusal when it is off."""
    if not settings.checkin.enabled:
        raise Refusal(phrase("checkin-off"))
    day = local_day(at, settings.timezone)
    before = await checkins.streak_on(work, chat_id=chat_id, user_id=user_id, day=day - DAY)
    streak = streak_after(before)
    is_new = await checkins.add(work, chat_id=chat_id, user_id=user_id, day=day, streak=streak, at=at)
    if is_new:
        await _join_later_days(work, chat_id=chat_id, user_id=user_id, day=day, by=streak)
        await add_activity(work, chat_id=chat_id, day=day, user_id=user_id)
    return CheckIn(
        day=day,
        streak=streak,
        total=await checkins.total(work, chat_id=chat_id, user_id=user_id),
        rank=await checkins.count_on(work, chat_id=chat_id, day=day) if is_new else None,
    )


async def figures(work: Work, *, chat_id: int, settings: ChatSettings, now: datetime) -> CheckInFigures:
    """Today's and yesterday's check-ins and the longest streaks that were not broken."""
    today = local_day(now, settings.timezone)
    standings = await checkins.longest_running(work, chat_id=chat_id, since=today - DAY, limit=SHOWN_STREAKS)
    names = await people.names(work, [standing.user_id for standing in standings])
    return CheckInFigures(
        today=await checkins.count_on(work, chat_id=chat_id, day=today),
        yesterday=await checkins.count_on(work, chat_id=chat_id, day=today - DAY),
        streaks=tuple(Streak(name=names.get(one.user_id, ""), days=one.streak) for one in standings),
    )


async def _join_later_days(work: Work, *, chat_id: int, user_id: int, day: date, by: int) -> None:
    """A day that arrives after later ones makes their streaks longer."""
    later = await checkins.days_after(work, chat_id=chat_id, user_id=user_id, day=day)
    run = joined_run(day, later)
    if run:
        await checkins.lengthen(work, chat_id=chat_id, user_id=user_id, days=run, by=by)
