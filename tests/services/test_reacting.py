"""Reactions: credited to giver and author, by the newest event, in any order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.tables import chat_hours
from services import reacting
from services.activity import record
from services.reacting import Reacted
from tests.services.test_activity import ANN, AT, BEN, CHAT, DAY, NAMES, day_of, heard

if TYPE_CHECKING:
    from models.work import Work


async def reaction(work: Work, *, given: bool, seconds: int, message_id: int = 1) -> None:
    at = AT + timedelta(seconds=seconds)
    reacted = Reacted(chat_id=CHAT, message_id=message_id, by=NAMES[BEN], given=given, at=at, day=DAY, hour=at.hour)
    await reacting.record(work, [reacted])


async def test_a_reaction_credits_giver_and_author(work: Work) -> None:
    await record(work, [heard(1, ANN)])
    await reaction(work, given=True, seconds=5)
    assert (await day_of(work, ANN))["reactions_received"] == 1
    assert (await day_of(work, BEN))["reactions_given"] == 1


async def test_a_withdrawn_reaction_is_taken_back(work: Work) -> None:
    await record(work, [heard(1, ANN)])
    await reaction(work, given=True, seconds=5)
    await reaction(work, given=False, seconds=6)
    assert "reactions_received" not in await day_of(work, ANN)


async def hours_of_reactions(work: Work) -> list[tuple[int, int]]:
    found = await work.connection.execute(select(chat_hours.c.hour, chat_hours.c.reactions))
    return [(row.hour, row.reactions) for row in found]


async def test_a_reaction_counts_for_the_hour_it_was_given_in(work: Work) -> None:
    await reaction(work, given=True, seconds=3600)
    await reaction(work, given=True, seconds=3660)
    assert await hours_of_reactions(work) == [(10, 1)]


async def test_a_withdrawn_reaction_is_taken_off_its_hour(work: Work) -> None:
    await reaction(work, given=True, seconds=5)
    await reaction(work, given=False, seconds=3600)
    assert await hours_of_reactions(work) == [(9, 0)]


async def test_reactions_out_of_order_end_the_same(work: Work) -> None:
    await record(work, [heard(1, ANN)])
    await reaction(work, given=False, seconds=6)
    await reaction(work, given=True, seconds=5)
    assert "reactions_received" not in await day_of(work, ANN)


async def test_a_reaction_that_overtakes_its_message_is_credited_when_it_comes(work: Work) -> None:
    await reaction(work, given=True, seconds=5)
    await record(work, [heard(1, ANN)])
    assert (await day_of(work, ANN))["reactions_received"] == 1


async def test_the_later_of_two_events_in_one_second_holds(work: Work) -> None:
    await record(work, [heard(1, ANN)])
    await reaction(work, given=True, seconds=5)
    await reaction(work, given=False, seconds=5)
    assert "reactions_received" not in await day_of(work, ANN)


async def test_events_of_one_batch_are_taken_in_order(work: Work) -> None:
    await record(work, [heard(1, ANN)])
    batch = [
        Reacted(
            chat_id=CHAT, message_id=1, by=NAMES[BEN], given=given, at=AT + timedelta(seconds=second), day=DAY, hour=9
        )
        for second, given in enumerate((True, False, True))
    ]
    await reacting.record(work, batch)
    assert (await day_of(work, BEN))["reactions_given"] == 1
