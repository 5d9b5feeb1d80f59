"""Recording what members do: messages and reactions, kept once and rolled up at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from domain.messages import Message, Origin, facts_of
from domain.questions import is_question
from models import members, messages, people, rollups
from models.members import Presence
from models.messages import MessageRow
from models.rollups import Counts
from services import reacting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from domain.people import Sighting
    from models.work import Work


class Heard(Struct, frozen=True, kw_only=True):
    """A message to record. `sender` is its author when a person; `day` and `hour` are local to the chat.

    `worthy` is a message that earns its author trust.
    """

    message: Message
    sender: Sighting | None
    day: date
    hour: int
    keeps_text: bool
    worthy: bool = False


async def record(work: Work, heard: Sequence[Heard]) -> set[tuple[int, int]]:
    """Keep and count messages that were not kept yet, in the order given; returns their (chat_id, message_id).

    Calling it again with the same messages changes nothing.
    """
    fresh = await _fresh(work, heard)
    if not fresh:
        return set()
    names = await people.ids_of_usernames(work, {name for item in fresh for name in item.message.mentioned_names})
    counts = Counts()
    for item in fresh:
        if item.sender is not None and item.sender.username:
            names[item.sender.username.lower()] = item.sender.user_id
        if item.message.origin is Origin.MEMBER:
            _count(counts, item, names)
    await people.remember(work, [(item.sender, item.message.at) for item in fresh if item.sender is not None])
    await messages.add(work, [_row(item) for item in fresh])
    await members.add_presence(work, _presences(fresh))
    keys = {(item.message.chat_id, item.message.message_id) for item in fresh}
    await reacting.credit_early(work, _authors(fresh), counts)
    await rollups.add(work, counts)
    return keys


async def _fresh(work: Work, heard: Sequence[Heard]) -> list[Heard]:
    """Those not kept yet, each once."""
    seen = await messages.known_ids(work, [(item.message.chat_id, item.message.message_id) for item in heard])
    fresh = []
    for item in heard:
        key = (item.message.chat_id, item.message.message_id)
        if key not in seen:
            seen.add(key)
            fresh.append(item)
    return fresh


def _count(counts: Counts, item: Heard, names: dict[str, int]) -> None:
    """Roll one member's message up."""
    message, day = item.message, item.day
    if message.sender_id is None:
        return
    own = counts.member(message.chat_id, day, message.sender_id)
    own["messages"] += 1
    own["characters"] += len(message.text)
    counts.hour(message.chat_id, day, item.hour)["messages"] += 1
    if message.reply_to_user is not None:
        own["replies_sent"] += 1
        counts.member(message.chat_id, day, message.reply_to_user)["replies_received"] += 1
        counts.pair(message.chat_id, day, message.sender_id, message.reply_to_user)["replies"] += 1
    mentioned = {*message.mentioned, *(names[name] for name in message.mentioned_names if name in names)}
    for user_id in mentioned - {message.sender_id}:
        own["mentions_sent"] += 1
        counts.member(message.chat_id, day, user_id)["mentions_received"] += 1
        counts.pair(message.chat_id, day, message.sender_id, user_id)["mentions"] += 1


def _row(item: Heard) -> MessageRow:
    message = item.message
    return MessageRow(
        chat_id=message.chat_id,
        message_id=message.message_id,
        sent_at=message.at,
        day=item.day,
        origin=message.origin.value,
        user_id=message.sender_id,
        sender_chat_id=message.sender_chat_id,
        kind=message.kind,
        text=message.text if item.keeps_text else None,
        facts=facts_of(message) if item.keeps_text else None,
        length=len(message.text),
        question=message.origin is Origin.MEMBER
        and is_question(message.text, is_reply=message.reply_to_message is not None),
        thread_id=message.thread_id,
        reply_to_message=message.reply_to_message,
        reply_to_user=message.reply_to_user,
        album=message.album,
    )


def _presences(fresh: Iterable[Heard]) -> dict[tuple[int, int], Presence]:
    presences: dict[tuple[int, int], Presence] = {}
    for item in fresh:
        message = item.message
        if message.origin is not Origin.MEMBER or message.sender_id is None:
            continue
        key = (message.chat_id, message.sender_id)
        before = presences.get(key, Presence(messages=0, first_at=message.at, last_at=message.at))
        presences[key] = Presence(
            messages=before.messages + 1,
            worthy=before.worthy + item.worthy,
            first_at=min(before.first_at, message.at),
            last_at=max(before.last_at, message.at),
        )
    return presences


def _authors(fresh: Iterable[Heard]) -> dict[tuple[int, int], int]:
    """Who wrote each message, by (chat_id, message_id), as far as members did."""
    return {
        (item.message.chat_id, item.message.message_id): item.message.sender_id
        for item in fresh
        if item.message.origin is Origin.MEMBER and item.message.sender_id is not None
    }


async def edit(work: Work, message: Message, *, at: datetime, keeps_text: bool) -> None:
    """Keep a message's newest text, written `at`; it stays counted once."""
    await messages.edit(
        work,
        chat_id=message.chat_id,
        message_id=message.message_id,
        text=message.text if keeps_text else None,
        facts=facts_of(message) if keeps_text else None,
        at=at,
    )
