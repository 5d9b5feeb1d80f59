"""The simple case of shared bans: an owner's groups whose setting says that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from models import federation_bans, federations, members, shared_bans
from models.federation_bans import SharedBan
from models.federations import Place
from models.shared_bans import Deed
from services import shared_bans as sharing
from services.federations import automatic_for, automatic_of_chat
from services.roles import role_in

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.verdicts import Verdict
    from models.versions import How
    from models.work import Work

AT_ONCE = 20


async def require_consent(work: Work, *, chat_id: int, by: int | None, how: How) -> None:
    """Raises Refusal unless the group's owner or a director, or whoever runs the server, lets it share."""
    allowed = how == "console" or (by is not None and await role_in(work, chat_id=chat_id, user_id=by) >= Role.DIRECTOR)
    if not allowed:
        raise Refusal(phrase("federations-not-yours-to-share"))


async def follow_setting(work: Work, *, chat_id: int, shares: bool, by: int | None, now: datetime) -> None:
    """Share with the owner's other groups from now on, or no more. Raises Refusal while nobody knows the owner."""
    if not shares:
        joined = await automatic_of_chat(work, chat_id)
        if joined is not None:
            await federations.leave(work, Place(chat_id=chat_id, federation_id=joined.federation_id))
        return
    owner = next((one for one in await members.with_powers(work, chat_id) if one.status == "creator"), None)
    if owner is None:
        raise Refusal(phrase("federations-owner-unknown"))
    federation = await automatic_for(work, owner_id=owner.user_id, now=now)
    await federations.join(work, Place(chat_id=chat_id, federation_id=federation.federation_id), by=by, at=now)


async def share(work: Work, verdict: Verdict, *, now: datetime) -> None:
    """Let a manager's ban for good hold in the owner's other groups, when the group shares its bans."""
    is_shared = verdict.verb == "ban" and verdict.until is None and not verdict.is_channel
    federation = await automatic_of_chat(work, verdict.chat_id) if is_shared else None
    if federation is None:
        return
    ban = SharedBan(
        federation_id=federation.federation_id,
        user_id=verdict.target_id,
        name=verdict.target_name,
        reason=verdict.reason,
        banned_by=verdict.actor_id,
        from_chat=verdict.chat_id,
        banned_at=now,
        verdict_id=verdict.verdict_id,
    )
    await sharing.put(work, ban, now=now)
    deed = Deed(
        chat_id=verdict.chat_id,
        user_id=verdict.target_id,
        federation_id=federation.federation_id,
        state="applied",
        at=now,
        verdict_id=verdict.verdict_id,
    )
    await shared_bans.put(work, deed)


async def unshare(work: Work, *, chat_id: int, user_id: int, by: int | None, now: datetime) -> None:
    """Somebody was let back: everywhere when their ban came from this group, else in this group alone."""
    federation = await automatic_of_chat(work, chat_id)
    if federation is not None:
        ban = await sharing.of_person(work, federation, user_id)
        if ban is not None and ban.from_chat == chat_id:
            federation_id = federation.federation_id
            await sharing.lift(work, federation_id=federation_id, user_id=user_id, by=by, now=now)
            lifted = Deed(chat_id=chat_id, user_id=user_id, federation_id=federation_id, state="lifted", at=now)
            await shared_bans.put(work, lifted)
            return
    await shared_bans.pardon(work, chat_id=chat_id, user_id=user_id, at=now)


async def follow_verdicts(work: Work, *, now: datetime) -> list[Effect]:
    """Take back everywhere what was overturned where it came from; to be called every minute."""
    for ban in await federation_bans.overturned(work, limit=AT_ONCE):
        await sharing.lift(work, federation_id=ban.federation_id, user_id=ban.user_id, by=None, now=now)
    return []
