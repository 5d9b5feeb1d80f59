"""Plain talk in groups: judged, counted and kept in bulk, without PTB's objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.translation import instant, sighting, translate
from domain.calendar import local_day, local_hour
from domain.messages import Origin
from domain.trust import is_worthy
from services import activity, chats, reacting
from services.activity import Heard
from services.judging import judge_all
from services.moderation import punish
from services.outbox import enqueue
from services.reacting import Reacted
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot import telegram_shapes as shapes
    from domain.effects import Effect
    from domain.messages import Message
    from domain.settings import ChatSettings
    from models.work import Work
    from services.words import Words


async def absorb(work: Work, words: Words, talk: Sequence[shapes.Update], *, now: datetime) -> bool:
    """Judge messages and edits, keep and count messages, edits and reactions, and enqueue what follows.

    Returns whether anything follows.
    """
    settings = await _meet_chats(work, talk, now=now)
    said = [(one.message, translate(one.message)) for one in talk if one.message is not None]
    edits = [
        (one.edited_message, translate(one.edited_message, edited=True))
        for one in talk
        if one.edited_message is not None
    ]
    judged = [message for _, message in (*said, *edits)]
    found = await judge_all(work, judged, settings=settings) if judged else []
    guilty = {one.message for one in found if one.judgement.hit is not None}
    fresh = await activity.record(
        work,
        [_heard(shape, message, settings, now=now, guilty=message in guilty) for shape, message in said],
    )
    for shape, message in edits:
        keeps_text = settings[message.chat_id].privacy.keeps_text(written_at=message.at, now=now)
        at = instant(shape.edit_date or shape.date)
        await activity.edit(work, message, at=at, keeps_text=keeps_text)
    await reacting.record(work, _reacted(talk, settings))
    effects: list[Effect] = []
    for judged_one in found:
        message = judged_one.message
        if message.edited or (message.chat_id, message.message_id) in fresh:
            effects += await punish(work, judged_one, settings=settings[message.chat_id], now=now)
    await enqueue(work, words, effects, now=now)
    return bool(effects)


async def _meet_chats(work: Work, talk: Sequence[shapes.Update], *, now: datetime) -> Mapping[int, ChatSettings]:
    """Settings by chat; a chat never seen is written down first."""
    settings: dict[int, ChatSettings] = {}
    for one in talk:
        shape = one.message or one.edited_message or one.message_reaction
        if shape is None or shape.chat.id in settings:
            continue
        chat = shape.chat
        await chats.see(work, chat_id=chat.id, kind=chat.type, title=chat.title or "", username=chat.username, now=now)
        if one.message is not None and one.message.is_automatic_forward and one.message.sender_chat is not None:
            await chats.link(work, chat_id=chat.id, linked=one.message.sender_chat.id, now=now)
        settings[chat.id] = await settings_of(work, chat.id)
    return settings


def _heard(
    shape: shapes.Message, message: Message, settings: Mapping[int, ChatSettings], *, now: datetime, guilty: bool
) -> Heard:
    own = settings[message.chat_id]
    is_person = message.origin in {Origin.MEMBER, Origin.BOT} and shape.sender is not None
    return Heard(
        message=message,
        sender=sighting(shape.sender) if is_person and shape.sender is not None else None,
        day=local_day(message.at, own.timezone),
        hour=local_hour(message.at, own.timezone),
        keeps_text=own.privacy.keeps_text(written_at=message.at, now=now),
        worthy=not guilty and is_worthy(message, own.rules.trust),
    )


def _reacted(talk: Sequence[shapes.Update], settings: Mapping[int, ChatSettings]) -> list[Reacted]:
    """Reactions of people; those of channels and anonymous admins belong to nobody."""
    reacted = []
    for one in talk:
        reaction = one.message_reaction
        if reaction is None or reaction.user is None or reaction.user.is_bot:
            continue
        at, timezone = instant(reaction.date), settings[reaction.chat.id].timezone
        reacted.append(
            Reacted(
                chat_id=reaction.chat.id,
                message_id=reaction.message_id,
                by=sighting(reaction.user),
                given=bool(reaction.new_reaction),
                at=at,
                day=local_day(at, timezone),
                hour=local_hour(at, timezone),
            )
        )
    return reacted
