"""Those who moderate, by the verdicts that are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.phrases import phrase
from domain.reports.moderators import Done, accounts
from models import verdicts
from services.settings import settings_of
from services.tickets import manager

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from domain.phrases import Person, Phrase
    from domain.reports.moderators import Account
    from models.verdicts import Deed
    from models.work import Work

# Nobody's id: what anonymous admins did belongs to none of them.
ANONYMOUS = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An account, and whose it is."""

    who: Person | Phrase
    account: Account


async def accounts_of(work: Work, chat_id: int, *, span: timedelta, now: datetime) -> Sequence[Named]:
    """Each who acted in the last while, the rules first."""
    timezone = (await settings_of(work, chat_id)).timezone
    deeds = await verdicts.deeds(work, chat_id=chat_id, since=local_day(now - span, timezone))
    return [
        Named(who=await _who(work, chat_id, account.actor_id), account=account)
        for account in accounts(_done(deed) for deed in deeds)
    ]


def _done(deed: Deed) -> Done:
    after = None if deed.written_at is None else deed.at - deed.written_at
    actor = ANONYMOUS if deed.actor_id is None and deed.mode == "manual" else deed.actor_id
    return Done(actor_id=actor, overturned=deed.state == "overturned", after=after)


async def _who(work: Work, chat_id: int, actor_id: int | None) -> Person | Phrase:
    if actor_id is None:
        return phrase("moderators-rules")
    return await manager(work, chat_id, actor_id if actor_id != ANONYMOUS else None)
