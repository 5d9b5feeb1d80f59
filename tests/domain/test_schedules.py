from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusals import Refusal
from domain.schedules import Occurrence, Trigger, cron, instant, next_occurrence, occurrences

START = datetime(2025, 6, 1, tzinfo=UTC)
END = datetime(2027, 6, 1, tzinfo=UTC)
SLOTS = ("00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30", "23:00", "23:30")
CHANGING = (
    "Africa/Cairo",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "Asia/Beirut",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Chatham",
)
NIGHT = Trigger(cron="0,30 0-3,23 * * *")


def walls(zone: ZoneInfo, start: datetime, *, step: timedelta, count: int) -> list[datetime]:
    return [(start + number * step).astimezone(zone).replace(tzinfo=None) for number in range(count + 1)]


def jumps(zone: ZoneInfo, start: datetime, *, step: timedelta, count: int) -> list[tuple[int, datetime, datetime]]:
    """Where the wall clock does not go on by one step: the step's number, the time before, the time after."""
    pairs = enumerate(pairwise(walls(zone, start, step=step, count=count)))
    return [(number, before, after) for number, (before, after) in pairs if after - before != step]


def behaviour(name: str) -> tuple[tuple[datetime, datetime], ...]:
    """What a zone's wall clock does in the two years: equal for zones that differ in name or offset only."""
    zone = ZoneInfo(name)
    days = jumps(zone, START, step=timedelta(days=1), count=(END - START).days)
    starts = [START + timedelta(days=number) for number, *_ in days]
    halves = [jump for at in starts for jump in jumps(zone, at, step=timedelta(minutes=30), count=48)]
    return tuple((before, after) for _, before, after in halves)


def distinct_zones() -> list[str]:
    return sorted({behaviour(name): name for name in sorted(available_timezones(), reverse=True)}.values())


def two_years(trigger: Trigger, timezone: str) -> list[Occurrence]:
    return list(takewhile(lambda found: found.at < END, occurrences(trigger, timezone=timezone, after=START)))


def local_dates(timezone: str) -> Iterator[date]:
    first = START.astimezone(ZoneInfo(timezone)).date() + timedelta(days=1)
    last = END.astimezone(ZoneInfo(timezone)).date()
    return (first + timedelta(days=number) for number in range((last - first).days))


def missed_or_doubled(timezone: str) -> list[tuple[date, str]]:
    found = two_years(NIGHT, timezone)
    whole = set(local_dates(timezone))
    named = [(one.local_date, one.slot) for one in found if one.local_date in whole]
    return sorted(set(named) ^ {(day, slot) for day in whole for slot in SLOTS}) + [
        name for name, count in Counter(named).items() if count > 1
    ]


def test_every_zone_has_one_occurrence_a_local_date_and_slot_for_two_years() -> None:
    wrong = {timezone: found for timezone in distinct_zones() if (found := missed_or_doubled(timezone))}
    assert wrong == {}


@pytest.mark.parametrize("timezone", CHANGING)
def test_occurrences_fall_on_the_date_they_are_named_by_and_in_order(timezone: str) -> None:
    zone = ZoneInfo(timezone)
    found = two_years(NIGHT, timezone)
    assert {one.local_date for one in found if one.at.astimezone(zone).date() != one.local_date} == set()
    assert all(earlier.at <= later.at for earlier, later in pairwise(found))


@pytest.mark.parametrize(
    ("timezone", "wall", "expected"),
    [
        pytest.param("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:30+02:00", id="skipped: later"),
        pytest.param("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30+02:00", id="twice: the first"),
        pytest.param("America/Santiago", "2025-09-07T00:30", "2025-09-07T01:30-03:00", id="midnight skipped"),
        pytest.param("America/Nuuk", "2026-03-28T23:30", "2026-03-28T22:30-02:00", id="last hour skipped: earlier"),
        pytest.param("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45+11:00", id="half an hour"),
        pytest.param("Asia/Kathmandu", "2026-01-01T09:00", "2026-01-01T09:00+05:45", id="plain"),
    ],
)
def test_wall_clock_times_stand_for_one_instant(timezone: str, wall: str, expected: str) -> None:
    at = instant(datetime.fromisoformat(wall), ZoneInfo(timezone))
    assert at == datetime.fromisoformat(expected)


def test_a_date_that_a_zone_leaves_out_has_no_occurrence() -> None:
    after = datetime(2011, 12, 29, 12, tzinfo=ZoneInfo("Pacific/Apia"))
    following = next_occurrence(cron("0 9 * * *"), timezone="Pacific/Apia", after=after)
    assert following is not None
    assert following.local_date == date(2011, 12, 31)


@pytest.mark.parametrize(("weekday", "expected"), [("0", 6), ("7", 6), ("1", 0), ("5", 4), ("sun", 6)])
def test_sunday_is_both_0_and_7(weekday: str, expected: int) -> None:
    found = next_occurrence(cron(f"0 20 * * {weekday}"), timezone="UTC", after=START)
    assert found is not None
    assert found.local_date.weekday() == expected


def test_day_of_month_and_weekday_together_mean_either() -> None:
    found = two_years(cron("0 9 1 * 5"), "UTC")
    assert {one.local_date.weekday() == 4 for one in found} == {True, False}
    assert all(one.local_date.weekday() == 4 or one.local_date.day == 1 for one in found)


@given(
    hours=st.integers(0, 6 * 366 * 24),
    timezone=st.sampled_from(sorted(available_timezones())),
    slot=st.times(),
)
def test_the_next_occurrence_is_later_and_within_two_local_days(hours: int, timezone: str, slot: time) -> None:
    after = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    trigger = cron(f"{slot.minute} {slot.hour} * * *")
    found = next_occurrence(trigger, timezone=timezone, after=after)
    assert found is not None
    assert after < found.at <= after + timedelta(hours=50)


@pytest.mark.parametrize(
    ("expression", "key"),
    [
        ("0 20 * *", "posts-when-fields"),
        ("0 0 20 * * 5", "posts-when-fields"),
        ("", "posts-when-fields"),
        ("61 20 * * 5", "posts-when-field"),
        ("0 24 * * 5", "posts-when-field"),
        ("0 20 32 * *", "posts-when-field"),
        ("0 20 * 13 *", "posts-when-field"),
        ("0 20 * * 8", "posts-when-field"),
        ("0 20 * * fry", "posts-when-field"),
        ("0 0 30 2 *", "posts-when-never"),
        ("0 0 31 4,6,9,11 *", "posts-when-never"),
        ("* * * * *", "posts-when-often"),
        ("*/10 * * * *", "posts-when-often"),
    ],
)
def test_impossible_expressions_are_refused_in_one_sentence(expression: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        cron(expression)
    assert refused.value.phrase.key == key


def test_leap_days_are_possible() -> None:
    found = next_occurrence(cron("0 0 29 2 *"), timezone="UTC", after=START)
    assert found is not None
    assert found.local_date == date(2028, 2, 29)
