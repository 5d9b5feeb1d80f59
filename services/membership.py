"""Who is in a chat: statuses by date, joins and leaves counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.calendar import local_day, local_hour
from models import members, people, rollups
from models.members import PRESENT
from models.rollups import Counts

if TYPE_CHECKING:
    from datetime import datetime

    from domain.people import Sighting
    from models.work import Work


async def change(
    work: Work,
    *,
    chat_id: int,
    who: Sighting,
    was: str,
    status: str,
    at: datetime,
    timezone: str,
    invite_link: str | None = None,
) -> bool:
    """Keep a member's status as of `at`; an event older than the one kept changes nothing.

    `was` is the status before as Telegram tells it; it decides only where no status was ever kept.

    Telegram tells a join twice (a membership update and a service message): it is counted once.
    Returns whether somebody came in or went out by it.
    """
    await people.remember(work, [(who, at)])
    before = await members.find(work, chat_id=chat_id, user_id=who.user_id)
    if before is not None and before.status_at > at:
        return False
    was_known = before is not None and before.status_at > members.NEVER
    was_present = (before.status if before is not None and was_known else was) in PRESENT
    is_present = status in PRESENT
    joined = is_present and not was_present
    left = was_present and not is_present
    await members.set_status(
        work,
        chat_id=chat_id,
        user_id=who.user_id,
        status=status,
        at=at,
        joined_at=at if joined else None,
        invite_link=invite_link,
    )
    if (joined or left) and not who.is_bot:
        counts = Counts()
        hour = counts.hour(chat_id, local_day(at, timezone), local_hour(at, timezone))
        hour["joins" if joined else "leaves"] += 1
        await rollups.add(work, counts)
    return joined or left
