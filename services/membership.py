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
    from models.members import Member
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
    if before is not None and _is_newer(before, status, at):
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


def _is_newer(kept: Member, status: str, at: datetime) -> bool:
    """Whether what is kept says more than an event: it is later, or of the same second and to the same end."""
    return kept.status_at > at or (kept.status_at == at and (kept.status in PRESENT) == (status in PRESENT))


async def meet(work: Work, who: Sighting, *, at: datetime, is_private: bool) -> None:
    """Remember somebody; who writes in private can be written to from then on."""
    await people.remember(work, [(who, at)])
    if is_private:
        await people.open_private_chat(work, who.user_id, is_open=True)


async def open_private_chat(work: Work, *, user_id: int, is_open: bool) -> None:
    """Keep whether somebody lets the bot write to them."""
    await people.open_private_chat(work, user_id, is_open=is_open)
