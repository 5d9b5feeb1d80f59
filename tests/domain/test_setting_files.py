from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import paths
from domain.refusals import Refusal
from domain.rules.numbered import MOST_RULES
from domain.setting_files import is_portable, read_file, written
from domain.settings import ChatSettings
from tests.domain.chat_settings import overrides

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60).filter(str.strip),
    max_size=10,
)


def refused(text: str) -> tuple[str, Mapping[str, object]]:
    with pytest.raises(Refusal) as refusal:
        read_file(text)
    return refusal.value.phrase.key, refusal.value.phrase.values


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(overrides(), RULES)
def test_a_file_read_again_says_what_was_written(values: dict[str, object], rules: list[str]) -> None:
    before = paths.assemble(values)
    contents = read_file(written(before, rules))
    after = paths.assemble(contents.values)
    portable = [one.path for one in paths.all_settings() if is_portable(one)]
    assert list(contents.values) == portable
    assert [paths.read(after, path) for path in portable] == [paths.read(before, path) for path in portable]
    assert contents.rules == tuple(rules)


def test_what_is_one_chats_own_is_never_written() -> None:
    values: dict[str, object] = {"log_chat": -100777, "staff_chat": -100888, "digest.targets": ("-100999",)}
    text = written(paths.assemble(values), [])
    assert not any(word in text for word in ("777", "888", "999", "log_chat", "staff_chat", "targets", "bans:"))


def test_the_file_is_plain_yaml() -> None:
    content = yaml.safe_load(written(ChatSettings(), ["Be kind", "不发广告"]))
    assert content["steward"] == 1
    assert content["settings"]["rules"]["flood"]["messages"] == 7
    assert content["numbered_rules"] == ["Be kind", "不发广告"]


def test_a_file_may_say_little() -> None:
    contents = read_file("steward: 1\nsettings:\n  rules:\n    flood: {mode: off, messages: 9}\n")
    assert contents.values == {"rules.flood.mode": "off", "rules.flood.messages": 9}
    assert contents.rules is None


@pytest.mark.parametrize(("written_as", "value"), [("on", True), ("no", False), ("'true'", True), ("关", False)])
def test_yes_and_no_are_understood_as_people_write_them(written_as: str, *, value: bool) -> None:
    contents = read_file(f"steward: 1\nsettings: {{checkin: {{enabled: {written_as}}}}}")
    assert contents.values == {"checkin.enabled": value}


@pytest.mark.parametrize(
    ("body", "key", "line"),
    [
        ("steward: 2\n", "header", "1"),
        ("settings: {}\n", "header", "1"),
        ("- 1\n", "header", "1"),
        ("steward: 1\nextra: 1\n", "unknown", "2"),
        ("steward: 1\nsettings:\n  rules:\n    flod: {mode: on}\n", "unknown", "4"),
        ("steward: 1\nsettings:\n  log_chat: -100\n", "private", "3"),
        ("steward: 1\nsettings:\n  staff_chat:\n", "private", "3"),
        ("steward: 1\nsettings:\n  digest: {targets: [here]}\n", "private", "3"),
        ("steward: 1\nsettings:\n  bans: {share: on}\n", "private", "3"),
        ("steward: 1\nsettings:\n  rules: 3\n", "section", "3"),
        ("steward: 1\nsettings:\n  rules:\n    flood:\n      messages: 1000\n", "value", "5"),
        ("steward: 1\nsettings:\n  rules:\n    flood:\n      messages: many\n", "value", "5"),
        ("steward: 1\nsettings:\n  rules:\n    flood:\n      messages: 7.5\n", "value", "5"),
        ("steward: 1\nsettings:\n  language: [en]\n", "value", "3"),
        ("steward: 1\nsettings:\n  language: xx\n", "value", "3"),
        ("steward: 1\nsettings:\n  timezone: ../../etc/passwd\n", "value", "3"),
        ("steward: 1\nsettings:\n  checkin: {enabled: perhaps}\n", "value", "3"),
        ("steward: 1\nsettings:\n  rules: {blocklist: {entries: spam}}\n", "value", "3"),
        ("steward: 1\nsettings:\n  rules: {blocklist: {entries: [[a]]}}\n", "value", "3"),
        ("steward: 1\nnumbered_rules: one\n", "rules", "2"),
        ("steward: 1\nnumbered_rules: [[a]]\n", "rules", "2"),
        ('steward: 1\nnumbered_rules: ["a\\nb"]\n', "rules", "2"),
        ("steward: 1\nnumbered_rules: [' ']\n", "rules", "2"),
        ("steward: 1\nsettings: &x {}\n", "alias", "2"),
    ],
)
def test_a_mistake_is_named_with_its_line(body: str, key: str, line: str) -> None:
    found, values = refused(body)
    assert found == f"files-refused-{key}"
    assert values["line"] == line


def test_more_rules_than_there_may_be_are_refused() -> None:
    many = "".join(f"- rule {number}\n" for number in range(MOST_RULES + 1))
    assert refused(f"steward: 1\nnumbered_rules:\n{many}")[0] == "rules-too-long"
