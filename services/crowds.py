"""Those who come in while a raid is on, many with few statements: a raid must not keep other chats waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import local_day, local_hour
from models import entrances, members, people, rollups
from models.rollups import Counts
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.people import Sighting
    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """Somebody came in by themselves; `message_id` is the line that tells of it, when that told it."""

    chat_id: int
    who: Sighting
    at: datetime
    message_id: int | None = None


async def hold(work: Work, comings: Sequence[Coming]) -> None:
    """Count them and hold them. Each is told twice, by a membership update and by a line; either may come first."""
    fresh = await _fresh(work, comings)
    await people.remember(work, [(coming.who, coming.at) for coming in fresh])
    await members.come_in(work, [(coming.chat_id, coming.who.user_id, coming.at) for coming in fresh])
    counts = Counts()
    for coming in fresh:
        timezone = (await settings_of(work, coming.chat_id)).timezone
        hour = counts.hour(coming.chat_id, local_day(coming.at, timezone), local_hour(coming.at, timezone))
        hour["joins"] += 1
    await rollups.add(work, counts)
    await entrances.hold_many(work, [(coming.chat_id, coming.who.user_id, coming.at) for coming in fresh])
    lines = [
        (coming.chat_id, coming.who.user_id, coming.message_id) for coming in comings if coming.message_id is not None
    ]
    await entrances.note_join_messages(work, lines)


async def _fresh(work: Work, comings: Sequence[Coming]) -> list[Coming]:
    """Those who were not there by what is kept, each once."""
    by_person = {(coming.chat_id, coming.who.user_id): coming for coming in reversed(comings)}
    known = await members.find_many(work, list(by_person))
    return [
        coming
        for key, coming in by_person.items()
        if key not in known or (known[key].status not in members.PRESENT and known[key].status_at <= coming.at)
    ]
