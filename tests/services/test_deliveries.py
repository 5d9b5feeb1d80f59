"""Outcomes recorded, on both databases."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from domain.deliveries import Again, Delivery, Failed, Gone, Plain, Sent, Uncertain, Verdict
from domain.effects import Button, Delete, Pin, Send
from domain.phrases import Markup, phrase
from domain.roles import Role
from models import buttons
from models import outbox as repository
from models.tables import outbox
from services import chats, deliveries
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.effects import Effect
    from models.work import Work
    from services.words import Words

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
GROUP = -1001
HELLO = Markup(html="<b>a &amp; b</b>")
CHOICE = Button(label=phrase("delivery-button-resend"), action="a", permission=Role.MANAGER)


async def rows(work: Work) -> Sequence[Any]:
    return (await work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all()


async def claimed(work: Work, words: Words, *effects: Effect) -> list[Delivery]:
    """The effects' rows, under way."""
    await enqueue(work, words, effects, now=NOW)
    calls = await repository.ready_calls(work, now=NOW, without=(), limit=50)
    sends = await repository.ready_sends(work, now=NOW, without=())
    return await repository.claim(work, [*calls, *sends], lease_until=NOW + timedelta(seconds=30))


async def after(work: Work, words: Words, effect: Effect, verdict: Verdict) -> Sequence[Any]:
    """All rows after one effect's call came to a verdict."""
    (delivery,) = await claimed(work, words, effect)
    await deliveries.record(work, [(delivery, verdict)], now=LATER)
    return await rows(work)


async def test_a_sent_message_has_its_id(work: Work, words: Words) -> None:
    (row,) = await after(work, words, Send(chat_id=GROUP, text=HELLO), Sent(message_id=5))
    assert (row.state, row.message_id, row.settled_at, row.tries) == ("sent", 5, LATER, 1)


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (Failed(error="e"), "failed"),
        (Uncertain(error="e"), "uncertain"),
        (Gone(left=True, error="e"), "failed"),
        (Again(wait=timedelta(seconds=9), error="e"), "due"),
    ],
)
async def test_each_verdict_has_its_state(work: Work, words: Words, verdict: Verdict, state: str) -> None:
    (row,) = await after(work, words, Send(chat_id=GROUP, text=HELLO), verdict)
    assert (row.state, row.error) == (state, "e")


@pytest.mark.parametrize(
    ("reason", "level"),
    [("message can't be deleted for everyone", logging.DEBUG), ("message can't be deleted", logging.WARNING)],
)
async def test_a_message_too_old_to_be_deleted_is_no_warning(
    work: Work, words: Words, caplog: pytest.LogCaptureFixture, reason: str, level: int
) -> None:
    with caplog.at_level(logging.DEBUG, logger="services.deliveries"):
        await after(work, words, Delete(chat_id=GROUP, message_ids=(3,)), Failed(error=f"400 Bad Request: {reason}"))
    assert [record.levelno for record in caplog.records] == [level]


async def test_another_try_is_due_after_its_wait(work: Work, words: Words) -> None:
    (row,) = await after(work, words, Send(chat_id=GROUP, text=HELLO), Again(wait=timedelta(seconds=9), error="e"))
    assert row.due_at == LATER + timedelta(seconds=9)


async def test_a_try_that_would_come_too_late_is_not_made(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, expires_after=timedelta(minutes=2))
    (row,) = await after(work, words, send, Again(wait=timedelta(minutes=1), error="e"))
    assert row.state == "dropped"


async def test_unreadable_markup_is_left_out(work: Work, words: Words) -> None:
    (row,) = await after(work, words, Send(chat_id=GROUP, text=HELLO), Plain(error="e"))
    assert (row.state, row.parameters["text"]) == ("due", "a & b")
    assert "parse_mode" not in row.parameters


async def test_a_lost_chat_is_paused(work: Work, words: Words) -> None:
    await after(work, words, Send(chat_id=GROUP, text=HELLO), Gone(left=False, error="blocked"))
    chat = await chats.find(work, GROUP)
    assert chat is not None
    assert (chat.state, chat.state_reason) == ("paused", "blocked")


async def test_pin_and_deletion_follow_the_message(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, pin=True, delete_after=timedelta(minutes=10))
    _, pin, deletion = await after(work, words, send, Sent(message_id=5))
    assert (pin.method, pin.parameters["message_id"], pin.due_at) == ("pinChatMessage", 5, LATER)
    assert (deletion.method, deletion.due_at) == ("deleteMessage", LATER + timedelta(minutes=10))


async def test_buttons_learn_their_message(work: Work, words: Words) -> None:
    await after(work, words, Send(chat_id=GROUP, text=HELLO, keyboard=((CHOICE,),)), Sent(message_id=5))
    (row, *_) = await rows(work)
    token = row.parameters["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    stored = await buttons.find(work, chat_id=GROUP, token=token)
    assert stored is not None
    assert stored.message_id == 5


async def test_the_outcome_of_an_older_attempt_changes_nothing(work: Work, words: Words) -> None:
    (first,) = await claimed(work, words, Send(chat_id=GROUP, text=HELLO))
    await deliveries.record(work, [(first, Again(wait=timedelta(), error="e"))], now=NOW)
    (candidate,) = await repository.ready_sends(work, now=NOW, without=())
    await repository.claim(work, [candidate], lease_until=LATER)
    await deliveries.record(work, [(first, Sent(message_id=5))], now=NOW)
    (row,) = await rows(work)
    assert (row.state, row.tries) == ("sending", 2)


async def test_a_row_is_claimed_once(work: Work, words: Words) -> None:
    await enqueue(work, words, [Send(chat_id=GROUP, text=HELLO)], now=NOW)
    candidates = await repository.ready_sends(work, now=NOW, without=())
    assert len(await repository.claim(work, candidates, lease_until=LATER)) == 1
    assert await repository.claim(work, candidates, lease_until=LATER) == []


async def test_each_chat_offers_its_most_urgent_oldest_message(work: Work, words: Words) -> None:
    effects = [Send(chat_id=-chat, text=HELLO, purpose=str(chat)) for chat in (1, 1, 2, 3)]
    await enqueue(work, words, effects, now=NOW)
    first = [row.row_id for row in await rows(work)]
    candidates = await repository.ready_sends(work, now=NOW, without=[-3])
    assert {(row.chat_id, row.row_id) for row in candidates} == {(-1, first[0]), (-2, first[2])}


async def test_calls_come_by_urgency_and_age(work: Work, words: Words) -> None:
    deletions = [Delete(chat_id=-n, message_ids=(n,)) for n in (4, 5, 6)]
    await enqueue(work, words, [Pin(chat_id=GROUP, message_id=1), *deletions], now=NOW)
    calls = await repository.ready_calls(work, now=NOW, without=[-5], limit=9)
    assert [row.chat_id for row in calls] == [-4, -6, GROUP]


async def test_what_expired_is_dropped(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, expires_after=timedelta(seconds=5))
    await enqueue(work, words, [send, Send(chat_id=GROUP, text=HELLO)], now=NOW)
    assert await repository.drop_expired(work, now=LATER) == 1
    assert [row.state for row in await rows(work)] == ["dropped", "due"]


async def test_interrupted_posts_become_uncertain_once_their_lease_has_ended(work: Work, words: Words) -> None:
    await claimed(work, words, Send(chat_id=GROUP, text=HELLO))
    assert await deliveries.recover(work, now=NOW, in_flight=(), at_once=True) == 0
    assert await deliveries.recover(work, now=LATER, in_flight=()) == 1
    assert [row.state for row in await rows(work)] == ["uncertain"]


async def test_interrupted_calls_that_may_be_repeated_are_due_at_once(work: Work, words: Words) -> None:
    await claimed(work, words, Delete(chat_id=GROUP, message_ids=(3,)))
    assert await deliveries.recover(work, now=NOW, in_flight=(), at_once=True) == 1
    assert [row.state for row in await rows(work)] == ["due"]


async def test_calls_under_way_here_are_not_interrupted(work: Work, words: Words) -> None:
    (delivery,) = await claimed(work, words, Send(chat_id=GROUP, text=HELLO))
    assert await deliveries.recover(work, now=LATER, in_flight={delivery.row_id}) == 0
