from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.entrance.raids import is_raid, recent

AT = datetime(2026, 5, 29, 12, tzinfo=UTC)


def test_joins_count_by_their_own_dates_within_a_minute() -> None:
    joins = [AT - timedelta(seconds=seconds) for seconds in (90, 60, 59, 1)]
    assert recent(joins, AT) == (*joins[2:], AT)


def test_a_join_told_late_is_judged_among_its_own_neighbours() -> None:
    assert recent([AT + timedelta(seconds=5)], AT) == (AT,)


@pytest.mark.parametrize(("joins", "least", "raid"), [(14, 15, False), (15, 15, True), (500, 0, False), (1, 1, True)])
def test_so_many_joins_are_a_raid(joins: int, least: int, *, raid: bool) -> None:
    assert is_raid([AT] * joins, least) is raid
