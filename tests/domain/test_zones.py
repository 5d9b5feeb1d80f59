from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.zones import CITIES, COMMON, suggestions, with_offset, zone_named

WINTER = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Asia/Shanghai", "Asia/Shanghai"),
        ("asia/shanghai", "Asia/Shanghai"),
        ("Shanghai", "Asia/Shanghai"),
        ("上海", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("深圳", "Asia/Shanghai"),
        ("香港", "Asia/Hong_Kong"),
        ("台北", "Asia/Taipei"),
        ("新加坡", "Asia/Singapore"),
        ("东京", "Asia/Tokyo"),
        ("纽约", "America/New_York"),
        ("new york", "America/New_York"),
        ("伦敦", "Europe/London"),
        (" utc ", "UTC"),
    ],
)
def test_a_zone_goes_by_many_names(text: str, zone: str) -> None:
    assert zone_named(text) == zone


@pytest.mark.parametrize("text", ["", "Mars", "Asia", "../etc", "+08:00", "posix/UTC"])
def test_other_names_are_unknown(text: str) -> None:
    assert zone_named(text) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [("Shangai", "Asia/Shanghai"), ("europe/berln", "Europe/Berlin"), ("new yorc", "America/New_York")],
)
def test_near_misses_are_understood(text: str, zone: str) -> None:
    assert zone in suggestions(text)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("UTC+8", "Asia/Shanghai"),
        ("gmt +08:00", "Asia/Shanghai"),
        ("+9", "Asia/Tokyo"),
        ("东八区", "Asia/Shanghai"),
        ("西五区", "America/New_York"),
        ("UTC-5", "America/New_York"),
    ],
)
def test_a_distance_from_utc_leads_to_zones(text: str, zone: str) -> None:
    assert zone in with_offset(text, WINTER)


@pytest.mark.parametrize("text", ["", "8", "UTC", "+99", "东百区", "Shanghai", "+8:99"])
def test_what_is_no_distance_leads_nowhere(text: str) -> None:
    assert with_offset(text, WINTER) == ()


def test_nothing_is_suggested_for_nonsense() -> None:
    assert suggestions("qqqqqq") == ()


@pytest.mark.parametrize("zone", [*COMMON, *CITIES])
def test_every_zone_offered_exists(zone: str) -> None:
    assert ZoneInfo(zone).key == zone
