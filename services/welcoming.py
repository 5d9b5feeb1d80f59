"""Whether a newcomer is welcomed, and when: at once, or together with others who came in a crowd."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from models import entrances
from services import greeting, raids

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.settings import ChatSettings
    from models.entrances import Entrance
    from models.work import Work

# Nobody waits any more for a greeting that comes later.
LATE = timedelta(minutes=5)
# So many within a minute are welcomed one by one; further ones together, once some have gathered.
ONE_BY_ONE = 5
GATHERING = timedelta(seconds=20)


async def welcome(
    work: Work, entrance: Entrance, *, settings: ChatSettings, at: datetime, now: datetime
) -> list[Effect]:
    """Welcome somebody who was let in `at`; `entrance` is kept already."""
    if not settings.welcome.enabled or now - at > LATE:
        return []
    if raids.joins_lately(work, entrance.chat_id) > ONE_BY_ONE:
        await entrances.put(work, replace(entrance, greet_at=now + GATHERING))
        return []
    return await greeting.send(
        work,
        chat_id=entrance.chat_id,
        kind="welcome",
        user_ids=[entrance.user_id],
        settings=settings,
        language=entrance.language or "",
    )
