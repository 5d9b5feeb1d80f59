"""Managers are told of a right that is gone, and not a hundred times; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.deliveries import Failed
from domain.effects import Delete, Mute
from domain.people import Sighting
from models import outbox as repository
from models import people
from models.tables import outbox
from services import chats, deliveries
from services.lost_rights import report_lost_rights
from services.outbox import enqueue
from tests.conftest import OWNER

if TYPE_CHECKING:
    from domain.effects import Effect
    from models.work import Work
    from services.words import Words

GROUP, SPAMMER = -1001, 66
NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
NO_DELETING = "400 Bad Request: message can't be deleted"
NO_MUTING = "400 Bad Request: not enough rights to restrict/unrestrict chat member"


@pytest.fixture(autouse=True)
async def owner(work: Work) -> None:
    """The process's owner reads what the bot writes in private."""
    await chats.see(work, chat_id=GROUP, kind="supergroup", title="Cats", now=NOW)
    await people.remember(work, [(Sighting(user_id=OWNER, name="Olga"), NOW)])
    await people.open_private_chat(work, OWNER, is_open=True)


async def refused(work: Work, words: Words, *effects: Effect, error: str, at: datetime = NOW) -> None:
    """Calls that Telegram refuses, one after the other; the job runs after each as it would in a day."""
    for effect in effects:
        await enqueue(work, words, [effect], now=at)
        due = await repository.ready_calls(work, now=at, without=(), limit=50)
        for delivery in await repository.claim(work, due, lease_until=at):
            await deliveries.record(work, [(delivery, Failed(error=error))], now=at)
        await enqueue(work, words, await report_lost_rights(work, now=at), now=at)


async def alerts(work: Work) -> list[str]:
    rows = await work.connection.execute(
        select(outbox.c.parameters).where(outbox.c.method == "sendMessage", outbox.c.chat_id == OWNER)
    )
    return [row.parameters["text"] for row in rows]


async def test_a_hundred_spam_messages_that_cannot_be_removed_are_told_once(work: Work, words: Words) -> None:
    deletions = [Delete(chat_id=GROUP, message_ids=(number,)) for number in range(1, 101)]
    await refused(work, words, *deletions, error=NO_DELETING)
    (alert,) = await alerts(work)
    assert "Cats" in alert
    assert "“delete messages”" in alert


async def test_each_right_is_told(work: Work, words: Words) -> None:
    await refused(work, words, Delete(chat_id=GROUP, message_ids=(1,)), error=NO_DELETING)
    await refused(work, words, Mute(chat_id=GROUP, user_id=SPAMMER, until=None), error=NO_MUTING)
    assert len(await alerts(work)) == 2


async def test_a_right_that_stays_away_is_told_again_the_next_day(work: Work, words: Words) -> None:
    for days in (0, 1):
        later = NOW + timedelta(days=days)
        await refused(work, words, Delete(chat_id=GROUP, message_ids=(1,)), error=NO_DELETING, at=later)
    assert len(await alerts(work)) == 2


async def test_another_refusal_is_nobodys_right(work: Work, words: Words) -> None:
    error = "400 Bad Request: message can't be deleted for everyone"
    await refused(work, words, Delete(chat_id=GROUP, message_ids=(1,)), error=error)
    assert await alerts(work) == []


async def test_nobody_to_tell_is_no_failure(work: Work, words: Words) -> None:
    await people.open_private_chat(work, OWNER, is_open=False)
    await refused(work, words, Delete(chat_id=GROUP, message_ids=(1,)), error=NO_DELETING)
    assert await alerts(work) == []
