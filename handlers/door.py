"""People at the door: those who come in and go, those who ask to be let in, and what newcomers answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import ChatJoinRequestHandler

from domain.effects import Answer
from domain.people import Sighting, full_name
from domain.settings import LANGUAGES
from handlers.command import ButtonAction
from services import asking, door, verification
from services.asking import Door
from services.crowds import Coming
from services.door import Arrival
from services.outbox import enqueue
from services.settings import settings_of
from services.verification import Answered

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Chat, Update, User
    from telegram.ext import BaseHandler

    from domain.effects import Effect
    from handlers.desk import Company, Context, Visit
    from handlers.turn import Turn

OUTSIDE, INSIDE = frozenset({"left", "kicked"}), "member"
GROUPS = frozenset({"group", "supergroup"})


def handlers(company: Company, group: int) -> tuple[tuple[int, BaseHandler[Update, Context, None]], ...]:
    """The handler of requests to be let in."""
    return ((group, ChatJoinRequestHandler(partial(asked_in, company))),)


async def asked_in(company: Company, update: Update, context: Context) -> None:
    """Somebody asks to be let in."""
    wanted = update.chat_join_request
    if wanted is None or wanted.chat.type not in GROUPS:
        return
    visit = context.bot_data.visits[update.update_id]
    arrival = Arrival(chat_id=wanted.chat.id, who=sighting(wanted.from_user), at=wanted.date)
    at_door = await _door(visit, wanted.chat)
    effects = await door.request(visit.work, arrival, at_door, place_id=wanted.user_chat_id)
    await enqueue(visit.work, company.words, effects, now=visit.now)


async def came_in(company: Company, visit: Visit, chat: Chat, arrival: Arrival) -> None:
    """Somebody is in the chat now."""
    if chat.type in GROUPS:
        await _do(company, visit, await door.arrive(visit.work, arrival, await _door(visit, chat)))


async def line_of_coming(visit: Visit, chat: Chat, user: User, message_id: int) -> None:
    """A message tells that somebody came."""
    await door.line_of_coming(visit.work, chat_id=chat.id, user_id=user.id, message_id=message_id)


async def went_out(company: Company, visit: Visit, chat: Chat, user: User, at: datetime) -> None:
    """Somebody left by themselves."""
    if chat.type in GROUPS:
        at_door = await _door(visit, chat)
        effects = await door.leave(visit.work, chat_id=chat.id, who=sighting(user), at=at, door=at_door)
        await _do(company, visit, effects)


async def line_of_going(company: Company, visit: Visit, chat: Chat, user: User, message_id: int) -> None:
    """A message tells that the bot sent somebody away."""
    effects = await door.line_of_going(visit.work, chat_id=chat.id, user_id=user.id, message_id=message_id)
    await _do(company, visit, effects)


def coming_of(update: Update) -> Coming | None:
    """Who came in by themselves, when that is all an update tells."""
    moved, message = update.chat_member, update.message
    if moved is not None:
        user = moved.new_chat_member.user
        came = moved.old_chat_member.status in OUTSIDE and moved.new_chat_member.status == INSIDE
        if not came or moved.via_join_request or moved.from_user.id != user.id or user.is_bot:
            return None
        return Coming(chat_id=moved.chat.id, who=sighting(user), at=moved.date)
    if message is None or message.from_user is None or len(message.new_chat_members) != 1:
        return None
    user = message.new_chat_members[0]
    if message.from_user.id != user.id or user.is_bot:
        return None
    return Coming(chat_id=message.chat.id, who=sighting(user), at=message.date, message_id=message.message_id)


async def answer(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """A newcomer pressed one of the buttons they were given."""
    query = turn.update.callback_query
    if turn.user_id is None or turn.message_id is None or query is None:
        return
    given = Answered(
        chat_id=turn.about_chat,
        user_id=turn.user_id,
        round=int(arguments["round"] or 0),
        option=int(arguments["option"] or 0),
        message_id=turn.message_id,
    )
    graded = await verification.answer(turn.work, given, Door(settings=turn.settings, now=turn.now))
    spoken = (query.from_user.language_code or "").lower().partition("-")[0]
    language = spoken if spoken in LANGUAGES else turn.language
    turn.do(Answer(chat_id=turn.chat_id, query_id=query.id, text=graded.said, language=language), *graded.effects)


def sighting(user: User) -> Sighting:
    """A person as PTB shows them."""
    return Sighting(
        user_id=user.id,
        name=full_name(user.first_name, user.last_name),
        username=user.username,
        is_bot=user.is_bot,
        client_language=user.language_code,
    )


async def _door(visit: Visit, chat: Chat) -> Door:
    return Door(settings=await settings_of(visit.work, chat.id), now=visit.now)


async def _do(company: Company, visit: Visit, effects: list[Effect]) -> None:
    if effects:
        await enqueue(visit.work, company.words, effects, now=visit.now)


BUTTONS = (ButtonAction(name=asking.ANSWER, run=answer),)
