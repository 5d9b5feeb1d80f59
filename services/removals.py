"""Messages removed by hand: one, a stretch of talk, or what stands between two others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Delete, Priority
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.rules.sanctions import deletions
from models import audit, messages
from services.calls import DELETABLE_FOR
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work

# Twenty calls; more at once is rather a mistake than a purge.
MOST_PURGED = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """From one message until another, both included; `since` is when the first was written."""

    first: int
    last: int
    since: datetime


async def remove(work: Work, *, chat_id: int, message_id: int, written_at: datetime, now: datetime) -> Delete:
    """One message goes. Raises Refusal for one too old for Telegram to remove."""
    if now - written_at >= DELETABLE_FOR:
        raise Refusal(phrase("moderation-too-old"))
    await messages.mark_removed(work, chat_id=chat_id, message_ids=[message_id])
    return Delete(chat_id=chat_id, message_ids=(message_id,))


async def clear_away(work: Work, *, chat_id: int, message_id: int) -> Delete:
    """A typed command goes, after it is answered; nobody is told."""
    await messages.mark_removed(work, chat_id=chat_id, message_ids=[message_id])
    return Delete(chat_id=chat_id, message_ids=(message_id,), priority=Priority.POST)


async def purge_from(
    work: Work,
    stretch: Stretch,
    *,
    chat_id: int,
    thread_id: int | None,
    by: int | None,
    now: datetime,
) -> tuple[list[Delete], int]:
    """Everything in a stretch of talk, and how many messages of it were known.

    The last one is the command and does not count. Ids nobody wrote down (the bot's own, for one) go too, unless the
    chat has topics: then they may be another's.
    Raises Refusal when all of it is too old, or it is too much at once.
    """
    first, last = stretch.first, stretch.last
    known = await messages.between(work, chat_id=chat_id, first=first, last=last)
    if last - first >= MOST_PURGED or len(known) > MOST_PURGED:
        raise Refusal(phrase("purge-too-many", most=MOST_PURGED))
    old = {one.message_id for one in known if now - one.sent_at >= DELETABLE_FOR}
    own = {one.message_id for one in known if one.thread_id == thread_id} - old
    has_topics = thread_id is not None or any(one.thread_id is not None for one in known)
    start = max(old, default=first - 1) + 1
    if now - stretch.since >= DELETABLE_FOR:
        start = min(own, default=last)
    gone = own if has_topics else set(range(start, last + 1))
    if not gone:
        raise Refusal(phrase("purge-nothing"))
    spoken = {one.message_id for one in known if one.message_id in own and not one.removed}
    count = len(spoken - {last}) or len(gone - {last})
    await messages.mark_removed(work, chat_id=chat_id, message_ids=own)
    await _write_down(work, chat_id=chat_id, count=count, by=by, first=first, now=now)
    return deletions(chat_id, gone), count


async def last_messages(
    work: Work, *, chat_id: int, count: int, before: int, thread_id: int | None, now: datetime
) -> Stretch:
    """The last so many messages before another. Raises Refusal when none are known."""
    ids = await messages.last_ids(work, chat_id=chat_id, count=count, before=before, thread_id=thread_id)
    if not ids:
        raise Refusal(phrase("purge-nothing"))
    return Stretch(first=min(ids), last=before, since=now)


async def _write_down(work: Work, *, chat_id: int, count: int, by: int | None, first: int, now: datetime) -> None:
    settings = await settings_of(work, chat_id)
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action="purge",
        message_id=first,
        details={"count": count},
    )
