from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import upkeep
from bot.configuration import Configuration
from models import tables
from models.database import Database
from models.work import Defaults
from tests.bot.entrance import ANN, BEN, CHAT, Entrance, Json, entrance, reacted, said
from tests.templates import migrated_sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from telegram import Update

    from services.words import Words

# Telegram's shape of a message, but for its date: PTB and the hot path both refuse it.
POISON: Json = {"message": {"message_id": 1, "date": "soon", "chat": {"id": CHAT, "type": "supergroup"}}}


@pytest.fixture
async def way_in(database: Database, words: Words) -> AsyncIterator[Entrance]:
    async with entrance(database, words) as opened:
        yield opened


async def test_an_update_given_again_changes_nothing(way_in: Entrance) -> None:
    first = said(1, "what a day")
    for _ in range(5):
        await way_in.take(first, reacted(2, 1, by=BEN))
    [row] = [row for row in await way_in.rows(tables.member_days) if row.user_id == ANN]
    assert (row.messages, row.reactions_received) == (1, 1)
    assert len(await way_in.rows(tables.updates)) == 2


async def test_an_update_twice_in_a_batch_counts_once(way_in: Entrance) -> None:
    await way_in.take(said(1), said(1), said(2))
    [row] = await way_in.rows(tables.member_days)
    assert row.messages == 2


async def test_an_update_with_a_lower_number_than_the_last_is_taken(way_in: Entrance) -> None:
    await way_in.take(said(870_000_000))
    await way_in.take(said(12))
    assert len(await way_in.rows(tables.messages)) == 2


async def test_a_batch_wakes_delivery_after_it_is_committed(way_in: Entrance) -> None:
    await way_in.take(said(1, "签到"))
    assert way_in.woken == [True]
    assert len(await way_in.texts()) == 1


async def test_a_poisoned_update_spoils_no_other(way_in: Entrance) -> None:
    batch = [said(number, f"message {number}") for number in range(1, 100)]
    batch.insert(50, POISON | {"update_id": 1000})
    await way_in.take(*batch)
    assert len(await way_in.rows(tables.messages)) == 99
    [failed] = await way_in.rows(tables.failed_updates)
    assert (failed.update_id, failed.tries) == (1000, 1)


async def test_a_message_that_cannot_be_kept_is_set_aside_alone(way_in: Entrance) -> None:
    await way_in.take(said(1), said(2, more_than_a_key="x", message_id=2**70), said(3), said(4, to=CHAT - 1))
    assert {row.message_id for row in await way_in.rows(tables.messages)} == {1, 3, 4}
    assert [row.update_id for row in await way_in.rows(tables.failed_updates)] == [2]


async def test_after_three_tries_an_update_is_a_dead_letter_and_its_chat_goes_on(way_in: Entrance) -> None:
    await way_in.take(POISON | {"update_id": 1})
    for number in (2, 3):
        way_in.clock.offset += timedelta(minutes=1)
        assert await retried(way_in) == 1
        await way_in.take(said(number))
    [failed] = await way_in.rows(tables.failed_updates)
    assert (failed.tries, failed.retry_at) == (3, None)
    assert "date" in failed.error
    way_in.clock.offset += timedelta(days=1)
    assert await retried(way_in) == 0
    assert len(await way_in.rows(tables.messages)) == 2
    assert b'steward_updates_total{outcome="dead"} 1.0' in way_in.metrics.page()


async def retried(way_in: Entrance) -> int:
    """Have what is due tried again, as a process does that has just started."""
    way_in.intake._retried_at = float("-inf")
    return await way_in.intake.retry()


async def test_what_failed_for_a_while_is_handled_at_last(way_in: Entrance, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("bot.talk.judge_all", None)
        await way_in.take(said(1, "签到"))
    assert await way_in.rows(tables.messages) == []
    assert await way_in.texts() == []
    way_in.clock.offset += timedelta(seconds=3)
    assert await retried(way_in) == 1
    assert len(await way_in.rows(tables.messages)) == 1
    assert len(await way_in.texts()) == 1
    assert await way_in.rows(tables.failed_updates) == []


async def test_what_breaks_the_whole_batch_is_set_aside_alone(
    way_in: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(update: Update) -> frozenset[int]:
        if update.update_id == 2:
            raise ValueError("strange")
        return frozenset()

    monkeypatch.setattr("bot.intake.needs", refuse)
    await way_in.take(said(1), said(2, "/me"), said(3, "/me"))
    assert {row.message_id for row in await way_in.rows(tables.messages)} == {1, 3}
    [failed] = await way_in.rows(tables.failed_updates)
    assert (failed.update_id, failed.tries) == (2, 1)


async def dead_letter(way_in: Entrance, number: int) -> Configuration:
    """Give up an update; gives the settings of a command line on the same database."""
    await way_in.take(POISON | {"update_id": number})
    for _ in range(2):
        way_in.clock.offset += timedelta(minutes=1)
        await retried(way_in)
    url = way_in.database.engine.url.render_as_string(hide_password=False)
    return Configuration.model_validate({"bot_token": "4242:TEST-token-of-no-value", "database_url": url})


async def test_dead_letters_are_listed_with_their_reason(way_in: Entrance, capsys: pytest.CaptureFixture[str]) -> None:
    configuration = await dead_letter(way_in, 7)
    assert await upkeep.list_dead_letters(configuration) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("7  chat None")
    assert "date" in listed
    assert listed.endswith("1 dead letters\n")


async def test_a_dead_letter_is_tried_again_by_the_running_bot(way_in: Entrance) -> None:
    configuration = await dead_letter(way_in, 7)
    await upkeep.retry_dead_letters(configuration, [7])
    assert await retried(way_in) == 1
    [failed] = await way_in.rows(tables.failed_updates)
    assert failed.tries == 1


async def test_a_dropped_dead_letter_is_gone_and_stays_handled(way_in: Entrance) -> None:
    configuration = await dead_letter(way_in, 7)
    await upkeep.drop_dead_letters(configuration, [7])
    await way_in.take(POISON | {"update_id": 7})
    assert await way_in.rows(tables.failed_updates) == []


async def test_what_was_said_before_a_question_is_counted_in_its_answer(way_in: Entrance) -> None:
    await way_in.take(said(1, "one"), said(2, "two"), said(3, "/me"))
    [text] = await way_in.texts()
    assert "3" in text


async def test_an_old_command_gets_no_reply_but_counts(way_in: Entrance) -> None:
    old = datetime.now(UTC) - timedelta(minutes=6)
    await way_in.take(said(1, "/me", at=old), said(2, "签到", at=old), said(3, "/me", by=BEN))
    assert len(await way_in.texts()) == 1
    assert len(await way_in.rows(tables.messages)) == 3
    assert [row.user_id for row in await way_in.rows(tables.checkins)] == [ANN]


async def test_a_backlog_is_judged_by_its_dates(way_in: Entrance) -> None:
    begun = datetime.now(UTC) - timedelta(hours=10)
    day = [said(number, at=begun + timedelta(seconds=20 * number)) for number in range(300)]
    for first in range(0, 300, 100):
        await way_in.take(*day[first : first + 100])
    assert await way_in.rows(tables.warnings) == []
    assert await way_in.rows(tables.audit) == []
    assert len(await way_in.rows(tables.messages)) == 300


async def test_a_flood_in_a_backlog_is_found_once(way_in: Entrance) -> None:
    begun = datetime.now(UTC) - timedelta(minutes=30)
    await way_in.take(*[said(number, at=begun + timedelta(seconds=number / 4)) for number in range(12)])
    assert [row.user_id for row in await way_in.rows(tables.warnings)] == [ANN]


async def test_a_command_of_a_group_asks_for_no_reply_in_another(way_in: Entrance) -> None:
    await way_in.take(said(1, "/me"), said(2, "/me@another_bot"), said(3, "/unheard_of"))
    assert len(await way_in.texts()) == 1


def chats_day(index: int) -> list[Json]:
    """A few updates of a chat of their own."""
    chat_id, first = CHAT - index, index * 100 + 1
    begun = datetime(2026, 5, 1, 8, index, tzinfo=UTC)
    opening = said(first, "good morning", to=chat_id, at=begun)
    return [
        opening,
        said(first + 1, "and to you", by=BEN, to=chat_id, at=begun + timedelta(seconds=9), answers=opening),
        reacted(first + 2, first, by=BEN, to=chat_id, at=begun + timedelta(seconds=12)),
        said(first + 3, "签到", to=chat_id, at=begun + timedelta(seconds=30)),
    ]


DAYS = [chats_day(index) for index in range(4)]


@st.composite
def arrivals(draw: st.DrawFn) -> list[list[Json]]:
    """The updates of all chats in batches: in order within a chat, mixed across chats, some given again."""
    queues = [list(day) for day in DAYS]
    flat: list[Json] = []
    while any(queues):
        queue = draw(st.sampled_from([queue for queue in queues if queue]))
        flat.append(queue.pop(0))
    for again in draw(st.lists(st.integers(0, len(flat) - 1), max_size=6)):
        flat.insert(draw(st.integers(again, len(flat))), flat[again])
    cuts = sorted(draw(st.sets(st.integers(1, len(flat) - 1), max_size=4)))
    return [flat[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(flat)], strict=True)]


async def counted(folder: Path, words: Words, batches: Sequence[Sequence[Json]]) -> list[list[tuple[object, ...]]]:
    """The roll-ups after these batches."""
    path = folder / "steward.db"
    await migrated_sqlite(path)
    database = Database(f"sqlite+aiosqlite:///{path}", defaults=Defaults(bot_id=4242))
    async with entrance(database, words) as way_in:
        for batch in batches:
            await way_in.take(*batch)
        found = [await way_in.rows(table) for table in (tables.member_days, tables.chat_hours, tables.pair_days)]
    await database.close()
    return [[tuple(row) for row in rows] for rows in found]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=arrivals())
def test_any_order_of_chats_and_any_redelivery_gives_the_same_counts(
    batches: list[list[Json]], words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = asyncio.run(counted(tmp_path_factory.mktemp("plain"), words, DAYS))
    mixed = asyncio.run(counted(tmp_path_factory.mktemp("mixed"), words, batches))
    assert mixed == plain
    assert all(plain)
