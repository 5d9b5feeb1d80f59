import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.blocklist import BlocklistSettings
from domain.rules.catalog import RULES, judge, rule_settings
from domain.rules.flood import FloodSettings
from domain.rules.judgement import Scene
from domain.rules.links import LinksSettings
from domain.settings import RulesSettings
from tests.domain.rules.scenes import before, said

BLOCKED = RulesSettings(blocklist=BlocklistSettings(entries=("spam",)))
NEWCOMER = Scene(messages=0)


def test_the_first_rule_that_is_broken_counts() -> None:
    hit = judge(said("spam https://example.org"), NEWCOMER, BLOCKED)
    assert hit is not None
    assert hit.rule == "blocklist"


def test_a_rule_switched_off_is_not_asked() -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(enabled=False, entries=("spam",)))
    hit = judge(said("spam https://example.org"), NEWCOMER, rules)
    assert hit is not None
    assert hit.rule == "links"


def test_a_message_that_breaks_nothing_is_left_alone() -> None:
    assert judge(said("good morning"), Scene(messages=50), BLOCKED) is None


def test_earlier_parts_of_an_album_go_with_the_part_that_breaks_a_rule() -> None:
    scene = Scene(recent=(before(0, 1, "a"), before(0, 2, "a"), before(0, 3, "b")))
    hit = judge(said("spam", album="a"), scene, BLOCKED)
    assert hit is not None
    assert hit.also == (1, 2)


@pytest.mark.parametrize("text", ["", "spam"])
def test_later_parts_of_an_album_follow_the_part_that_broke_a_rule(text: str) -> None:
    scene = Scene(recent=(before(0, 1, "a"), before(0, 2, "a", removed=True)))
    hit = judge(said(text, album="a"), scene, BLOCKED)
    assert hit is not None
    assert (hit.continues, hit.also) == (True, ())


def test_a_part_of_another_album_is_judged_by_itself() -> None:
    scene = Scene(recent=(before(0, 2, "a", removed=True),), messages=50)
    assert judge(said("a picture", album="b"), scene, BLOCKED) is None


def test_every_rule_has_its_settings_in_the_model() -> None:
    assert {rule.name: type(rule_settings(rule.name, RulesSettings())) for rule in RULES} == {
        "blocklist": BlocklistSettings,
        "links": LinksSettings,
        "flood": FloodSettings,
    }


@given(text=st.text(max_size=60), messages=st.integers(0, 5), edited=st.booleans())
def test_judging_twice_says_the_same(text: str, messages: int, *, edited: bool) -> None:
    message, scene = said(text, edited=edited), Scene(messages=messages)
    assert judge(message, scene, BLOCKED) == judge(message, scene, BLOCKED)


@given(st.text(max_size=60))
def test_with_every_rule_off_nothing_is_broken(text: str) -> None:
    rules = RulesSettings(
        flood=FloodSettings(enabled=False),
        blocklist=BlocklistSettings(enabled=False, entries=("spam",)),
        links=LinksSettings(enabled=False),
    )
    scene = Scene(recent=tuple(before(0, number) for number in range(50)))
    assert judge(said(f"spam https://example.org {text}"), scene, rules) is None
