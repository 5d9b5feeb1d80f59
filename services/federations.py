"""Federations of groups: founded, joined, left, and who may ban for them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.phrases import Person, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from models import federation_bans, federations, people
from models.federations import Federation, Place

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work

ID_BYTES = 16
MOST_OWNED = 5
MOST_ADMINS = 50
NAME_CELLS = 48
LONGEST_ID = 36


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """A federation as it is shown."""

    federation: Federation
    owner: str
    admins: tuple[Person, ...]
    chats: int
    bans: int


async def found(work: Work, *, name: str, by: int, now: datetime) -> Federation:
    """Found a federation. Raises Refusal without a name, and for somebody who has founded many."""
    title = shorten(name, NAME_CELLS)
    if not title:
        raise Refusal(phrase("federations-name-needed"))
    if await federations.count_owned(work, by) >= MOST_OWNED:
        raise Refusal(phrase("federations-too-many", count=str(MOST_OWNED)))
    return await _begin(work, name=title, owner_id=by, now=now, automatic=False)


async def automatic_for(work: Work, *, owner_id: int, now: datetime) -> Federation:
    """The federation of an owner's groups that share by a setting; founded when it is first wanted."""
    known = await federations.automatic_of(work, owner_id)
    name = (await people.names(work, [owner_id])).get(owner_id, str(owner_id))
    return known or await _begin(work, name=shorten(name, NAME_CELLS), owner_id=owner_id, now=now, automatic=True)


async def _begin(work: Work, *, name: str, owner_id: int, now: datetime, automatic: bool) -> Federation:
    federation = Federation(
        federation_id=secrets.token_hex(ID_BYTES), name=name, owner_id=owner_id, created_at=now, automatic=automatic
    )
    await federations.add(work, federation)
    return federation


async def join(work: Work, *, chat_id: int, federation_id: str, by: int | None, now: datetime) -> Federation:
    """Let the group share the federation's bans. Raises Refusal for an unknown one, and while it is in another."""
    federation = await federations.find(work, federation_id.strip().lower()[:LONGEST_ID])
    if federation is None or federation.automatic:
        raise Refusal(phrase("federations-unknown"))
    other = await find_of_chat(work, chat_id)
    if other is not None:
        raise Refusal(phrase("federations-in-one", name=other.name))
    await federations.join(work, Place(chat_id=chat_id, federation_id=federation.federation_id), by=by, at=now)
    return federation


async def leave(work: Work, chat_id: int) -> Federation:
    """Share no more; what was banned here stays banned. Raises Refusal when the group is in none."""
    federation = await of_chat(work, chat_id)
    await federations.leave(work, Place(chat_id=chat_id, federation_id=federation.federation_id))
    return federation


async def find_of_chat(work: Work, chat_id: int) -> Federation | None:
    """The federation the group has joined."""
    return next((one for one in await federations.of_chat(work, chat_id) if not one.automatic), None)


async def of_chat(work: Work, chat_id: int) -> Federation:
    """The federation the group has joined. Raises Refusal when it has joined none."""
    federation = await find_of_chat(work, chat_id)
    if federation is None:
        raise Refusal(phrase("federations-in-none"))
    return federation


async def automatic_of_chat(work: Work, chat_id: int) -> Federation | None:
    """The federation the group belongs to by its setting."""
    return next((one for one in await federations.of_chat(work, chat_id) if one.automatic), None)


async def about(work: Work, federation: Federation) -> About:
    """Everything that is shown of it."""
    admins = await federations.admins(work, federation.federation_id)
    names = await people.names(work, [federation.owner_id, *admins])
    return About(
        federation=federation,
        owner=names.get(federation.owner_id, str(federation.owner_id)),
        admins=tuple(Person(user_id=None, name=names.get(number, str(number))) for number in admins),
        chats=await federations.count_chats(work, federation.federation_id),
        bans=await federation_bans.count(work, federation.federation_id),
    )


async def may_ban(work: Work, federation: Federation, user_id: int | None) -> bool:
    """Whether somebody is the federation's owner or one of its admins."""
    if user_id is None:
        return False
    return user_id == federation.owner_id or user_id in await federations.admins(work, federation.federation_id)


async def require_admin(work: Work, federation: Federation, user_id: int | None) -> int:
    """The id of somebody who may ban for the federation. Raises Refusal for everybody else."""
    if user_id is None:
        raise Refusal(phrase("federations-anonymous"))
    if not await may_ban(work, federation, user_id):
        raise Refusal(phrase("federations-not-admin", name=federation.name))
    return user_id


def require_owner(federation: Federation, user_id: int | None) -> None:
    """Raises Refusal for everybody but the federation's owner."""
    if user_id is None:
        raise Refusal(phrase("federations-anonymous"))
    if user_id != federation.owner_id:
        raise Refusal(phrase("federations-not-owner", name=federation.name))


async def promote(work: Work, *, federation: Federation, user_id: int, by: int | None, now: datetime) -> None:
    """Let somebody ban for the federation. Raises Refusal for anybody but its owner."""
    require_owner(federation, by)
    if user_id == federation.owner_id:
        raise Refusal(phrase("federations-is-owner"))
    if len(await federations.admins(work, federation.federation_id)) >= MOST_ADMINS:
        raise Refusal(phrase("federations-admins-full", count=str(MOST_ADMINS)))
    await federations.promote(work, federation_id=federation.federation_id, user_id=user_id, at=now)


async def demote(work: Work, *, federation: Federation, user_id: int, by: int | None) -> bool:
    """Let somebody ban for it no more; whether they could before. Raises Refusal for anybody but its owner."""
    require_owner(federation, by)
    return await federations.demote(work, federation_id=federation.federation_id, user_id=user_id)
