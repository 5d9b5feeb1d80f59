from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.entrance.nights import is_night
from domain.entrance.settings import NightSettings

NIGHT = NightSettings(enabled=True, begins="23:00", ends="07:00")


@pytest.mark.parametrize(
    ("clock", "night"), [("22:59", False), ("23:00", True), ("00:00", True), ("06:59", True), ("07:00", False)]
)
def test_a_night_goes_over_midnight(clock: str, *, night: bool) -> None:
    now = datetime.fromisoformat(f"2026-05-29T{clock}:30+08:00")
    assert is_night(NIGHT, now, "Asia/Shanghai") is night


@pytest.mark.parametrize(("clock", "night"), [("12:59", False), ("13:00", True), ("14:59", True), ("15:00", False)])
def test_a_rest_can_be_in_the_day(clock: str, *, night: bool) -> None:
    rest = NightSettings(enabled=True, begins="13:00", ends="15:00")
    assert is_night(rest, datetime.fromisoformat(f"2026-05-29T{clock}+00:00"), "UTC") is night


@pytest.mark.parametrize("settings", [NightSettings(), NightSettings(enabled=True, begins="08:00", ends="08:00")])
def test_there_is_none_when_switched_off_or_without_length(settings: NightSettings) -> None:
    start = datetime(2026, 5, 29, tzinfo=UTC)
    assert not any(is_night(settings, start + timedelta(hours=hour), "UTC") for hour in range(24))


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 7), ("2026-10-25", 9), ("2026-05-29", 8)])
def test_a_night_in_which_clocks_change_is_as_long_as_its_own_clock_says(day: str, hours: int) -> None:
    start = datetime.fromisoformat(f"{day}T12:00:00+00:00") - timedelta(days=1)
    minutes = [start + timedelta(minutes=minute) for minute in range(24 * 60)]
    assert sum(is_night(NIGHT, minute, "Europe/Berlin") for minute in minutes) == hours * 60
