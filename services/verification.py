"""How newcomers' answers count, and what time does when none comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Approve, Ban, Decline, Delete, Edit, Priority, Unban, Unmute
from domain.entrance.challenges import is_enough
from domain.phrases import phrase
from domain.refusals import Refusal
from models import chats, entrance_questions, entrances, members, messages, standing_messages
from models.entrances import State
from services import asking
from services.asking import Door
from services.closing import can_close
from services.settings import settings_of
from services.welcoming import welcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect
    from domain.phrases import Phrase
    from models.entrances import Entrance
    from models.work import Work

# Who is overdue for so long waited while nobody was at the door, and gets another chance.
OUTAGE, RESPITE = timedelta(seconds=30), timedelta(minutes=1)
AT_ONCE = 100
# Telegram lifts the ban of a kick by itself, should the call that does so not arrive.
KICKED_FOR = timedelta(hours=1)
MOST_DELETED = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """An answer to the challenge of one round, given under a message."""

    chat_id: int
    user_id: int
    round: int
    option: int
    message_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Graded:
    """What follows from an answer, and what the one who gave it is told."""

    effects: Sequence[Effect]
    said: Phrase


async def answer(work: Work, given: Answered, door: Door) -> Graded:
    """Grade an answer. Raises Refusal when it is none to what is asked now."""
    entrance = await entrances.find(work, chat_id=given.chat_id, user_id=given.user_id)
    if entrance is None or entrance.state is not State.PENDING or entrance.round != given.round:
        raise Refusal(phrase("common-button-expired"))
    is_right = given.option == entrance.challenge["answer"]
    if entrance.way == "questions":
        return await _to_question(work, entrance, door, is_right=is_right, message_id=given.message_id)
    if is_right:
        return await _pass(work, entrance, door, message_id=given.message_id)
    return await _wrong(work, entrance, door, message_id=given.message_id)


async def _to_question(work: Work, entrance: Entrance, door: Door, *, is_right: bool, message_id: int) -> Graded:
    """The next of the chat's own questions, or the result once there are no more."""
    entrance = replace(entrance, correct=entrance.correct + is_right)
    count = len(await entrance_questions.of_chat(work, entrance.chat_id))
    place = int(entrance.challenge.get("place", 0)) + 1
    if place < count:
        entrance = replace(entrance, challenge={"place": place})
        effects = await asking.ask(work, entrance, door, message_id=message_id)
        return Graded(effects=effects, said=phrase("entrance-next"))
    if is_enough(entrance.correct, of=max(1, count), pass_mark=door.settings.entrance.pass_mark):
        return await _pass(work, entrance, door, message_id=message_id)
    return await _wrong(work, replace(entrance, correct=0, challenge={}), door, message_id=message_id)


async def _pass(work: Work, entrance: Entrance, door: Door, *, message_id: int) -> Graded:
    """Let somebody in; who asked from outside is welcomed when they are there."""
    passed = replace(entrance, state=State.PASSED, decided_at=door.now, due_at=None, challenge={}, muted=False)
    await entrances.put(work, passed)
    await _count(work, entrance, door, "passed")
    if entrance.by_request:
        approve = Approve(chat_id=entrance.chat_id, user_id=entrance.user_id)
        said = await _last_words(work, entrance, "entrance-approved", door, pressed=message_id)
        return Graded(effects=[approve, *said], said=phrase("entrance-passed"))
    effects: list[Effect] = [Delete(chat_id=entrance.chat_id, message_ids=(message_id,))]
    if entrance.muted:
        effects.append(Unmute(chat_id=entrance.chat_id, user_id=entrance.user_id))
    effects += await welcome(work, passed, settings=door.settings, at=door.now, now=door.now)
    return Graded(effects=effects, said=phrase("entrance-passed"))


async def _wrong(work: Work, entrance: Entrance, door: Door, *, message_id: int) -> Graded:
    """One try less, or none left."""
    entrance = replace(entrance, tries=entrance.tries + 1)
    if entrance.tries >= door.settings.entrance.tries:
        effects = await _turn_away(work, entrance, State.FAILED, door)
        return Graded(effects=effects, said=phrase("entrance-failed"))
    is_picture = entrance.way == "picture"
    effects = await asking.ask(work, entrance, door, message_id=None if is_picture else message_id)
    return Graded(effects=effects, said=phrase("entrance-wrong"))


async def keep_time(work: Work, *, now: datetime) -> list[Effect]:
    """Decide about those whose time is over. To be called every few seconds; nobody is left muted for good."""
    effects: list[Effect] = []
    for entrance in await entrances.due(work, now=now, limit=AT_ONCE):
        door = Door(settings=await settings_of(work, entrance.chat_id), now=now)
        effects += await _time_over(work, entrance, door)
    return effects


async def _time_over(work: Work, entrance: Entrance, door: Door) -> list[Effect]:
    is_wanted = door.settings.entrance.way != "off" and entrance.way != "off"
    if not await _can_act(work, entrance):
        # Nothing can be done now; once it can, somebody who waited for that is let go.
        await entrances.put(work, replace(entrance, way="off", due_at=door.now + RESPITE))
        return []
    if not is_wanted:
        return await _release(work, entrance, door)
    if not entrance.by_request and not await _is_there(work, entrance):
        return await _let_go(work, entrance, door)
    if not entrance.respited and entrance.due_at is not None and door.now - entrance.due_at > OUTAGE:
        again = replace(entrance, respited=True, due_at=door.now + RESPITE)
        return await asking.ask(work, again, door)
    return await _turn_away(work, entrance, State.TIMED_OUT, door)


async def _can_act(work: Work, entrance: Entrance) -> bool:
    chat = await chats.find(work, entrance.chat_id)
    return (chat is None or chat.active) and await can_close(work, entrance.chat_id)


async def _is_there(work: Work, entrance: Entrance) -> bool:
    member = await members.find(work, chat_id=entrance.chat_id, user_id=entrance.user_id)
    return member is None or member.status in members.PRESENT


async def _release(work: Work, entrance: Entrance, door: Door) -> list[Effect]:
    """Nothing is asked here any more: let somebody speak; who asks from outside waits for a manager."""
    await _settle(work, entrance, State.RELEASED, door)
    effects: list[Effect] = [*await asking.take_away(work, entrance)]
    if entrance.muted:
        effects.append(Unmute(chat_id=entrance.chat_id, user_id=entrance.user_id))
    return effects


async def _let_go(work: Work, entrance: Entrance, door: Door) -> list[Effect]:
    """Who has gone takes no mute along, and leaves nothing behind."""
    await _settle(work, entrance, State.LEFT, door)
    member = await members.find(work, chat_id=entrance.chat_id, user_id=entrance.user_id)
    effects: list[Effect] = [*await asking.take_away(work, entrance), *await _traces(work, entrance)]
    if entrance.muted and member is not None and member.status == "left":
        effects.append(Unmute(chat_id=entrance.chat_id, user_id=entrance.user_id))
    return effects


async def _turn_away(work: Work, entrance: Entrance, state: State, door: Door) -> list[Effect]:
    """Nothing harsher than a kick: they may come back and try again at once."""
    await _settle(work, entrance, state, door)
    await _count(work, entrance, door, str(state))
    if entrance.by_request:
        decline = Decline(chat_id=entrance.chat_id, user_id=entrance.user_id)
        return [decline, *await _last_words(work, entrance, "entrance-declined", door)]
    chat_id, user_id = entrance.chat_id, entrance.user_id
    return [
        *await asking.take_away(work, entrance),
        *await _traces(work, entrance),
        Ban(chat_id=chat_id, user_id=user_id, until=door.now + KICKED_FOR),
        Unban(chat_id=chat_id, user_id=user_id),
    ]


async def _traces(work: Work, entrance: Entrance) -> list[Effect]:
    """Everything somebody left in the chat: the line that tells of them, and what they wrote before it was asked."""
    ids = await messages.ids_written(
        work, chat_id=entrance.chat_id, user_id=entrance.user_id, since=entrance.joined_at, limit=MOST_DELETED
    )
    lines = [entrance.join_message] if entrance.join_message is not None else []
    gone = tuple(dict.fromkeys([*lines, *ids]))
    return [Delete(chat_id=entrance.chat_id, message_ids=gone)] if gone else []


async def _settle(work: Work, entrance: Entrance, state: State, door: Door) -> None:
    settled = replace(entrance, state=state, decided_at=door.now, due_at=None, greet_at=None, challenge={}, muted=False)
    await entrances.put(work, settled)


async def _last_words(
    work: Work, entrance: Entrance, key: str, door: Door, *, pressed: int | None = None
) -> list[Effect]:
    """What somebody is told in private in the end, in place of what they were asked.

    Telegram lets the bot write to a stranger only until the request is decided; what stands there may be changed.
    """
    place_id = entrance.place_id or entrance.user_id
    standing = await standing_messages.take(work, chat_id=place_id, place=asking.place_of(entrance))
    message_id = standing if pressed is None else pressed
    if message_id is None:
        return []
    chat = await chats.find(work, entrance.chat_id)
    return [
        Edit(
            chat_id=place_id,
            message_id=message_id,
            text=phrase(key, chat=chat.title if chat else ""),
            language=asking.language_of(entrance, door.settings),
            captioned=entrance.way == "picture",
            priority=Priority.MODERATION,
        )
    ]


async def _count(work: Work, entrance: Entrance, door: Door, what: str) -> None:
    day = local_day(door.now, door.settings.timezone)
    await entrances.count(work, chat_id=entrance.chat_id, day=day, what=what)
