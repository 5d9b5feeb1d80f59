"""What newcomers are asked, and how it is shown to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.effects import Button, Delete, Edit, Media, Priority, Send
from domain.entrance import challenges
from domain.entrance.challenges import Challenge, Chance
from domain.phrases import BLANK, Page, Person, phrase
from domain.roles import Role
from domain.settings import LANGUAGES, ChatSettings
from models import chats, entrance_questions, entrances, people, standing_messages
from models.entrances import State
from services.chance import CHANCE
from services.rules import rules_of
from services.settings import settings_of

if TYPE_CHECKING:
    from domain.effects import Effect, Keyboard
    from domain.phrases import Phrase
    from models.entrances import Entrance
    from models.work import Work

ANSWER = "entrance"
A_ROW = 4
# An answer counts as long as the message stands; it goes by itself a little later, should all else fail.
SPARE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Door:
    """What deciding at a chat's door takes."""

    settings: ChatSettings
    now: datetime
    chance: Chance = CHANCE


def place_of(entrance: Entrance) -> str:
    """The name under which what somebody is asked stands where they are asked it."""
    return f"entrance:{entrance.chat_id if entrance.by_request else entrance.user_id}"


async def ask(work: Work, entrance: Entrance, door: Door, *, message_id: int | None = None) -> list[Effect]:
    """Put the next challenge to somebody, in place of the message that asked before.

    A picture is drawn first, by whoever looks for `to_draw`, and then shown with `show_picture`.
    """
    place = int(entrance.challenge.get("place", 0))
    way, challenge = await _make(work, entrance, place, door.chance)
    kept = {
        "place": place,
        "answer": challenge.answer,
        "options": [str(option.values.get("text", "")) for option in challenge.options],
        "code": challenge.code,
    }
    asked = replace(
        entrance,
        way=way,
        challenge=kept,
        round=entrance.round + 1,
        state=State.DRAWING if challenge.code else State.PENDING,
    )
    await entrances.put(work, asked)
    if challenge.code:
        return []
    message = await _message(work, asked, challenge, door)
    if message_id is None:
        return [message]
    return [
        Edit(
            chat_id=message.chat_id,
            message_id=message_id,
            text=message.text,
            keyboard=message.keyboard,
            language=message.language,
            priority=Priority.MODERATION,
        )
    ]


async def show_picture(work: Work, entrance: Entrance, picture: bytes, *, now: datetime) -> list[Effect]:
    """The picture is drawn: show it, unless it is wanted no longer."""
    current = await entrances.find(work, chat_id=entrance.chat_id, user_id=entrance.user_id)
    if current is None or current.state is not State.DRAWING or current.round != entrance.round:
        return []
    options = tuple(phrase("entrance-option", text=str(text)) for text in current.challenge["options"])
    challenge = Challenge(text=phrase("entrance-picture"), options=options, answer=current.challenge["answer"])
    await entrances.put(work, replace(current, state=State.PENDING))
    door = Door(settings=await settings_of(work, entrance.chat_id), now=now)
    message = await _message(work, current, challenge, door)
    return [replace(message, media=Media(kind="photo", content=picture))]


async def take_away(work: Work, entrance: Entrance) -> list[Effect]:
    """Remove what somebody was asked."""
    place_id = entrance.chat_id if entrance.place_id is None else entrance.place_id
    message_id = await standing_messages.take(work, chat_id=place_id, place=place_of(entrance))
    if message_id is None:
        return []
    return [Delete(chat_id=place_id, message_ids=(message_id,), priority=Priority.MODERATION)]


def language_of(entrance: Entrance, settings: ChatSettings) -> str:
    """The language somebody is asked in: their client's when it is spoken here, else the chat's."""
    return entrance.language if entrance.language in LANGUAGES else settings.language


async def _make(work: Work, entrance: Entrance, place: int, chance: Chance) -> tuple[str, Challenge]:
    """A challenge of the entrance's way; without questions of its own a chat asks for a button."""
    match entrance.way:
        case "arithmetic":
            return entrance.way, challenges.arithmetic(chance)
        case "picture":
            return entrance.way, challenges.picture(chance)
        case "questions":
            questions = await entrance_questions.of_chat(work, entrance.chat_id)
            if questions:
                return entrance.way, challenges.own(questions, min(place, len(questions) - 1), chance)
            return "button", challenges.simple("button")
        case "rules":
            return entrance.way, challenges.simple("rules")
        case _:
            return "button", challenges.simple("button")


async def _message(work: Work, entrance: Entrance, challenge: Challenge, door: Door) -> Send:
    """The challenge as a message, which goes when its time is over."""
    left = max(SPARE, (entrance.due_at or door.now) - door.now)
    return Send(
        chat_id=entrance.chat_id if entrance.place_id is None else entrance.place_id,
        text=await _text(work, entrance, challenge, door, left=left),
        keyboard=_keyboard(entrance, challenge),
        language=language_of(entrance, door.settings),
        purpose="challenge",
        place=place_of(entrance),
        expires_after=left,
        delete_after=None if entrance.by_request else left + SPARE,
    )


async def _text(work: Work, entrance: Entrance, challenge: Challenge, door: Door, *, left: timedelta) -> Page:
    person = await people.find(work, entrance.user_id)
    chat = await chats.find(work, entrance.chat_id)
    lines: list[Phrase] = [
        phrase(
            "entrance-hello",
            person=Person(user_id=entrance.user_id, name=person.name if person else str(entrance.user_id)),
            chat=chat.title if chat else "",
            left=timedelta(seconds=int(left.total_seconds())),
        )
    ]
    if entrance.way == "rules":
        rules = await rules_of(work, entrance.chat_id)
        lines += [BLANK, *(phrase("rules-line", number=str(rule.number), text=rule.text) for rule in rules), BLANK]
    lines.append(challenge.text)
    if entrance.tries:
        lines.append(phrase("entrance-tries-left", count=max(1, door.settings.entrance.tries - entrance.tries)))
    return Page(lines=tuple(lines))


def _keyboard(entrance: Entrance, challenge: Challenge) -> Keyboard:
    buttons = [
        Button(
            label=label,
            action=ANSWER,
            arguments={"round": entrance.round, "option": place},
            permission=Role.MEMBER,
            chat_id=entrance.chat_id,
            presser_id=entrance.user_id,
        )
        for place, label in enumerate(challenge.options)
    ]
    a_row = 1 if entrance.way == "questions" else A_ROW
    return tuple(tuple(buttons[start : start + a_row]) for start in range(0, len(buttons), a_row))
