"""What became of calls: outcomes recorded, what follows from them written, interrupted calls found again."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.deliveries import (
    ABOUT_A_MESSAGE,
    SENDING,
    TOO_OLD,
    Again,
    Delivery,
    Failed,
    Gone,
    Moved,
    Plain,
    Sent,
    State,
    Uncertain,
)
from domain.effects import Delete, Pin, Priority
from models import buttons, outbox
from models.outbox import NewRow
from services import chats
from services.calls import calls_of
from services.parts import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from domain.deliveries import Verdict
    from models.work import Work

logger = logging.getLogger(__name__)

MARKUP = ("parse_mode", "text")


async def record(work: Work, outcomes: Iterable[tuple[Delivery, Verdict]], *, now: datetime) -> None:
    """Record what became of calls, and write what follows: pins, deletions, paused and moved chats."""
    for delivery, verdict in outcomes:
        if await _record(work, delivery, verdict, now=now):
            continue
        # The chat may have moved while the call was under way.
        new_id = await chats.successor(work, delivery.chat_id)
        if new_id == delivery.chat_id or not await _record(work, replace(delivery, chat_id=new_id), verdict, now=now):
            logger.warning("row %s was no longer under way: %s", delivery.row_id, verdict)


async def _record(work: Work, delivery: Delivery, verdict: Verdict, *, now: datetime) -> bool:
    recorded = await _become(work, delivery, verdict, now=now)
    if recorded and not isinstance(verdict, Again | Plain | Moved):
        refused = isinstance(verdict, Failed | Gone)
        await outbox.choose_second(work, delivery.follow_up, wanted=refused, now=now)
    return recorded


async def _become(work: Work, delivery: Delivery, verdict: Verdict, *, now: datetime) -> bool:
    match verdict:
        case Sent():
            return await _sent(work, delivery, verdict.message_id, now=now)
        case Failed() | Uncertain():
            return await _lost(work, delivery, verdict, now=now)
        case Again():
            return await _again(work, delivery, verdict, now=now)
        case Plain():
            return await _without_markup(work, delivery, verdict, now=now)
        case Moved():
            return await _moved(work, delivery, verdict, now=now)
        case Gone():
            settled = await outbox.settle(work, delivery, State.FAILED, at=now, error=verdict.error)
            await chats.pause(work, delivery.chat_id, left=verdict.left, reason=verdict.error, now=now)
            return settled


async def _lost(work: Work, delivery: Delivery, verdict: Failed | Uncertain, *, now: datetime) -> bool:
    state = State.FAILED if isinstance(verdict, Failed) else State.UNCERTAIN
    level = logging.DEBUG if TOO_OLD in verdict.error else logging.WARNING
    logger.log(level, "%s in chat %s is %s: %s", delivery.method, delivery.chat_id, state, verdict.error)
    return await outbox.settle(work, delivery, state, at=now, error=verdict.error)


async def _sent(work: Work, delivery: Delivery, message_id: int | None, *, now: datetime) -> bool:
    if not await outbox.settle(work, delivery, State.SENT, at=now, message_id=message_id):
        return False
    if message_id is None or delivery.method not in SENDING:
        return True
    if "reply_markup" in delivery.parameters:
        await buttons.bind(work, chat_id=delivery.chat_id, outbox_row=delivery.row_id, message_id=message_id)
    await outbox.add(work, follow_ups(work, delivery, message_id, now=now), now=now)
    return True


def follow_ups(work: Work, delivery: Delivery, message_id: int, *, now: datetime) -> list[NewRow]:
    """The rows that a message wants once it is there."""
    chat_id, rows = delivery.chat_id, []
    if delivery.follow_up.get("pin"):
        rows += [(call, now) for call in calls_of(Pin(chat_id=chat_id, message_id=message_id), now=now)]
    seconds = delivery.follow_up.get("delete_after")
    if isinstance(seconds, int | float):
        due_at = now + timedelta(seconds=seconds)
        deletion = Delete(chat_id=chat_id, message_ids=(message_id,), priority=Priority.POST)
        rows += [(call, due_at) for call in calls_of(deletion, now=due_at)]
    return [
        NewRow(
            chat_id=chat_id,
            row_id=work.identifiers.next(now),
            priority=call.priority,
            method=call.method,
            parameters=call.parameters,
            purpose="call",
            due_at=due_at,
            expires_at=call.expires_at,
        )
        for call, due_at in rows
    ]


async def _again(work: Work, delivery: Delivery, verdict: Again, *, now: datetime) -> bool:
    due_at = now + verdict.wait
    if delivery.expires_at is not None and due_at >= delivery.expires_at:
        return await outbox.settle(work, delivery, State.DROPPED, at=now, error=f"expired: {verdict.error}")
    return await outbox.put_back(work, delivery, due_at=due_at, error=verdict.error)


async def _without_markup(work: Work, delivery: Delivery, verdict: Plain, *, now: datetime) -> bool:
    """A post that lost its formatting is better than none."""
    logger.warning("text for chat %s is sent without markup: %s", delivery.chat_id, verdict.error)
    parameters = {name: value for name, value in delivery.parameters.items() if name not in MARKUP}
    parameters["text"] = plain(str(delivery.parameters.get("text", "")))
    return await outbox.put_back(work, delivery, due_at=now, error=verdict.error, parameters=parameters)


async def _moved(work: Work, delivery: Delivery, verdict: Moved, *, now: datetime) -> bool:
    """The row goes along with its chat; what it says of a message of the former chat is void."""
    await chats.migrate(work, old=delivery.chat_id, new=verdict.chat_id, now=now)
    moved = replace(delivery, chat_id=verdict.chat_id)
    if delivery.method in ABOUT_A_MESSAGE:
        return await outbox.settle(work, moved, State.DROPPED, at=now, error="the chat has moved")
    return await outbox.put_back(work, moved, due_at=now, error="the chat has moved")


async def drop_stale(work: Work, delivery: Delivery, *, now: datetime) -> None:
    """Give up a claimed row whose time is over."""
    await outbox.settle(work, delivery, State.DROPPED, at=now, error="expired")


async def recover(work: Work, *, now: datetime, in_flight: Collection[int], at_once: bool = False) -> int:
    """Settle calls that were under way when their process ended; how many. Posts wait until their lease has ended.

    `at_once` takes up again what may be repeated, whatever its lease: for a process that just began.
    """
    left = await outbox.abandoned(work, now=now, in_flight=in_flight, at_once=at_once)
    for delivery in left:
        if delivery.repeatable:
            await outbox.put_back(work, delivery, due_at=now, error="interrupted")
        else:
            await outbox.settle(work, delivery, State.UNCERTAIN, at=now, error="interrupted")
    return len(left)
