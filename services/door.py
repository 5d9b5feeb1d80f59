"""The door of a chat: who comes in, who asks to, who goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from domain.calendar import local_day
from domain.effects import Decline, Delete, Mute
from domain.roles import Role
from models import chats, entrances, members
from models.entrances import Entrance, State
from services import asking, greeting, raids
from services.closing import can_close
from services.roles import role_in
from services.welcoming import LATE, welcome

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.people import Sighting
    from models.work import Work
    from services.asking import Door


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """Somebody comes in at a date, or asks to be let in.

    `inviter_id` is who brought them, when somebody did; `by_request` that their request was granted; `restricted`
    that they come with a restriction laid on them before.
    """

    chat_id: int
    who: Sighting
    at: datetime
    inviter_id: int | None = None
    by_request: bool = False
    restricted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Objection:
    """Why somebody may not simply come in: what is to be done, and whether that keeps them out."""

    effects: tuple[Effect, ...]
    keeps_out: bool = True


class Check(Protocol):
    """Looks at somebody who comes in or asks to: an impersonator, somebody banned elsewhere."""

    async def __call__(self, work: Work, arrival: Arrival, door: Door) -> Objection | None:
        """What is to be said against it, if anything."""
        ...


# The checks at the door, in order. A feature adds its line here.
CHECKS: tuple[Check, ...] = ()


async def arrive(work: Work, arrival: Arrival, door: Door, *, checks: tuple[Check, ...] = CHECKS) -> list[Effect]:
    """Somebody is in the chat now: held in a raid, asked for proof, or welcomed."""
    chat_id, who = arrival.chat_id, arrival.who
    if who.is_bot:
        return []
    if await raids.is_on(work, chat_id) and not await _is_brought(work, arrival):
        await entrances.hold_many(work, [(chat_id, who.user_id, arrival.at)])
        return []
    if await _is_raided(work, arrival, door):
        await entrances.hold_many(work, [(chat_id, who.user_id, arrival.at)])
        until = door.now + timedelta(minutes=door.settings.raid.minutes)
        return await raids.begin(work, chat_id=chat_id, settings=door.settings, now=door.now, until=until)
    await _count(work, chat_id, door, "joined")
    known = await entrances.find(work, chat_id=chat_id, user_id=who.user_id)
    if known is not None and _goes_on(known, door):
        await entrances.put(work, replace(known, joined_at=arrival.at))
        return [Mute(chat_id=chat_id, user_id=who.user_id, until=None)] if known.muted else []
    said: list[Effect] = []
    for check in checks:
        objection = await check(work, arrival, door)
        if objection is not None:
            said += objection.effects
            if objection.keeps_out:
                return said
    return [*said, *await _let_in(work, arrival, known, door)]


async def request(
    work: Work, arrival: Arrival, door: Door, *, place_id: int, checks: tuple[Check, ...] = CHECKS
) -> list[Effect]:
    """Somebody asks to be let in: they are asked for proof at `place_id` in private, where the chat wants that."""
    chat_id, user_id = arrival.chat_id, arrival.who.user_id
    if await raids.is_on(work, chat_id):
        return [Decline(chat_id=chat_id, user_id=user_id)]
    wanted = door.settings.entrance
    if wanted.way == "off" or wanted.where != "request" or door.now - arrival.at > LATE:
        return []
    known = await entrances.find(work, chat_id=chat_id, user_id=user_id)
    if known is not None and known.by_request and _goes_on(known, door):
        return await asking.ask(work, known, door)
    for check in checks:
        objection = await check(work, arrival, door)
        if objection is not None and objection.keeps_out:
            return [*objection.effects, Decline(chat_id=chat_id, user_id=user_id)]
    await _count(work, chat_id, door, "challenged")
    entrance = _new(arrival, door, way=wanted.way)
    return await asking.ask(work, replace(entrance, by_request=True, place_id=place_id), door)


async def leave(work: Work, *, chat_id: int, who: Sighting, at: datetime, door: Door) -> list[Effect]:
    """Somebody left by themselves: say goodbye where that is wanted, but not to who never was let in."""
    if not door.settings.welcome.goodbye or who.is_bot or door.now - at > LATE or await raids.is_on(work, chat_id):
        return []
    known = await entrances.find(work, chat_id=chat_id, user_id=who.user_id)
    if known is not None and known.state not in {State.ADMITTED, State.PASSED, State.RELEASED}:
        return []
    language = _language(who)
    return await greeting.send(
        work,
        chat_id=chat_id,
        kind="goodbye",
        user_ids=[who.user_id],
        settings=door.settings,
        language=language or "",
    )


async def line_of_coming(work: Work, *, chat_id: int, user_id: int, message_id: int) -> None:
    """Keep which message tells that somebody came: it goes with them, should they be turned away."""
    await entrances.note_join_messages(work, [(chat_id, user_id, message_id)])


async def line_of_going(work: Work, *, chat_id: int, user_id: int, message_id: int) -> list[Effect]:
    """What becomes of the message that tells that the bot sent somebody away."""
    known = await entrances.find(work, chat_id=chat_id, user_id=user_id)
    if known is None or known.state not in {State.FAILED, State.TIMED_OUT, State.REMOVED}:
        return []
    if known.state is State.REMOVED and await raids.is_on(work, chat_id):
        await entrances.note_join_messages(work, [(chat_id, user_id, message_id)])
        return []
    return [Delete(chat_id=chat_id, message_ids=(message_id,))]


async def _is_raided(work: Work, arrival: Arrival, door: Door) -> bool:
    """Whether this is one join too many, and something can be done about it."""
    least = door.settings.raid.joins
    if not await raids.is_raided(work, arrival.chat_id, at=arrival.at, least=least):
        return False
    return door.now - arrival.at <= LATE and await can_close(work, arrival.chat_id)


async def _let_in(work: Work, arrival: Arrival, known: Entrance | None, door: Door) -> list[Effect]:
    """Ask for proof where the chat wants it of this person; else welcome them."""
    way = door.settings.entrance.way
    if way == "off" or await _is_exempt(work, arrival, known, door):
        state = State.PASSED if known is not None and known.state is State.PASSED else State.ADMITTED
        entrance = replace(_new(arrival, door, way="off"), state=state, due_at=None)
        await entrances.put(work, entrance)
        gone = await asking.take_away(work, known) if known is not None and known.state in entrances.UNDECIDED else []
        return [*gone, *await welcome(work, entrance, settings=door.settings, at=arrival.at, now=door.now)]
    await _count(work, arrival.chat_id, door, "challenged")
    entrance = replace(_new(arrival, door, way=way), muted=True)
    mute = Mute(chat_id=arrival.chat_id, user_id=arrival.who.user_id, until=None)
    return [mute, *await asking.ask(work, entrance, door)]


def _new(arrival: Arrival, door: Door, *, way: str) -> Entrance:
    return Entrance(
        chat_id=arrival.chat_id,
        user_id=arrival.who.user_id,
        state=State.PENDING,
        joined_at=arrival.at,
        way=way,
        language=_language(arrival.who),
        due_at=door.now + timedelta(seconds=door.settings.entrance.seconds),
    )


async def _is_exempt(work: Work, arrival: Arrival, known: Entrance | None, door: Door) -> bool:
    """Whether somebody need not show anything: brought by a manager, let in before, or nothing could be done."""
    chat_id, user_id = arrival.chat_id, arrival.who.user_id
    if arrival.by_request or arrival.restricted or door.now - arrival.at > LATE:
        return True
    if known is not None and known.state is State.PASSED:
        return True
    chat = await chats.find(work, chat_id)
    if (chat is not None and chat.kind == "group") or not await can_close(work, chat_id):
        return True
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    if member is not None and member.approved_at is not None:
        return True
    return await role_in(work, chat_id=chat_id, user_id=user_id) > Role.MEMBER or await _is_brought(work, arrival)


async def _is_brought(work: Work, arrival: Arrival) -> bool:
    """Whether somebody who may manage the chat brought them in."""
    if arrival.inviter_id is None:
        return False
    return await role_in(work, chat_id=arrival.chat_id, user_id=arrival.inviter_id) >= Role.MANAGER


def _goes_on(known: Entrance, door: Door) -> bool:
    """Whether what somebody was asked before still waits for an answer."""
    return known.state in entrances.UNDECIDED and known.due_at is not None and known.due_at > door.now


def _language(who: Sighting) -> str | None:
    return (who.client_language or "").lower().partition("-")[0][:8] or None


async def _count(work: Work, chat_id: int, door: Door, what: str) -> None:
    await entrances.count(work, chat_id=chat_id, day=local_day(door.now, door.settings.timezone), what=what)
