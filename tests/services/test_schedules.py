"""Schedules of chats: what is due is taken exactly once, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.schedules import cron
from domain.settings import ChatSettings
from models import chats, schedules
from models.chats import Chat
from models.tables import occurrences
from services.schedules import (
    DIGEST_NUMBER,
    Kind,
    claim_due,
    create,
    ensure_digest,
    follow_settings,
    pause,
    remove,
    resume,
)

if TYPE_CHECKING:
    from models.database import Database
    from models.schedules import Schedule
    from models.work import Work

CHAT = -1001
ZONE = "Europe/Berlin"
NINE = datetime(2026, 5, 29, 7, tzinfo=UTC)  # 09:00 in Berlin
BEFORE = NINE - timedelta(hours=1)
SETTINGS = ChatSettings(timezone=ZONE)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


async def open_chat(work: Work, chat_id: int = CHAT, state: str = chats.ACTIVE) -> None:
    await chats.put(work, Chat(chat_id=chat_id, kind="supergroup", title="Group", state=state), now=BEFORE)


async def post(work: Work, expression: str = "0 9 * * *", *, now: datetime = BEFORE) -> Schedule:
    return await create(
        work,
        chat_id=CHAT,
        kind=Kind.POST,
        trigger=cron(expression),
        timezone=ZONE,
        content={"html": "Good morning"},
        by=None,
        now=now,
    )


async def digest(work: Work, settings: ChatSettings = SETTINGS, *, now: datetime = BEFORE) -> None:
    await ensure_digest(work, chat_id=CHAT, settings=settings, now=now)


async def recorded(work: Work) -> list[tuple[date, str, str]]:
    rows = await work.connection.execute(
        select(occurrences.c.local_date, occurrences.c.slot, occurrences.c.state).order_by(occurrences.c.due_at)
    )
    return [(row.local_date, row.slot, row.state) for row in rows]


async def test_what_is_due_is_taken_once(work: Work) -> None:
    await open_chat(work)
    made = await post(work)
    (due,) = await claim_due(work, now=NINE, limit=10)
    assert (due.schedule_id, due.local_date, due.slot) == (made.schedule_id, date(2026, 5, 29), "09:00")
    assert (due.kind, due.late, due.content) == (Kind.POST, False, {"html": "Good morning"})
    assert await claim_due(work, now=NINE, limit=10) == []


async def test_nothing_is_due_before_its_time(work: Work) -> None:
    await open_chat(work)
    await post(work)
    assert await claim_due(work, now=NINE - timedelta(seconds=1), limit=10) == []


async def test_an_occurrence_is_not_taken_again_when_the_clock_steps_back(work: Work) -> None:
    await open_chat(work)
    made = await post(work)
    await claim_due(work, now=NINE, limit=10)
    await schedules.advance(work, chat_id=CHAT, schedule_id=made.schedule_id, next_at=NINE)
    assert await claim_due(work, now=NINE + MINUTE, limit=10) == []
    assert await recorded(work) == [(date(2026, 5, 29), "09:00", "taken")]


@pytest.mark.parametrize("state", [chats.PAUSED, chats.LEFT, chats.MIGRATED])
async def test_chats_out_of_reach_have_nothing_due(work: Work, state: str) -> None:
    await open_chat(work, state=state)
    await post(work)
    assert await claim_due(work, now=NINE, limit=10) == []


@pytest.mark.parametrize(
    ("down", "posted", "digested", "late", "skipped"),
    [
        pytest.param(MINUTE, True, True, False, 0, id="1 minute"),
        pytest.param(3 * HOUR, False, True, True, 0, id="3 hours"),
        pytest.param(3 * DAY + 3 * HOUR, False, True, True, 3, id="3 days"),
    ],
)
async def test_after_an_outage_posts_keep_their_grace_and_digests_catch_up_once(
    work: Work, down: timedelta, *, posted: bool, digested: bool, late: bool, skipped: int
) -> None:
    await open_chat(work)
    await post(work)
    await digest(work)
    found = {due.kind: due for due in await claim_due(work, now=NINE + down, limit=10)}
    assert (Kind.POST in found, Kind.DIGEST in found) == (posted, digested)
    assert found[Kind.DIGEST].late is late
    assert found[Kind.DIGEST].local_date == (NINE + down).date()
    states = [(slot, state) for _, slot, state in await recorded(work)]
    assert states.count(("day", "skipped")) == skipped
    assert states.count(("09:00", "skipped")) == skipped + (not posted)
    assert await claim_due(work, now=NINE + down, limit=10) == []


async def test_of_several_missed_within_the_grace_only_the_newest_is_posted(work: Work) -> None:
    await open_chat(work)
    await post(work, "0,5 9 * * *")
    (due,) = await claim_due(work, now=NINE + 6 * MINUTE, limit=10)
    assert due.slot == "09:05"
    assert [(slot, state) for _, slot, state in await recorded(work)] == [("09:00", "skipped"), ("09:05", "taken")]


async def test_a_slot_that_summer_time_skips_joins_the_one_it_falls_on(work: Work) -> None:
    await open_chat(work)
    spring = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30, an hour after 01:30
    await post(work, "30 2,3 * * *", now=spring - HOUR)
    assert [due.slot for due in await claim_due(work, now=spring, limit=10)] == ["03:30"]
    assert [(slot, state) for _, slot, state in await recorded(work)] == [("02:30", "skipped"), ("03:30", "taken")]


async def test_the_hour_that_comes_twice_brings_one_post(work: Work) -> None:
    await open_chat(work)
    autumn = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30, the first time
    await post(work, "30 2 * * *", now=autumn - HOUR)
    taken = [due for hours in range(3) for due in await claim_due(work, now=autumn + hours * HOUR, limit=10)]
    assert [(due.local_date, due.slot) for due in taken] == [(date(2026, 10, 25), "02:30")]


async def test_no_more_than_the_limit_is_taken_and_the_longest_due_comes_first(work: Work) -> None:
    await open_chat(work)
    for expression in ("2 9 * * *", "0 9 * * *", "1 9 * * *"):
        await post(work, expression)
    taken = [(await claim_due(work, now=NINE + 3 * MINUTE, limit=1))[0].slot for _ in range(3)]
    assert taken == ["09:00", "09:01", "09:02"]


async def test_a_paused_schedule_does_not_happen_and_resuming_brings_nothing_back(work: Work) -> None:
    await open_chat(work)
    paused = await pause(work, await post(work))
    assert await claim_due(work, now=NINE, limit=10) == []
    resumed = await resume(work, paused, timezone=ZONE, now=NINE + MINUTE)
    assert resumed.next_at == NINE + DAY
    assert await claim_due(work, now=NINE + 2 * MINUTE, limit=10) == []


async def test_a_number_that_has_happened_is_never_given_again(work: Work) -> None:
    await open_chat(work)
    first = await post(work)
    await claim_due(work, now=NINE, limit=10)
    await remove(work, first)
    second = await post(work, now=NINE)
    assert (first.schedule_id, second.schedule_id) == (1, 2)


async def test_a_digest_that_moves_after_it_came_does_not_come_again_that_day(work: Work) -> None:
    await open_chat(work)
    await digest(work)
    assert len(await claim_due(work, now=NINE, limit=10)) == 1
    later = SETTINGS.model_copy(update={"digest": SETTINGS.digest.model_copy(update={"at": "10:00"})})
    await digest(work, later, now=NINE + MINUTE)
    assert await claim_due(work, now=NINE + HOUR, limit=10) == []
    (due,) = await claim_due(work, now=NINE + DAY + HOUR, limit=10)
    assert due.local_date == date(2026, 5, 30)


async def test_a_chat_has_one_digest_schedule_in_step_with_its_settings(work: Work) -> None:
    await digest(work)
    switched_off = SETTINGS.model_copy(update={"digest": SETTINGS.digest.model_copy(update={"enabled": False})})
    await digest(work, switched_off)
    (off,) = await schedules.of_chat(work, CHAT)
    await digest(work, SETTINGS.model_copy(update={"timezone": "Asia/Shanghai"}))
    (on,) = await schedules.of_chat(work, CHAT)
    assert (off.schedule_id, off.enabled, off.next_at) == (DIGEST_NUMBER, False, None)
    assert (on.enabled, on.timezone) == (True, "Asia/Shanghai")
    assert on.next_at == datetime(2026, 5, 30, 1, tzinfo=UTC)


async def test_a_digest_overdue_keeps_its_time_when_settings_stay_the_same(work: Work) -> None:
    await open_chat(work)
    await digest(work)
    await digest(work, now=NINE + HOUR)
    assert [due.late for due in await claim_due(work, now=NINE + HOUR, limit=10)] == [True]


async def test_private_chats_have_no_digest(work: Work) -> None:
    await ensure_digest(work, chat_id=77, settings=SETTINGS, now=BEFORE)
    assert await schedules.of_chat(work, 77) == []


async def test_posts_follow_the_chat_to_another_time_zone(work: Work) -> None:
    made = await post(work)
    await follow_settings(work, chat_id=CHAT, settings=ChatSettings(timezone="UTC"), now=BEFORE)
    moved = await schedules.find(work, chat_id=CHAT, schedule_id=made.schedule_id)
    assert moved == replace(made, timezone="UTC", next_at=NINE + 2 * HOUR)


async def test_two_processes_never_take_the_same(database: Database) -> None:
    async with database.transaction() as work:
        await open_chat(work)
        for minute in range(6):
            await post(work, f"{minute} 9 * * *")
        await work.commit()
    now = NINE + 6 * MINUTE
    if database.engine.dialect.name == "sqlite":
        async with database.transaction() as work:
            first = await claim_due(work, now=now, limit=3)
            await work.commit()
        async with database.transaction() as work:
            second = await claim_due(work, now=now, limit=10)
    else:
        async with database.transaction() as one, database.transaction() as other:
            first = await claim_due(one, now=now, limit=3)
            second = await claim_due(other, now=now, limit=10)
    assert [due.slot for due in first] == ["09:00", "09:01", "09:02"]
    assert [due.slot for due in second] == ["09:03", "09:04", "09:05"]
