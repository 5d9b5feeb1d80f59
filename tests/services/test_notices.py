"""Where a member is told what a rule did, and what follows when Telegram refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from domain.deliveries import Failed, Gone, Sent, Uncertain
from domain.effects import Button, Send
from domain.people import Sighting
from domain.phrases import Markup, phrase
from domain.roles import Role
from domain.settings import ChatSettings, RulesSettings
from models import outbox as repository
from models import people
from models.tables import outbox
from services import chats, deliveries
from services.notices import addressed
from services.outbox import enqueue
from services.retention import forget_deliveries

if TYPE_CHECKING:
    from domain.deliveries import Verdict
    from domain.settings import Notices
    from models.work import Work
    from services.words import Words

CHAT, ADA = -1001, 7
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
NOTICE = Send(
    chat_id=CHAT,
    text=Markup(html="told"),
    thread_id=3,
    key="notice:1",
    purpose="notice",
    delete_after=timedelta(minutes=10),
)


async def told(work: Work, where: Notices, *, log_chat: int | None = None, topic: int = 0) -> list[Send]:
    settings = ChatSettings(log_chat=log_chat, rules=RulesSettings(notices=where, notice_topic=topic))
    return await addressed(work, NOTICE, user_id=ADA, settings=settings)


async def open_private_chat(work: Work) -> None:
    await people.remember(work, [(Sighting(user_id=ADA, name="Ada"), NOW)])
    await people.open_private_chat(work, ADA, is_open=True)


async def test_the_group_is_told_as_ever(work: Work) -> None:
    assert await told(work, "group") == [NOTICE]


async def test_notices_stand_in_their_topic(work: Work) -> None:
    (notice,) = await told(work, "group", topic=9)
    assert notice.thread_id == 9


async def test_a_topic_that_is_gone_sends_them_to_where_it_happened(work: Work, words: Words) -> None:
    await enqueue(work, words, await told(work, "group", topic=9), now=NOW)
    chosen = await repository.ready_sends(work, now=NOW, without=())
    (delivery,) = await repository.claim(work, chosen, lease_until=NOW + timedelta(seconds=30))
    await deliveries.record(work, [(delivery, Failed(error="400 message thread not found"))], now=NOW)
    first, second = await rows(work)
    assert (first.parameters["message_thread_id"], first.state) == (9, "failed")
    assert (second.parameters["message_thread_id"], second.state) == (3, "due")


async def test_from_private_over_the_topic_to_where_it_happened(work: Work, words: Words) -> None:
    await open_private_chat(work)
    await enqueue(work, words, await told(work, "private", topic=9), now=NOW)
    assert [row.state for row in await rows(work)] == ["due", "held", "held"]
    for last in ("held", "due"):
        chosen = await repository.ready_sends(work, now=NOW, without=())
        (delivery,) = await repository.claim(work, chosen, lease_until=NOW + timedelta(seconds=30))
        await deliveries.record(work, [(delivery, Failed(error="400"))], now=NOW)
        assert (await rows(work))[2].state == last


async def test_in_private_the_chat_is_named_and_the_group_is_the_second_choice(work: Work, words: Words) -> None:
    await open_private_chat(work)
    (notice,) = await told(work, "private")
    assert (notice.chat_id, notice.thread_id, notice.delete_after) == (ADA, None, None)
    assert words.html(notice.text, language="en", timezone="UTC") == "In <b>-1001</b>:\ntold"
    assert notice.otherwise is not None
    assert notice.otherwise.chat_id == CHAT


async def test_alone_somebody_gets_their_own_buttons_only(work: Work) -> None:
    label = phrase("moderation-undo")
    undo = Button(label=label, action="undo", permission=Role.MANAGER)
    appeal = Button(label=label, action="appeal", permission=Role.MEMBER, presser_id=ADA)
    settings = ChatSettings(rules=RulesSettings(notices="ephemeral"))
    notice = replace(NOTICE, keyboard=((undo,), (appeal,)))
    (alone,) = await addressed(work, notice, user_id=ADA, settings=settings)
    assert alone.keyboard == ((appeal,),)
    assert alone.otherwise is not None
    assert alone.otherwise.keyboard == notice.keyboard


async def test_who_never_wrote_to_the_bot_is_told_in_the_group(work: Work) -> None:
    assert await told(work, "private") == [NOTICE]


async def test_a_channel_is_told_in_the_group(work: Work) -> None:
    settings = ChatSettings(rules=RulesSettings(notices="ephemeral"))
    assert await addressed(work, NOTICE, user_id=None, settings=settings) == [NOTICE]


async def test_silence_takes_a_log(work: Work) -> None:
    assert await told(work, "silent") == [NOTICE]
    assert await told(work, "silent", log_chat=-1009) == []


async def rows(work: Work) -> list[Any]:
    return list((await work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all())


async def after(work: Work, words: Words, where: Notices, verdict: Verdict) -> list[Any]:
    """The outbox after the first choice came to a verdict."""
    await open_private_chat(work)
    await enqueue(work, words, await told(work, where), now=NOW)
    chosen = await repository.ready_sends(work, now=NOW, without=())
    (delivery,) = await repository.claim(work, chosen, lease_until=NOW + timedelta(seconds=30))
    await deliveries.record(work, [(delivery, verdict)], now=NOW)
    sends = [row for row in await rows(work) if row.method == "sendMessage"]
    return sorted(sends, key=lambda row: row.chat_id == CHAT and "receiver_user_id" not in row.parameters)


async def test_only_the_member_is_named_as_the_receiver(work: Work, words: Words) -> None:
    first, second = await after(work, words, "ephemeral", Sent())
    assert (first.parameters["receiver_user_id"], first.chat_id) == (ADA, CHAT)
    assert "receiver_user_id" not in second.parameters


@pytest.mark.parametrize("where", ["private", "ephemeral"])
@pytest.mark.parametrize(
    ("verdict", "states"),
    [
        (Sent(message_id=9), ("sent", "dropped")),
        (Failed(error="400 unknown parameter"), ("failed", "due")),
        (Uncertain(error="no answer"), ("uncertain", "dropped")),
    ],
)
async def test_refused_it_comes_to_the_group_and_never_twice(
    work: Work, words: Words, where: Notices, verdict: Verdict, states: tuple[str, str]
) -> None:
    first, second = await after(work, words, where, verdict)
    assert (first.state, second.state) == states


async def test_who_has_blocked_the_bot_is_told_in_the_group(work: Work, words: Words) -> None:
    first, second = await after(work, words, "private", Gone(left=False, error="403 blocked by the user"))
    assert (first.state, second.state, second.chat_id) == ("failed", "due", CHAT)


async def test_a_chat_known_to_be_lost_is_not_even_tried(work: Work, words: Words) -> None:
    await open_private_chat(work)
    (notice,) = await told(work, "private")
    await chats.pause(work, ADA, left=False, reason="blocked", now=NOW)
    await enqueue(work, words, [notice], now=NOW)
    (row,) = await rows(work)
    assert (row.chat_id, row.state) == (CHAT, "due")


async def test_a_second_choice_comes_up_when_its_first_is_given_up(work: Work, words: Words) -> None:
    await open_private_chat(work)
    await enqueue(work, words, await told(work, "private"), now=NOW)
    await chats.pause(work, ADA, left=False, reason="blocked", now=NOW)
    assert {row.chat_id: row.state for row in await rows(work)} == {ADA: "dropped", CHAT: "due"}


async def test_the_same_notice_is_written_once(work: Work, words: Words) -> None:
    await open_private_chat(work)
    for _ in range(2):
        await enqueue(work, words, await told(work, "private"), now=NOW)
    assert len(await rows(work)) == 2


async def test_a_forgotten_second_choice_does_not_stay_for_ever(work: Work, words: Words) -> None:
    await enqueue(work, words, await told(work, "ephemeral"), now=NOW)
    await forget_deliveries(work, now=NOW + timedelta(days=31))
    assert [row.state for row in await rows(work)] == ["due"]
