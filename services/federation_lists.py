"""A federation's bans ordered by hand, given out as a list, and taken over from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.federations import MOST_ROWS, ListedBan, read_list, written
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from models import federation_bans, federations, people
from models.federation_bans import SharedBan
from services import shared_bans
from services.discipline import TELEGRAMS_OWN
from services.federations import may_ban, of_chat, require_admin
from services.shared_bans import Carrying, carry_out, is_protected

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.federations import Federation
    from models.work import Work

LONGEST_REASON = 500
NAME_CELLS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Banned:
    """A federation, what its ban of somebody leads to here, and in how many groups it is carried out."""

    federation: Federation
    effects: list[Effect]
    chats: int


async def ban(
    work: Work, *, chat_id: int, user_id: int, name: str, reason: str, by: int | None, now: datetime
) -> Banned:
    """Ban somebody in the group and all its federation. Raises Refusal for whom, and by whom, it may not be."""
    federation = await of_chat(work, chat_id)
    actor = await require_admin(work, federation, by)
    await _refuse_protected(work, federation, chat_id=chat_id, user_id=user_id, name=name, by=actor)
    new = SharedBan(
        federation_id=federation.federation_id,
        user_id=user_id,
        name=shorten(name, NAME_CELLS),
        reason=reason.strip()[:LONGEST_REASON],
        banned_by=actor,
        from_chat=chat_id,
        banned_at=now,
    )
    await shared_bans.heed(work, chat_id=chat_id, user_id=user_id)
    await shared_bans.forget(work, chat_id=chat_id, user_id=user_id, federation_id=federation.federation_id)
    effects = await carry_out(work, Carrying.at_once(new, chat_id=chat_id, now=now))
    await shared_bans.put(work, new, now=now)
    return Banned(
        federation=federation,
        effects=effects,
        chats=await federations.count_chats(work, federation.federation_id),
    )


async def unban(work: Work, *, chat_id: int, user_id: int, by: int | None, now: datetime) -> Federation | None:
    """Take a ban back in all the federation; None when there is none. Raises Refusal for others than its admins."""
    federation = await of_chat(work, chat_id)
    actor = await require_admin(work, federation, by)
    lifted = await shared_bans.lift(work, federation_id=federation.federation_id, user_id=user_id, by=actor, now=now)
    return federation if lifted else None


async def export(work: Work, *, chat_id: int, by: int | None) -> str:
    """The federation's bans as CSV. Raises Refusal for others than its admins."""
    federation = await of_chat(work, chat_id)
    await require_admin(work, federation, by)
    found = await federation_bans.of_federation(work, federation.federation_id, limit=MOST_ROWS)
    return written(
        ListedBan(user_id=one.user_id, name=one.name, reason=one.reason, banned_at=one.banned_at) for one in found
    )


async def last(work: Work, *, chat_id: int, limit: int) -> tuple[Federation, list[SharedBan], int]:
    """The federation's last bans, and how many there are."""
    federation = await of_chat(work, chat_id)
    found = await federation_bans.of_federation(work, federation.federation_id, limit=limit)
    return federation, found, await federation_bans.count(work, federation.federation_id)


async def take_over(work: Work, *, chat_id: int, text: str, by: int | None, now: datetime) -> tuple[int, int]:
    """Ban everybody on a list; how many are new, and how many stand on it. Raises Refusal for a list with a mistake.

    Whom the federation has let back stays free, and so do those who run it.
    """
    federation = await of_chat(work, chat_id)
    actor = await require_admin(work, federation, by)
    listed = read_list(text)
    spared = {federation.owner_id, work.defaults.bot_id, *await federations.admins(work, federation.federation_id)}
    new = [
        SharedBan(
            federation_id=federation.federation_id,
            user_id=one.user_id,
            name=one.name,
            reason=one.reason,
            banned_by=actor,
            from_chat=None,
            banned_at=now,
        )
        for one in listed
        if one.user_id not in spared | TELEGRAMS_OWN
    ]
    before = await federation_bans.count(work, federation.federation_id)
    await federation_bans.put_new(work, new)
    await federations.sweep_anew(work, federation.federation_id)
    return await federation_bans.count(work, federation.federation_id) - before, len(listed)


async def stand_of(work: Work, *, chat_id: int, user_id: int) -> tuple[Federation, SharedBan | None]:
    """Somebody's ban in the group's federation."""
    federation = await of_chat(work, chat_id)
    return federation, await shared_bans.of_person(work, federation, user_id)


async def name_of(work: Work, user_id: int) -> str:
    """What somebody is called."""
    return (await people.names(work, [user_id])).get(user_id, str(user_id))


async def _refuse_protected(
    work: Work, federation: Federation, *, chat_id: int, user_id: int, name: str, by: int
) -> None:
    if user_id == work.defaults.bot_id:
        raise Refusal(phrase("moderation-refused-bot"))
    if user_id == by:
        raise Refusal(phrase("moderation-refused-self"))
    if user_id in TELEGRAMS_OWN:
        raise Refusal(phrase("moderation-refused-telegram"))
    if await may_ban(work, federation, user_id):
        raise Refusal(phrase("federations-refused-admin", name=name))
    if await is_protected(work, chat_id=chat_id, user_id=user_id):
        raise Refusal(phrase("federations-refused-here", name=name))
