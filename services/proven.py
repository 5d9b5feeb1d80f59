"""Proven contributors: those whom many others turn to, marked once a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.reports.standing import proven
from models import chats, members
from models import standing as stored
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work

DAYS = 30
# A month of a large group is some ten thousand rows to add up; SQLite lets nobody else write meanwhile.
AT_ONCE = 1


async def mark_proven(work: Work, *, now: datetime) -> list[Effect]:
    """Mark the proven members of the next chat that has not been looked at today; to be called often."""
    looked_at = 0
    for chat in await chats.all_active(work):
        settings = await settings_of(work, chat.chat_id)
        today = local_day(now, settings.timezone)
        if chat.chat_id > 0 or work.cache.get(("proven", chat.chat_id)) == today:
            continue
        since = today - timedelta(days=DAYS)
        found = await stored.standings(work, chat_id=chat.chat_id, since=since, until=today - timedelta(days=1))
        best = [one.user_id for one in proven(found)]
        await members.mark_proven(work, chat_id=chat.chat_id, user_ids=best)
        work.cache.put(("proven", chat.chat_id), today)
        looked_at += 1
        if looked_at >= AT_ONCE:
            break
    return []
