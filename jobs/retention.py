"""Removes what is kept for a while only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services import retention

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work


async def forget_texts(work: Work, *, now: datetime) -> list[Effect]:
    """Texts of messages, after as many days as their chat keeps them."""
    await retention.forget_texts(work, now=now)
    return []


async def forget_updates(work: Work, *, now: datetime) -> list[Effect]:
    """Ids of updates, after three days."""
    await retention.forget_updates(work, now=now)
    return []


async def forget_deliveries(work: Work, *, now: datetime) -> list[Effect]:
    """What was sent, with its buttons, after thirty days; expired links."""
    await retention.forget_deliveries(work, now=now)
    return []
