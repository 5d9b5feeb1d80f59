"""Does what schedules say is due."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from services.posts import post_due
from services.reports import digest_due
from services.schedules import Kind, claim_due, mark_failed

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work
    from services.schedules import Due

log = logging.getLogger(__name__)

# A digest reads some thousand rows; SQLite lets nobody else write meanwhile.
AT_ONCE = 5


async def run_due(work: Work, *, now: datetime) -> list[Effect]:
    """Take what is due and act on it; one that fails is recorded as failed and holds up no other."""
    effects: list[Effect] = []
    for due in await claim_due(work, now=now, limit=AT_ONCE):
        try:
            async with work.savepoint():
                effects += await _act(work, due, now=now)
        except Exception:
            log.exception("schedule %s of chat %s failed", due.schedule_id, due.chat_id)
            await mark_failed(work, due)
    return effects


async def _act(work: Work, due: Due, *, now: datetime) -> list[Effect]:
    match due.kind:
        case Kind.POST:
            return post_due(due)
        case Kind.DIGEST:
            return await digest_due(work, chat_id=due.chat_id, local_date=due.local_date, late=due.late, now=now)
