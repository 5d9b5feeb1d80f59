"""Check-ins of members: once a local day, by the date of the message, in any order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.people import Sighting
from domain.refusals import Refusal
from domain.settings import ChatSettings, CheckinSettings
from models import people
from models.tables import checkins, member_days
from services.checkin import Streak, check_in, figures

if TYPE_CHECKING:
    from domain.activities.checkin import CheckIn
    from models.work import Work

CHAT, ANN, BEN = -1001, 11, 12
SETTINGS = ChatSettings(timezone="Asia/Shanghai")
NOON = datetime(2026, 5, 29, 4, tzinfo=UTC)
DAY = timedelta(days=1)


async def check(work: Work, at: datetime, user_id: int = ANN) -> CheckIn:
    return await check_in(work, chat_id=CHAT, user_id=user_id, at=at, settings=SETTINGS)


async def test_the_first_check_in_begins_a_streak(work: Work) -> None:
    done = await check(work, NOON)
    assert (done.day, done.streak, done.total, done.rank) == (date(2026, 5, 29), 1, 1, 1)


async def test_days_without_a_gap_make_a_streak_and_a_gap_ends_it(work: Work) -> None:
    streaks = [(await check(work, NOON + offset * DAY)).streak for offset in (0, 1, 2, 4)]
    assert streaks == [1, 2, 3, 1]


async def test_the_place_is_that_among_the_day_s_check_ins(work: Work) -> None:
    assert [(await check(work, NOON, user)).rank for user in (ANN, BEN, 13)] == [1, 2, 3]


async def test_the_second_try_of_a_day_changes_nothing(work: Work) -> None:
    first = await check(work, NOON)
    again = await check(work, NOON + timedelta(hours=3))
    assert (again.repeated, again.streak, again.total) == (True, first.streak, 1)
    counted = (await work.connection.execute(select(member_days.c.day, member_days.c.activities))).all()
    assert [tuple(row) for row in counted] == [(date(2026, 5, 29), 1)]


async def test_the_day_is_the_chat_s_not_the_world_s(work: Work) -> None:
    before_midnight = datetime(2026, 5, 29, 15, 59, tzinfo=UTC)
    days = [(await check(work, before_midnight + timedelta(minutes=offset))).day for offset in (0, 2)]
    assert days == [date(2026, 5, 29), date(2026, 5, 30)]


async def test_a_check_in_that_arrives_late_counts_for_the_day_it_was_written(work: Work) -> None:
    await check(work, NOON)
    await check(work, NOON + 2 * DAY)
    assert (await check(work, NOON + DAY)).streak == 2
    assert (await check(work, NOON + 3 * DAY)).streak == 4


async def test_every_order_of_arrival_ends_in_the_same_streaks(work: Work) -> None:
    for user_id, order in enumerate(permutations(range(4)), start=100):
        for offset in order:
            await check(work, NOON + offset * DAY, user_id)
    rows = await work.connection.execute(select(checkins.c.day, checkins.c.streak).distinct())
    assert sorted(row.streak for row in rows) == [1, 2, 3, 4]


async def test_a_group_can_do_without(work: Work) -> None:
    off = ChatSettings(checkin=CheckinSettings(enabled=False))
    with pytest.raises(Refusal) as refused:
        await check_in(work, chat_id=CHAT, user_id=ANN, at=NOON, settings=off)
    assert refused.value.phrase.key == "checkin-off"


async def test_figures_show_streaks_that_still_run_longest_first(work: Work) -> None:
    await people.remember(
        work, [(Sighting(user_id=user, name=name), NOON) for user, name in ((ANN, "Ann"), (BEN, "Ben"))]
    )
    for offset in range(3):
        await check(work, NOON - offset * DAY - DAY, ANN)
    await check(work, NOON, BEN)
    for offset in range(5):
        await check(work, NOON - offset * DAY - 2 * DAY, 13)
    found = await figures(work, chat_id=CHAT, settings=SETTINGS, now=NOON)
    assert (found.today, found.yesterday) == (1, 1)
    assert found.streaks == (Streak(name="Ann", days=3), Streak(name="Ben", days=1))
