from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.life.people import cast, parts, person_ids, planted

START = datetime(2026, 6, 1, tzinfo=UTC)


@given(members=st.integers(6, 300))
def test_a_community_has_exactly_as_many_parts_as_members(members: int) -> None:
    assert len(parts(members)) == members


@given(members=st.integers(6, 300))
def test_a_community_has_a_creator_an_admin_and_leaders(members: int) -> None:
    found = parts(members)

    assert found[:2] == ("creator", "admin")
    assert found.count("leader") >= 2


def test_ids_are_all_different() -> None:
    assert len(set(person_ids(3, 500))) == 500


def test_planted_leaders_are_the_cast_ones() -> None:
    people = cast(seed=3, language="zh", start=START, days=21, members=60)

    assert {one.person_id for one in people if one.part == "leader"} == set(planted(seed=3, members=60))


def test_a_large_community_has_names_for_everybody() -> None:
    people = cast(seed=3, language="zh", start=START, days=21, members=200)

    assert all(one.first_name for one in people)


def test_newcomers_arrive_within_the_days() -> None:
    people = cast(seed=3, language="en", start=START, days=21, members=60)
    arrivals = [one.joined_at for one in people if one.joined_at]

    assert len(arrivals) == 12
    assert all(START <= at < START + timedelta(days=21) for at in arrivals)


@pytest.mark.parametrize(("offset", "expected"), [(-1, False), (0, True), (1, True), (48, False)])
def test_presence_begins_with_joining_and_ends_with_leaving(offset: int, expected: bool) -> None:  # noqa: FBT001 - a table
    people = cast(seed=3, language="en", start=START, days=21, members=120)
    one = next(person for person in people if person.joined_at and person.leaves_at)
    assert one.joined_at
    assert one.leaves_at
    moment = one.joined_at + (one.leaves_at - one.joined_at) * (offset / 48)

    assert one.present(moment) is expected
