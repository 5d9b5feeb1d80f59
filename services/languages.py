"""The language each person wants to be spoken to in private chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.people import Sighting
from models import people

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


async def prefer(work: Work, *, user_id: int, name: str, language: str, now: datetime) -> None:
    """Keep a person's choice, even when they were never seen in any group."""
    if await people.find(work, user_id) is None:
        await people.remember(work, [(Sighting(user_id=user_id, name=name), now)])
    await people.choose_language(work, user_id, language)
