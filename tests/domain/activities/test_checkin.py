from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activities.checkin import DAY, CheckIn, joined_run, streak_after

FIRST = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("offsets", "joined"),
    [((), 0), ((1,), 1), ((1, 2, 3), 3), ((2,), 0), ((1, 2, 4, 5), 2)],
)
def test_later_days_join_on_up_to_the_first_gap(offsets: tuple[int, ...], joined: int) -> None:
    later = [FIRST + offset * DAY for offset in offsets]
    assert joined_run(FIRST, later) == tuple(later[:joined])


@given(days=st.lists(st.integers(0, 20), unique=True), order=st.randoms(use_true_random=False))
def test_streaks_do_not_depend_on_the_order_in_which_days_arrive(days: list[int], order: object) -> None:
    streaks: dict[date, int] = {}
    for offset in days:
        day = FIRST + timedelta(days=offset)
        streaks[day] = streak_after(streaks.get(day - DAY, 0))
        for following in joined_run(day, sorted(other for other in streaks if other > day)):
            streaks[following] += streaks[day]
    for day, streak in streaks.items():
        run = [day - back * DAY for back in range(streak)]
        assert all(one in streaks for one in run)
        assert day - streak * DAY not in streaks


@pytest.mark.parametrize(
    ("streak", "rank", "reached"), [(7, 1, 7), (30, 2, 30), (100, 1, 100), (8, 1, None), (7, None, None)]
)
def test_milestones_are_reached_once(streak: int, rank: int | None, reached: int | None) -> None:
    assert CheckIn(day=FIRST, streak=streak, total=streak, rank=rank).milestone == reached
