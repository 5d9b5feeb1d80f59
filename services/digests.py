"""Whether, when and where a chat's digest comes, as its managers choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.schedules import cron, occurrences
from models import reports
from services import settings as chat_settings
from services.digest_targets import named, places, target_of
from services.schedules import DIGEST_NUMBER, ensure_digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from models.work import Work

MOST_TARGETS = 10


async def change(work: Work, *, chat_id: int, path: str, value: object, by: int | None, now: datetime) -> None:
    """Set one of the digest's settings and bring its schedule into step. Raises Refusal for what cannot be."""
    settings = await chat_settings.change(work, chat_id=chat_id, path=path, value=value, by=by, now=now)
    await ensure_digest(work, chat_id=chat_id, settings=settings, now=now)


async def set_targets(
    work: Work, *, chat_id: int, words: Sequence[str], by: int | None, thread_id: int | None, now: datetime
) -> None:
    """Have the digest come to these places instead. Raises Refusal for one it may not go to."""
    if len(words) > MOST_TARGETS:
        raise Refusal(phrase("digest-too-many-targets", most=MOST_TARGETS))
    found = [await target_of(work, word=word, chat_id=chat_id, by=by, thread_id=thread_id) for word in words]
    await change(work, chat_id=chat_id, path="digest.targets", value=tuple(dict.fromkeys(found)), by=by, now=now)


async def outlook(work: Work, *, chat_id: int, now: datetime) -> Phrase:
    """When the next digest comes and where to, or that none does."""
    settings = await chat_settings.settings_of(work, chat_id)
    if not settings.digest.enabled:
        return phrase("digest-turned-off")
    found = await places(work, chat_id=chat_id, targets=settings.digest.targets)
    if not found:
        return phrase("digest-next-nowhere")
    return phrase(
        "digest-next",
        date=await _next_date(work, chat_id=chat_id, settings=settings, now=now),
        clock=settings.digest.at,
        timezone=settings.timezone,
        places=joined([await named(work, chat_id=chat_id, place=place) for place in found.values()]),
    )


async def _next_date(work: Work, *, chat_id: int, settings: ChatSettings, now: datetime) -> date:
    """The chat's date of the next one: after today's came not today again, even if the hour was moved since."""
    hour, minute = settings.digest.at.split(":")
    coming = occurrences(cron(f"{int(minute)} {int(hour)} * * *"), timezone=settings.timezone, after=now)
    came = await reports.last_occurrence(work, chat_id=chat_id, schedule_id=DIGEST_NUMBER)
    return next(one.local_date for one in coming if came is None or one.local_date > came)
