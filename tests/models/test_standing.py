"""Members beside one another, on a community counted by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.reports.standing import Standing
from models import standing, tables
from models.standing import Deeds, Membership
from tests.village import ANN, BOB, BOT, CAT, CHAT, DAN, LAST_TUESDAY, MONDAY, TUESDAY, at, live_a_week, settle

if TYPE_CHECKING:
    from models.work import Work


async def tuesday(work: Work) -> dict[int, Standing]:
    found = await standing.standings(work, chat_id=CHAT, since=TUESDAY, until=TUESDAY)
    return {one.user_id: one for one in found}


async def test_a_day_as_a_person_counts_it(work: Work) -> None:
    await settle(work)
    await live_a_week(work)
    found = await tuesday(work)
    assert found[ANN] == Standing(
        user_id=ANN,
        name="Ann",
        people=2,
        active_days=1,
        messages=60,
        counted=50,
        replies_received=2,
        reactions_received=1,
    )
    assert {user_id: one.people for user_id, one in found.items()} == {ANN: 2, BOB: 1, CAT: 0, DAN: 0}


async def test_people_who_respond_on_many_days_are_still_the_same_people(work: Work) -> None:
    await settle(work)
    await live_a_week(work)
    found = await standing.standings(work, chat_id=CHAT, since=LAST_TUESDAY, until=TUESDAY)
    ann = next(one for one in found if one.user_id == ANN)
    assert (ann.people, ann.active_days, ann.messages, ann.counted) == (2, 3, 71, 61)


async def test_robots_never_stand_among_members(work: Work) -> None:
    await settle(work)
    await live_a_week(work)
    await work.connection.execute(tables.member_days.update().values(messages=9))
    assert BOT not in await tuesday(work)


async def test_the_banned_are_left_out(work: Work) -> None:
    await settle(work)
    await live_a_week(work)
    banned = tables.members.update().where(tables.members.c.user_id == ANN).values(status="kicked")
    await work.connection.execute(banned)
    assert ANN not in await tuesday(work)


async def test_somebody_known_only_by_number_still_stands(work: Work) -> None:
    await live_a_week(work)
    assert (await tuesday(work))[BOB].name == ""


async def test_deeds_are_the_sums_of_the_days(work: Work) -> None:
    await live_a_week(work)
    found = await standing.deeds(work, chat_id=CHAT, user_id=BOB, days=[TUESDAY, MONDAY])
    assert found == Deeds(messages=5, active_days=2, replies_sent=1, replies_received=1, reactions_received=0)


async def test_no_days_are_no_deeds(work: Work) -> None:
    found = await standing.deeds(work, chat_id=CHAT, user_id=BOB, days=[TUESDAY + timedelta(days=9)])
    assert found == Deeds(messages=0, active_days=0, replies_sent=0, replies_received=0, reactions_received=0)


async def test_membership_has_its_dates(work: Work) -> None:
    await settle(work, joined=[ANN])
    found = await standing.membership(work, chat_id=CHAT, user_id=ANN)
    assert found == Membership(joined_at=at(8), first_seen_at=at(0, day=LAST_TUESDAY))


async def test_a_stranger_is_no_member(work: Work) -> None:
    assert await standing.membership(work, chat_id=CHAT, user_id=1) is None


async def test_the_groups_one_is_in(work: Work) -> None:
    await settle(work)
    assert await standing.chats_of(work, user_id=ANN, limit=5) == [CHAT]


async def test_a_group_one_left_is_none(work: Work) -> None:
    await settle(work)
    await work.connection.execute(tables.members.update().values(status="left"))
    assert await standing.chats_of(work, user_id=ANN, limit=5) == []
