"""Taking over a chat's past from an export: the same facts and roll-ups as if the bot had been there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.calendar import local_day, local_hour
from domain.exports import JOINED, TOPIC_CREATED, Record, translate, user_of
from domain.messages import Message, Origin
from domain.people import Sighting
from models import messages
from models.messages import Place
from services import activity, membership, reacting
from services.activity import Heard
from services.reacting import Reacted
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.settings import ChatSettings
    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """Somebody came into the chat, or went."""

    who: Sighting
    came: bool
    at: datetime


async def take_over(
    work: Work, records: Sequence[Record], *, chat_id: int, usernames: Mapping[int, str], now: datetime
) -> int:
    """Record entries of an export, in its order; returns how many messages were new. Twice is once.

    Of messages older than the chat keeps texts, the text is not kept.
    """
    settings = await settings_of(work, chat_id)
    places = await messages.places(work, chat_id=chat_id, message_ids=_answered(records))
    placed = {record.id: _placed(record, chat_id, places) for record in records}
    mentioned = {name for message in placed.values() if message for name in message.mentioned_names}
    waiting: list[Heard] = []
    kept = 0
    for record in records:
        message = placed[record.id]
        if message is not None:
            waiting.append(_heard(message, settings, usernames, now=now))
        step = _step(record, usernames)
        if step is None:
            continue
        if (step.who.username or "").lower() in mentioned:
            # Who is known by name from here on was not known to those who wrote before.
            kept += len(await activity.record(work, waiting))
            waiting = []
        await _walk(work, step, chat_id=chat_id, timezone=settings.timezone)
    kept += len(await activity.record(work, waiting))
    for record in records:
        if record.reactions and placed[record.id] is not None:
            await _react(work, record, chat_id=chat_id, usernames=usernames, timezone=settings.timezone)
    return kept


def _answered(records: Sequence[Record]) -> set[int]:
    own = {record.id for record in records}
    return {
        record.reply_to_message_id
        for record in records
        if record.reply_to_message_id is not None and record.reply_to_message_id not in own
    }


def _placed(record: Record, chat_id: int, places: dict[int, Place]) -> Message | None:
    """The entry as a message in its topic, answering whom it answers; its own place is noted for those after it."""
    if record.action == TOPIC_CREATED:
        places[record.id] = Place(user_id=None, thread_id=record.id, is_topic=True)
        return _topic(record, chat_id)
    message = translate(record, chat_id=chat_id) if record.type == "message" else None
    if message is None:
        return None
    replied = places.get(message.reply_to_message or 0)
    thread_id = None if replied is None else replied.thread_id
    if replied is not None and replied.is_topic:
        message = replace(message, reply_to_message=None)
    author = None if replied is None or message.reply_to_message is None else replied.user_id
    is_person = message.origin is Origin.MEMBER
    places[message.message_id] = Place(
        user_id=message.sender_id if is_person else None, thread_id=thread_id, is_topic=False
    )
    return replace(message, thread_id=thread_id, reply_to_user=None if author == message.sender_id else author)


def _topic(record: Record, chat_id: int) -> Message:
    """The service message that opened a topic: kept, so that what answers it is known to be in the topic."""
    return Message(
        chat_id=chat_id,
        message_id=record.id,
        at=record.at,
        origin=Origin.SERVICE,
        sender_id=None,
        sender_name=record.actor or "",
        kind=TOPIC_CREATED,
        thread_id=record.id,
    )


def _heard(message: Message, settings: ChatSettings, usernames: Mapping[int, str], *, now: datetime) -> Heard:
    sender = None
    if message.origin is Origin.MEMBER and message.sender_id is not None:
        sender = Sighting(
            user_id=message.sender_id, name=message.sender_name, username=usernames.get(message.sender_id)
        )
    return Heard(
        message=message,
        sender=sender,
        day=local_day(message.at, settings.timezone),
        hour=local_hour(message.at, settings.timezone),
        keeps_text=settings.privacy.keeps_text(written_at=message.at, now=now),
    )


def _step(record: Record, usernames: Mapping[int, str]) -> Step | None:
    """Who came by a link or request, or came and went by themselves; of others the export tells no ids."""
    actor = user_of(record.actor_id)
    if record.type != "service" or actor is None:
        return None
    alone = record.members == (record.actor,)
    came = record.action in JOINED or (record.action == "invite_members" and alone)
    if not came and not (record.action == "remove_members" and alone):
        return None
    who = Sighting(user_id=actor, name=record.actor or "", username=usernames.get(actor))
    return Step(who=who, came=came, at=record.at)


async def _walk(work: Work, step: Step, *, chat_id: int, timezone: str) -> None:
    await membership.change(
        work,
        chat_id=chat_id,
        who=step.who,
        was="left" if step.came else "member",
        status="member" if step.came else "left",
        at=step.at,
        timezone=timezone,
    )


async def _react(work: Work, record: Record, *, chat_id: int, usernames: Mapping[int, str], timezone: str) -> None:
    """Reactions of those whom the export names."""
    reacted = [
        Reacted(
            chat_id=chat_id,
            message_id=record.id,
            by=Sighting(user_id=user_id, name=name, username=usernames.get(user_id)),
            given=True,
            at=at,
            day=local_day(at, timezone),
            hour=local_hour(at, timezone),
        )
        for user_id, (at, name) in record.reactors.items()
    ]
    await reacting.record(work, reacted)
