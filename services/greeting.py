"""Greeting who comes and who goes, with the chat's own words or Steward's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Button, LinkButton, Media, Send
from domain.entrance.greetings import Filled, Guest, Occasion, check, fill, with_scheme
from domain.phrases import Markup, Person, phrase
from domain.reports.lists import joined
from domain.roles import Role
from models import audit, chats, entrances, greetings, members, people
from services.chance import CHANCE
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.entrance.challenges import Chance
    from domain.entrance.greetings import Greeting, GreetingKind, Link
    from domain.phrases import Phrase, Text
    from domain.settings import ChatSettings
    from models.work import Work

RULES = "greeting-rules"
GREETABLE_FOR = timedelta(minutes=5)
COUNT = "{count}"
NAMED = 10


async def send(
    work: Work,
    *,
    chat_id: int,
    kind: GreetingKind,
    user_ids: Sequence[int],
    settings: ChatSettings,
    language: str = "",
    to: int | None = None,
    chance: Chance = CHANCE,
) -> list[Effect]:
    """Greet people in a chat, or show in `to` how that would look."""
    guests = [await _guest(work, user_id) for user_id in user_ids]
    own = pick(await greetings.by_language(work, chat_id=chat_id, kind=kind), language)
    where, is_preview = (chat_id, False) if to is None else (to, True)
    minutes = timedelta(minutes=settings.welcome.minutes)
    text: Text = _standard(kind, guests)
    filled = Filled(html="")
    if own is not None:
        filled = fill(own.html, guests, await _occasion(work, chat_id, own, len(guests)), chance)
        text = Markup(html=filled.html)
    return [
        Send(
            chat_id=where,
            text=text,
            keyboard=_keyboard(chat_id, filled),
            media=_media(own),
            language=settings.language,
            silent="nonotif" in filled.switches,
            protected="protect" in filled.switches,
            preview="preview" in filled.switches,
            purpose="greeting",
            place=None if is_preview else kind,
            delete_after=None if is_preview or not minutes else minutes,
            expires_after=GREETABLE_FOR,
        )
    ]


async def greet_together(work: Work, *, now: datetime) -> list[Effect]:
    """Welcome those who came in a crowd with one message a chat. To be called every few seconds."""
    effects: list[Effect] = []
    for chat_id in await entrances.chats_to_greet(work, now=now):
        user_ids = await entrances.take_guests(work, chat_id)
        settings = await settings_of(work, chat_id)
        if settings.welcome.enabled:
            effects += await send(work, chat_id=chat_id, kind="welcome", user_ids=user_ids, settings=settings)
    return effects


async def put(
    work: Work,
    *,
    chat_id: int,
    kind: GreetingKind,
    language: str,
    greeting: Greeting,
    by: int | None,
    timezone: str,
    now: datetime,
) -> None:
    """Keep a chat's own words. Raises Refusal for what could not be sent."""
    check(greeting.html, with_media=greeting.media_kind is not None)
    await greetings.put(work, chat_id=chat_id, kind=kind, language=language, greeting=greeting, by=by, at=now)
    day = local_day(now, timezone)
    await audit.add(work, chat_id=chat_id, day=day, at=now, actor_id=by, action=kind, details={"language": language})


async def reset(work: Work, *, chat_id: int, kind: GreetingKind, by: int | None, timezone: str, now: datetime) -> None:
    """Forget a chat's own words in every language."""
    await greetings.remove(work, chat_id=chat_id, kind=kind)
    day = local_day(now, timezone)
    await audit.add(work, chat_id=chat_id, day=day, at=now, actor_id=by, action=f"{kind}_reset")


async def sources(work: Work, *, chat_id: int, kind: GreetingKind) -> Mapping[str, Greeting]:
    """A chat's own words as they were written, by language."""
    return await greetings.by_language(work, chat_id=chat_id, kind=kind)


def pick(texts: Mapping[str, Greeting], language: str) -> Greeting | None:
    """The text in somebody's language, else the one for everybody, else any."""
    return texts.get(language) or texts.get("") or next(iter(texts.values()), None)


async def _guest(work: Work, user_id: int) -> Guest:
    person = await people.find(work, user_id)
    first, _, last = (person.name if person else str(user_id)).partition(" ")
    return Guest(user_id=user_id, first=first, last=last, username=(person.username if person else None) or "")


async def _occasion(work: Work, chat_id: int, greeting: Greeting, guests: int) -> Occasion:
    chat = await chats.find(work, chat_id)
    count = await members.count_present(work, chat_id) if COUNT in greeting.html else 0
    more = f" +{guests - NAMED}" if guests > NAMED else ""
    return Occasion(chat_name=chat.title if chat else "", members=count, and_more=more, rules_label="")


def _standard(kind: GreetingKind, guests: Sequence[Guest]) -> Text:
    people_ = joined([phrase("greetings-guest", person=_person(guest)) for guest in guests[:NAMED]])
    rest = max(0, len(guests) - NAMED)
    return phrase(f"greetings-standard-{kind}", guests=people_, rest=rest)


def _person(guest: Guest) -> Person:
    return Person(user_id=guest.user_id, name=guest.full)


def _media(own: Greeting | None) -> Media | None:
    if own is None or own.media_kind is None:
        return None
    return Media(kind=own.media_kind, file_id=own.file_id)


def _keyboard(chat_id: int, filled: Filled) -> Keyboard:
    return tuple(tuple(_button(chat_id, link) for link in row) for row in filled.rows)


def _button(chat_id: int, link: Link) -> Button | LinkButton:
    if link.url:
        return LinkButton(label=_label(link.label), url=with_scheme(link.url))
    label = _label(link.label) if link.label else phrase("greetings-rules")
    return Button(label=label, action=RULES, permission=Role.MEMBER, chat_id=chat_id)


def _label(text: str) -> Phrase:
    return phrase("greetings-button", text=text)
