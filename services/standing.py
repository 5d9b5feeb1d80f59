"""How a member stands in a chat, and who stands out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.reports.members import Profile
from domain.reports.standing import Standing, ranked
from models import checkins, members, reports, warnings
from models import standing as stored
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from models.work import Work

MONTH_DAYS, WEEK_DAYS = 30, 7
SHOWN = 10
MOST_CHATS = 5


async def profile(work: Work, *, chat_id: int, user_id: int, now: datetime) -> Profile | None:
    """A member's own figures up to now, None for somebody never seen in the chat."""
    seen = await stored.membership(work, chat_id=chat_id, user_id=user_id)
    if seen is None:
        return None
    settings = await settings_of(work, chat_id)
    today = local_day(now, settings.timezone)
    month = await stored.deeds(work, chat_id=chat_id, user_id=user_id, days=_last(MONTH_DAYS, today))
    week = await stored.deeds(work, chat_id=chat_id, user_id=user_id, days=_last(WEEK_DAYS, today))
    return Profile(
        chat=await reports.title(work, chat_id),
        messages_week=week.messages,
        messages_month=month.messages,
        active_days=month.active_days,
        replies_sent=month.replies_sent,
        replies_received=month.replies_received,
        reactions_received=month.reactions_received,
        streak=await _streak(work, chat_id=chat_id, user_id=user_id, today=today),
        warnings=len(await warnings.in_force(work, chat_id=chat_id, user_id=user_id, at=now)),
        warning_limit=settings.rules.warnings.limit,
        joined_at=seen.joined_at,
        first_seen_at=seen.first_seen_at,
    )


async def _streak(work: Work, *, chat_id: int, user_id: int, today: date) -> int:
    """The running check-in streak: until the day is over, yesterday's is not broken."""
    for day in (today, today - timedelta(days=1)):
        streak = await checkins.streak_on(work, chat_id=chat_id, user_id=user_id, day=day)
        if streak:
            return streak
    return 0


def _last(days: int, today: date) -> list[date]:
    """Today and the days before it, so many in all."""
    return [today - timedelta(days=back) for back in range(days)]


async def chats_of(work: Work, user_id: int) -> list[int]:
    """Groups somebody is in, those they were seen in last first, a few at most."""
    return await stored.chats_of(work, user_id=user_id, limit=MOST_CHATS)


async def belongs(work: Work, *, chat_id: int, user_id: int) -> bool:
    """Whether somebody is in the chat now."""
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    return member is not None and member.status in members.PRESENT


async def top(work: Work, *, chat_id: int, days: int, now: datetime) -> tuple[str, tuple[Standing, ...]]:
    """The chat's title and its best members of the last days, today included.

    Rank: distinct other people who replied or reacted to the member, plus the member's active days. Among equals
    messages decide, of which at most 50 a day count; so writing much lifts nobody whom nobody answers.
    """
    settings = await settings_of(work, chat_id)
    today = local_day(now, settings.timezone)
    found = await stored.standings(work, chat_id=chat_id, since=today - timedelta(days=days - 1), until=today)
    return await reports.title(work, chat_id), ranked(found, SHOWN)
