"""What /me and /top tell."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.reports.members import Profile
from models import tables
from services import standing
from tests.village import ANN, BOB, BOT, CAT, CHAT, DAN, LAST_TUESDAY, MONDAY, TUESDAY, at, live_a_week, put, settle

if TYPE_CHECKING:
    from datetime import date

    from models.work import Work

NOW = at(22)


async def test_a_profile_as_a_person_counts_it(work: Work) -> None:
    await settle(work, joined=[ANN])
    await live_a_week(work)
    assert await standing.profile(work, chat_id=CHAT, user_id=ANN, now=NOW) == Profile(
        chat="Village",
        messages_week=67,
        messages_month=71,
        active_days=3,
        replies_sent=0,
        replies_received=2,
        reactions_received=1,
        streak=0,
        warnings=0,
        warning_limit=3,
        joined_at=at(8),
        first_seen_at=at(0, day=LAST_TUESDAY),
    )


async def test_a_stranger_has_no_profile(work: Work) -> None:
    assert await standing.profile(work, chat_id=CHAT, user_id=1, now=NOW) is None


@pytest.mark.parametrize(("last", "streak"), [(TUESDAY, 4), (MONDAY, 4), (TUESDAY - timedelta(days=2), 0)])
async def test_a_streak_runs_until_a_day_is_over(work: Work, last: date, streak: int) -> None:
    await settle(work)
    await put(work, tables.checkins, {"user_id": ANN, "day": last, "streak": 4, "at": at(8, day=last)})
    found = await standing.profile(work, chat_id=CHAT, user_id=ANN, now=NOW)
    assert found is not None
    assert found.streak == streak


async def test_only_warnings_in_force_count(work: Work) -> None:
    await settle(work)
    for number, (expires, lifted) in enumerate([(1, None), (-1, None), (1, NOW)]):
        warning = {
            "warning_id": number,
            "user_id": ANN,
            "reason": "",
            "given_at": at(0, day=LAST_TUESDAY),
            "expires_at": NOW + timedelta(hours=expires),
            "lifted_at": lifted,
        }
        await put(work, tables.warnings, warning)
    found = await standing.profile(work, chat_id=CHAT, user_id=ANN, now=NOW)
    assert found is not None
    assert found.warnings == 1


@pytest.mark.parametrize(("days", "messages"), [(7, 67), (30, 71)])
async def test_top_looks_back_so_many_days_with_today(work: Work, days: int, messages: int) -> None:
    await settle(work)
    await live_a_week(work)
    chat, best = await standing.top(work, chat_id=CHAT, days=days, now=NOW)
    assert chat == "Village"
    assert [one.user_id for one in best] == [ANN, BOB, CAT, DAN]
    assert best[0].messages == messages


async def test_a_flood_does_not_lift_anybody(work: Work) -> None:
    await settle(work)
    await put(
        work,
        tables.member_days,
        {"day": TUESDAY, "user_id": ANN, "messages": 5000},
        {"day": TUESDAY, "user_id": BOB, "messages": 1},
    )
    await put(work, tables.pair_days, {"day": TUESDAY, "from_user": CAT, "to_user": BOB, "reactions": 1})
    _, best = await standing.top(work, chat_id=CHAT, days=7, now=NOW)
    assert [one.user_id for one in best] == [BOB, ANN]


async def test_belonging_ends_with_leaving(work: Work) -> None:
    await settle(work)
    await work.connection.execute(tables.members.update().where(tables.members.c.user_id == BOB).values(status="left"))
    assert [await standing.belongs(work, chat_id=CHAT, user_id=one) for one in (ANN, BOB, 1)] == [True, False, False]


async def test_the_groups_of_a_person(work: Work) -> None:
    await settle(work)
    assert await standing.chats_of(work, BOT) == [CHAT]
