"""Raids: noticed by the dates of joins, answered by closing the chat, cleared up in bulk, over by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Ban, Button, Delete, Priority, Send, Unban, Unmute
from domain.entrance import raids
from domain.phrases import Moment, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from models import audit, chats, closures, entrances, members, outbox, standing_messages
from models.closures import Closure
from models.entrances import State
from services import closing
from services.settings import settings_of
from services.tickets import managers_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.entrance.settings import Ending
    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from models.entrances import Entrance
    from models.work import Work

RAID = "raid"
END, BAN, ADMIT = "raid-end", "raid-ban", "raid-admit"
# So many are seen to at a time, and no more while so many calls still wait.
AT_ONCE, MOST_WAITING = 200, 100
LINES_AT_ONCE = 1000
# Long enough for the calls to be made; whoever is let off is free to come back before.
KICKED_FOR = timedelta(hours=1)
WORTH_A_LOOK = timedelta(days=1)


async def is_on(work: Work, chat_id: int) -> bool:
    """Whether the chat is closed because of a raid."""
    return RAID in await closures.of_chat(work, chat_id)


async def is_raided(work: Work, chat_id: int, *, at: datetime, least: int) -> bool:
    """Somebody came in: whether that makes a raid, going by the joins' own dates."""
    remembered = work.cache.get(("joins", chat_id))
    if not isinstance(remembered, tuple):
        remembered = tuple(await entrances.joined_since(work, chat_id=chat_id, since=at - raids.WINDOW))
    joins = raids.recent(remembered, at)
    work.cache.put(("joins", chat_id), joins)
    return raids.is_raid(joins, least)


def joins_lately(work: Work, chat_id: int) -> int:
    """How many came in within the last minute, as noted before."""
    remembered = work.cache.get(("joins", chat_id))
    return len(remembered) if isinstance(remembered, tuple) else 0


async def begin(
    work: Work, *, chat_id: int, settings: ChatSettings, now: datetime, until: datetime, by: int | None = None
) -> list[Effect]:
    """Close the chat, hold who came in lately, tell the group and its managers."""
    since = now if by is not None else now - raids.WINDOW
    held = await entrances.hold_recent(work, chat_id=chat_id, since=since)
    effects: list[Effect] = [
        *await closing.close(
            work, Closure(chat_id=chat_id, reason="raid", closes="everything", since=now, until=until)
        ),
        *await _challenges_of(work, chat_id, held),
        _notice(chat_id, "raid-begun", until=until),
    ]
    await _write_down(work, chat_id, "raid", settings=settings, by=by, now=now)
    if by is None:
        effects += await _tickets(work, chat_id, settings, until=until)
    return effects


async def count_held(work: Work, chat_id: int) -> int:
    """How many came in during the raid and wait for what is decided about them."""
    return await entrances.count_held(work, chat_id)


async def choose(work: Work, *, chat_id: int, ending: Ending, by: int | None, now: datetime) -> int:
    """What is done with all who came in and will; how many they are by now. Raises Refusal when there is no raid."""
    closure = await _closure(work, chat_id)
    await closures.put(work, replace(closure, ending=ending))
    await _write_down(work, chat_id, f"raid_{ending}", settings=await settings_of(work, chat_id), by=by, now=now)
    return await entrances.count_held(work, chat_id)


async def end(work: Work, *, chat_id: int, by: int | None, now: datetime) -> list[Effect]:
    """Let it be over. Raises Refusal when there is no raid."""
    closure = await _closure(work, chat_id)
    settings = await settings_of(work, chat_id)
    await _write_down(work, chat_id, "raid_over", settings=settings, by=by, now=now)
    closure = replace(closure, until=now)
    await closures.put(work, closure)
    return await _tend(work, closure, now=now)


async def tend(work: Work, *, now: datetime) -> list[Effect]:
    """See to every raid: to those who came, to the lines that tell of them, to its end. To be called often."""
    effects: list[Effect] = []
    for closure in await closures.every(work):
        if closure.reason == RAID:
            effects += await _tend(work, closure, now=now)
    return effects


async def _tend(work: Work, closure: Closure, *, now: datetime) -> list[Effect]:
    chat_id, settings = closure.chat_id, await settings_of(work, closure.chat_id)
    is_over = closure.until is not None and closure.until <= now
    if is_over and closure.ending is None:
        closure = replace(closure, ending=settings.raid.action)
        await closures.put(work, closure)
    lines = await entrances.take_join_messages(work, chat_id=chat_id, limit=LINES_AT_ONCE)
    effects: list[Effect] = [Delete(chat_id=chat_id, message_ids=tuple(lines), priority=Priority.POST)] if lines else []
    if closure.ending is None:
        return effects
    waiting = await outbox.count_waiting(work, chat_id=chat_id, priority=Priority.DIGEST)
    if waiting >= MOST_WAITING:
        return effects
    held = await entrances.held(work, chat_id=chat_id, limit=AT_ONCE)
    effects += await _see_off(work, held, closure.ending, settings=settings, now=now)
    if is_over and not held and not waiting:
        effects += await closing.reopen(work, chat_id=chat_id, reason="raid")
        # Whoever came in during this raid makes no other one with the next guest.
        work.cache.put(("joins", chat_id), ())
        effects.append(_notice(chat_id, "raid-over"))
    return effects


async def _see_off(
    work: Work, held: Sequence[Entrance], ending: Ending, *, settings: ChatSettings, now: datetime
) -> list[Effect]:
    """What becomes of some of those held; who has gone by now is left alone."""
    if not held:
        return []
    chat_id = held[0].chat_id
    known = await members.find_many(work, [(chat_id, entrance.user_id) for entrance in held])
    there = {user_id for (_, user_id), member in known.items() if member.status in members.PRESENT}
    day = local_day(now, settings.timezone)
    await entrances.count(work, chat_id=chat_id, day=day, what="joined", more=len(held))
    state = State.ADMITTED if ending == "admit" else State.REMOVED
    await entrances.decide(
        work, chat_id=chat_id, user_ids=[entrance.user_id for entrance in held], state=state, now=now
    )
    effects: list[Effect] = []
    for entrance in held:
        user_id = entrance.user_id
        if ending == "admit":
            effects += [Unmute(chat_id=chat_id, user_id=user_id)] if entrance.muted else []
        elif user_id in there:
            span = KICKED_FOR if ending == "kick" else timedelta(hours=settings.raid.ban_hours)
            effects.append(Ban(chat_id=chat_id, user_id=user_id, until=now + span, priority=Priority.DIGEST))
            if ending == "kick":
                effects.append(Unban(chat_id=chat_id, user_id=user_id, priority=Priority.DIGEST))
    return effects


async def _closure(work: Work, chat_id: int) -> Closure:
    closure = (await closures.of_chat(work, chat_id)).get("raid")
    if closure is None:
        raise Refusal(phrase("raid-none"))
    return closure


async def _challenges_of(work: Work, chat_id: int, held: Sequence[Entrance]) -> list[Effect]:
    """What those held were asked is asked no longer."""
    places = [f"entrance:{entrance.user_id}" for entrance in held if entrance.state in entrances.UNDECIDED]
    found = [await standing_messages.take(work, chat_id=chat_id, place=place) for place in places]
    ids = tuple(message_id for message_id in found if message_id is not None)
    return [Delete(chat_id=chat_id, message_ids=ids, priority=Priority.POST)] if ids else []


def _notice(chat_id: int, key: str, *, until: datetime | None = None) -> Send:
    text = phrase(key) if until is None else phrase(key, until=Moment(at=until))
    return Send(chat_id=chat_id, text=text, purpose="notice", place="raid", priority=Priority.REPLY)


async def _tickets(work: Work, chat_id: int, settings: ChatSettings, *, until: datetime) -> list[Effect]:
    chat = await chats.find(work, chat_id)
    title = chat.title if chat and chat.title else str(chat_id)
    lines = (
        phrase("raid-ticket", chat=title, joins=settings.raid.joins, until=Moment(at=until)),
        phrase("raid-then", ending=phrase(f"raid-ending-{settings.raid.action}")),
    )
    return [
        Send(
            chat_id=place,
            text=Page(lines=lines),
            keyboard=keyboard(chat_id),
            purpose="review",
            language=settings.language if place < 0 else None,
            priority=Priority.REPLY,
            expires_after=WORTH_A_LOOK,
        )
        for place in await managers_places(work, chat_id, settings)
    ]


def keyboard(chat_id: int, *, banning: int | None = None) -> Keyboard:
    """What managers can do about a raid; `banning` so many is asked once more."""
    sure = banning is not None
    label = phrase("raid-button-ban") if banning is None else phrase("raid-button-ban-sure", count=banning)
    return (
        (_button(chat_id, END, phrase("raid-button-end")),),
        (_button(chat_id, BAN, label, sure=sure),),
        (_button(chat_id, ADMIT, phrase("raid-button-admit")),),
    )


def _button(chat_id: int, action: str, label: Phrase, *, sure: bool = False) -> Button:
    return Button(label=label, action=action, arguments={"sure": sure}, permission=Role.MANAGER, chat_id=chat_id)


async def _write_down(
    work: Work, chat_id: int, action: str, *, settings: ChatSettings, by: int | None, now: datetime
) -> None:
    day = local_day(now, settings.timezone)
    await audit.add(work, chat_id=chat_id, day=day, at=now, actor_id=by, action=action)
