"""Sees to it that every group has its digest planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.schedules import ensure_digest, groups_without_digest
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work

AT_ONCE = 100


async def plan_digests(work: Work, *, now: datetime) -> list[Effect]:
    """Plan the digest of groups that have none planned, by their settings."""
    for chat_id in await groups_without_digest(work, limit=AT_ONCE):
        settings = await settings_of(work, chat_id)
        await ensure_digest(work, chat_id=chat_id, settings=settings, now=now)
    return []
