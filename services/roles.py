"""Who may do what in a chat: the role in force, Telegram's administrators, roles given by people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from domain.calendar import local_day
from domain.people import Sighting, full_name
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role, role_of
from models import administrators as readings
from models import audit, members, people
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from models.members import Member
    from models.people import Known
    from models.work import Work

# How long a reading is not repeated, and for how long what cannot be undone may lean on it.
FRESH_FOR = timedelta(seconds=45)
CERTAIN_FOR = timedelta(seconds=60)
APPOINTED = frozenset({"creator", "administrator"})
GONE = frozenset({"left", "kicked"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """Somebody with a role; `given` by a person, or else implied by Telegram's status.

    Who is `anonymous` wants to be named to nobody.
    """

    user_id: int
    name: str
    role: Role
    given: bool
    anonymous: bool


class RawUser(TypedDict, total=False):
    """Telegram's User, as far as it is read here."""

    id: int
    is_bot: bool
    first_name: str
    last_name: str
    username: str
    language_code: str


class RawMember(TypedDict, total=False):
    """Telegram's ChatMember, as far as it is read here."""

    status: str
    user: RawUser
    is_anonymous: bool


async def role_in(work: Work, *, chat_id: int, user_id: int) -> Role:
    """The role in force in the chat; who left has none but the process owner's."""
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    return role_of_member(work, user_id=user_id, member=member)


def role_of_member(work: Work, *, user_id: int, member: Member | None) -> Role:
    """The role in force of somebody as the chat knows them, if it does."""
    is_process_owner = user_id in work.defaults.owner_ids
    if member is None or member.status in GONE:
        return role_of(status="left", assigned=None, is_process_owner=is_process_owner)
    return role_of(status=member.status, assigned=member.role, is_process_owner=is_process_owner)


async def is_present(work: Work, *, chat_id: int, user_id: int) -> bool:
    """Whether somebody belongs to the chat, and so may read about it elsewhere."""
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    return user_id in work.defaults.owner_ids or (member is not None and member.status in members.PRESENT)


async def is_certain(work: Work, *, chat_id: int, user_id: int, now: datetime) -> bool:
    """Whether the role is known well enough for what cannot be undone: Telegram was asked a minute ago at most."""
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    if user_id in work.defaults.owner_ids or member is None or member.status not in APPOINTED:
        return True
    read = await readings.read_at(work, chat_id)
    known_since = max(member.status_at, read) if read else member.status_at
    return now - known_since <= CERTAIN_FOR


async def store_administrators(work: Work, chat_id: int, administrators: Iterable[RawMember], now: datetime) -> None:
    """Keep getChatAdministrators' answer: who is on it is one, who is not any more is a plain member."""
    listed = {entry["user"]["id"]: entry for entry in administrators}
    await people.remember(work, [(_sighting(entry["user"]), now) for entry in listed.values()])
    known = await members.find_many(work, [(chat_id, user_id) for user_id in listed])
    for user_id, entry in listed.items():
        member = known.get((chat_id, user_id))
        if member is None or (member.status != entry["status"] and member.status_at <= now):
            await members.set_status(work, chat_id=chat_id, user_id=user_id, status=entry["status"], at=now)
    await members.forget_administrators(work, chat_id=chat_id, except_ids=listed.keys(), at=now)
    hidden = [user_id for user_id, entry in listed.items() if entry.get("is_anonymous")]
    await readings.mark_read(work, chat_id, now, anonymous=hidden)


async def assign(
    work: Work,
    *,
    chat_id: int,
    actor_id: int | None,
    actor_role: Role,
    target_id: int,
    role: Role | None,
    now: datetime,
) -> Role:
    """Give somebody a role, or with None the one their status implies; returns the role in force afterwards.

    Raises Refusal unless the actor stands above the role given and above the target.
    """
    member = await members.find(work, chat_id=chat_id, user_id=target_id)
    before = role_of_member(work, user_id=target_id, member=member)
    if before >= actor_role:
        raise Refusal(phrase("roles-target-too-high"))
    status = member.status if member else "member"
    after = role_of(status=status, assigned=role, is_process_owner=False)
    if after >= actor_role:
        raise Refusal(phrase("roles-role-too-high"))
    await members.assign_role(work, chat_id=chat_id, user_id=target_id, role=role, now=now)
    settings = await settings_of(work, chat_id)
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=actor_id,
        action="role",
        target_id=target_id,
        details={"before": before.name.lower(), "after": after.name.lower()},
    )
    return after


async def holders(work: Work, chat_id: int) -> list[Holder]:
    """Everybody above a plain member, the most powerful first; bots run nothing."""
    powerful = await members.with_powers(work, chat_id)
    ids = [member.user_id for member in powerful]
    names, bots = await people.names(work, ids), await people.bots_among(work, ids)
    hidden = await readings.anonymous(work, chat_id)
    found = [
        Holder(
            user_id=member.user_id,
            name=names.get(member.user_id, str(member.user_id)),
            role=role_of_member(work, user_id=member.user_id, member=member),
            given=member.role is not None,
            anonymous=member.user_id in hidden,
        )
        for member in powerful
    ]
    found = [holder for holder in found if holder.role > Role.MEMBER and holder.user_id not in bots]
    return sorted(found, key=lambda holder: (-holder.role, holder.name))


async def is_anonymous(work: Work, *, chat_id: int, user_id: int) -> bool:
    """Whether somebody runs the chat without being named."""
    return user_id in await readings.anonymous(work, chat_id)


async def knows(work: Work, user_id: int) -> bool:
    """Whether somebody was ever seen anywhere."""
    return await people.find(work, user_id) is not None


async def find_person(work: Work, user_id: int) -> Known | None:
    """Somebody ever seen, by id."""
    return await people.find(work, user_id)


async def person_by_username(work: Work, username: str) -> Known | None:
    """Somebody ever seen, by @username."""
    return await people.find_by_username(work, username)


async def speak(work: Work, user_id: int, language: str) -> None:
    """Keep the language somebody wants to be spoken to in private chat."""
    await people.choose_language(work, user_id, language)


def _sighting(user: RawUser) -> Sighting:
    return Sighting(
        user_id=user["id"],
        name=full_name(user["first_name"], user.get("last_name")),
        username=user.get("username"),
        is_bot=user.get("is_bot", False),
        client_language=user.get("language_code"),
    )
