from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.differences import Difference, between, line
from domain.setting_files import NUMBERED

if TYPE_CHECKING:
    from domain.paths import SettingValue
    from services.words import Words


def test_only_what_differs_is_told() -> None:
    before: dict[str, SettingValue] = {"language": "en", "timezone": "UTC"}
    after: dict[str, SettingValue] = {"language": "zh", "timezone": "UTC"}
    assert between(before, after) == (Difference(path="language", before="en", after="zh"),)


@pytest.mark.parametrize(
    ("path", "before", "after", "told"),
    [
        ("rules.flood.messages", 7, 9, "• Rules › Flooding › Messages: 7 → 9"),
        ("checkin.enabled", True, False, "• Check-in › Daily check-in: on → off"),
        ("rules.flood.mode", "on", "shadow", "• Rules › Flooding › Mode: on → only watch"),
        ("rules.flood.action", "warn", "mute 6h", "• Rules › Flooding › What follows: a warning → a mute of 6 hours"),
        ("log_chat", None, -1005, "• Log chat: none → -1005"),
        ("rules.blocklist.entries", (), ("a", "b"), "• Rules › Blocklist › Words: added “a”, “b”"),
        ("rules.blocklist.entries", ("a",), (), "• Rules › Blocklist › Words: removed “a”"),
        ("rules.blocklist.entries", ("a",), ("b",), "• Rules › Blocklist › Words: added “b”; removed “a”"),
        ("rules.blocklist.entries", ("a", "b"), ("b", "a"), "• Rules › Blocklist › Words: in another order"),
        (
            "rules.blocklist.entries",
            (),
            tuple("abcdefg"),
            "• Rules › Blocklist › Words: added “a”, “b”, “c”, “d” and 3 more",
        ),
        (NUMBERED, (), ("Be kind",), "• Your /rules: added “Be kind”"),
        ("rules.gone", "1", "2", "• rules.gone: 1 → 2"),
    ],
)
def test_a_difference_reads_as_people_speak(
    words: Words, path: str, before: SettingValue, after: SettingValue, told: str
) -> None:
    shown = words.plain(line(Difference(path=path, before=before, after=after)), language="en", timezone="UTC")
    assert shown == told
