from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import paths, pickers
from domain.paths import Kind, Setting, SettingValue
from domain.rules.actions import PRESETS
from domain.settings import ChatSettings
from domain.zones import COMMON

NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
NUMBER = Setting(path="n", kind=Kind.NUMBER, least=0, most=720)


def values(path: str, current: SettingValue) -> list[object]:
    setting = paths.find(path)
    assert setting is not None
    return [choice.value for row in pickers.rows(setting, current, NOW) for choice in row]


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        (300, [200, 290, 299, 301, 310, 400]),
        (0, [1, 10, 100]),
        (720, [620, 710, 719]),
        (5, [0, 4, 6, 15, 105]),
        (1, [0, 2, 11, 101]),
    ],
)
def test_steps_are_small_and_large_and_stop_at_the_bounds(current: int, expected: list[int]) -> None:
    assert [choice.value for choice in pickers.number_steps(NUMBER, current)] == expected


def test_a_short_range_has_small_steps_only() -> None:
    assert values("rules.warnings.limit", 3) == [2, 4]


@given(st.integers(0, 720), st.integers(0, 720), st.integers(0, 720))
def test_every_step_is_allowed_and_leads_elsewhere(one: int, two: int, three: int) -> None:
    least, current, most = sorted((one, two, three))
    setting = Setting(path="n", kind=Kind.NUMBER, least=least, most=most)
    for choice in pickers.number_steps(setting, current):
        assert isinstance(choice.value, int)
        assert least <= choice.value <= most
        assert choice.value != current


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("09:00", ["08:00", "08:45", "09:15", "10:00"]),
        ("00:10", ["23:10", "23:55", "00:25", "01:10"]),
        ("23:50", ["22:50", "23:35", "00:05", "00:50"]),
    ],
)
def test_clock_steps_go_round_midnight(current: str, expected: list[str]) -> None:
    assert [choice.value for choice in pickers.time_steps(current)] == expected


def test_choices_are_those_of_the_model() -> None:
    assert values("rules.flood.action", "warn") == list(PRESETS)


def test_what_holds_now_is_marked() -> None:
    setting = paths.find("language")
    assert setting is not None
    marked = [
        choice.value
        for row in pickers.rows(setting, "zh", NOW)
        for choice in row
        if choice.label.key == "settings-chosen"
    ]
    assert marked == ["zh"]


def test_zones_are_offered_with_their_clock() -> None:
    assert values("timezone", "UTC") == list(COMMON)
    assert pickers.zone_label("Asia/Shanghai", NOW).values["clock"] == "20:00"


@pytest.mark.parametrize("path", ["digest.targets", "rules.blocklist.entries", "log_chat"])
def test_lists_and_ids_are_typed(path: str) -> None:
    assert values(path, paths.read(ChatSettings(), path)) == []


@pytest.mark.parametrize("setting", paths.all_settings(), ids=lambda setting: setting.path)
def test_everything_offered_is_accepted(setting: Setting) -> None:
    current = paths.read(ChatSettings(), setting.path)
    for row in pickers.rows(setting, current, NOW):
        for choice in row:
            assert paths.read(paths.assemble({setting.path: choice.value}), setting.path) == choice.value
