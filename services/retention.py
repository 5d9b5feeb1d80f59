"""What is kept for a while only: message texts, ids of updates, what was sent, buttons, links."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from models import attachments, deep_links, retention, standing_messages
from services.presses import LIFETIME
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work

# Telegram offers an update again for a day.
UPDATES_KEPT = timedelta(days=3)
DELIVERIES_KEPT = timedelta(days=30)
# What is sent later with a file is worthless; what stands longer Telegram lets nobody delete.
FILES_KEPT = timedelta(days=1)
PLACES_KEPT = timedelta(days=3)
BATCH = 2000
TURNS = 10


async def forget_texts(work: Work, *, now: datetime) -> None:
    """Remove texts older than their chat keeps them; every chat has its turn once in ten minutes."""
    turn = int(now.timestamp()) // 60 % TURNS
    for chat_id, removed_until in await retention.chats_of_turn(work, turn=turn, turns=TURNS):
        settings = await settings_of(work, chat_id)
        before = now - timedelta(days=settings.privacy.text_days)
        if removed_until is None or removed_until < before:
            await retention.remove_texts(work, chat_id=chat_id, since=removed_until, before=before, limit=BATCH)


async def forget_updates(work: Work, *, now: datetime) -> None:
    """Remove ids of updates that Telegram does not offer again."""
    await retention.remove_updates(work, before=now - UPDATES_KEPT, limit=BATCH)


async def forget_deliveries(work: Work, *, now: datetime) -> None:
    """Remove what was sent or done a month ago, buttons nobody can press any more, expired links, yesterday's files."""
    await retention.remove_deliveries(work, before=now - DELIVERIES_KEPT, limit=BATCH)
    await retention.empty_deliveries(work, before=now - DELIVERIES_KEPT, limit=BATCH)
    await retention.remove_buttons(work, before=now - LIFETIME, limit=BATCH)
    await retention.remove_tasks(work, before=now - DELIVERIES_KEPT, limit=BATCH)
    await attachments.prune(work, before=now - FILES_KEPT)
    await standing_messages.prune(work, before=now - PLACES_KEPT)
    await deep_links.remove_expired(work, now=now)
