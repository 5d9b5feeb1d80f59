from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.rules.blocklist import BlocklistSettings
from domain.rules.catalog import RULES, judge, rule_settings
from domain.rules.judgement import Hit, Mode, Scene, Spares
from domain.rules.links import LinksSettings
from domain.settings import RulesSettings
from tests.domain.rules.scenes import before, said

if TYPE_CHECKING:
    from domain.messages import Message

BLOCKED = RulesSettings(blocklist=BlocklistSettings(entries=("spam",)))
NEWCOMER = Scene(messages=0)


def broken(message: Message, scene: Scene, rules: RulesSettings) -> Hit | None:
    """What is acted upon."""
    return judge(message, scene, rules).hit


def test_the_first_rule_that_is_broken_counts() -> None:
    hit = broken(said("spam https://example.org"), NEWCOMER, BLOCKED)
    assert hit is not None
    assert hit.rule == "blocklist"


def test_a_rule_switched_off_is_not_asked() -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(mode="off", entries=("spam",)))
    hit = broken(said("spam https://example.org"), NEWCOMER, rules)
    assert hit is not None
    assert hit.rule == "links"


def test_a_message_that_breaks_nothing_is_left_alone() -> None:
    assert broken(said("good morning"), Scene(messages=50), BLOCKED) is None


def test_earlier_parts_of_an_album_go_with_the_part_that_breaks_a_rule() -> None:
    scene = Scene(recent=(before(0, 1, "a"), before(0, 2, "a"), before(0, 3, "b")))
    hit = broken(said("spam", album="a"), scene, BLOCKED)
    assert hit is not None
    assert hit.also == (1, 2)


@pytest.mark.parametrize("text", ["", "spam"])
def test_later_parts_of_an_album_follow_the_part_that_broke_a_rule(text: str) -> None:
    scene = Scene(recent=(before(0, 1, "a"), before(0, 2, "a", removed=True)))
    hit = broken(said(text, album="a"), scene, BLOCKED)
    assert hit is not None
    assert (hit.continues, hit.also) == (True, ())


def test_a_part_of_another_album_is_judged_by_itself() -> None:
    scene = Scene(recent=(before(0, 2, "a", removed=True),), messages=50)
    assert broken(said("a picture", album="b"), scene, BLOCKED) is None


def test_every_rule_has_its_settings_in_the_model() -> None:
    for rule in RULES:
        assert type(rule_settings(rule.name, RulesSettings())) is type(getattr(RulesSettings(), rule.name))


def test_a_new_group_begins_with_rules_that_hit_nobody_by_surprise() -> None:
    acting = {rule.name for rule in RULES if rule.settings(RulesSettings()).mode == "on"}
    assert acting == {"blocklist", "links", "locks", "flood", "spam"}


@given(text=st.text(max_size=60), messages=st.integers(0, 5), edited=st.booleans())
def test_judging_twice_says_the_same(text: str, messages: int, *, edited: bool) -> None:
    message, scene = said(text, edited=edited), Scene(messages=messages)
    assert judge(message, scene, BLOCKED) == judge(message, scene, BLOCKED)


EVERY_RULE_OFF = RulesSettings.model_validate({rule.name: {"mode": "off"} for rule in RULES})


@given(st.text(max_size=60))
def test_with_every_rule_off_nothing_is_broken(text: str) -> None:
    scene = Scene(recent=tuple(before(0, number) for number in range(50)))
    assert broken(said(f"spam https://example.org {text}"), scene, EVERY_RULE_OFF) is None


def test_in_a_free_topic_only_what_is_never_welcome_counts() -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(entries=("spam",)), free_topics=("12",))
    free = replace(said("https://example.org"), thread_id=12)
    assert broken(free, NEWCOMER, rules) is None
    assert broken(replace(free, thread_id=13), NEWCOMER, rules) is not None
    assert broken(replace(free, thread_id=None), NEWCOMER, rules) is not None
    hit = broken(replace(free, text="spam"), NEWCOMER, rules)
    assert hit is not None
    assert hit.rule == "blocklist"


def test_a_rule_in_shadow_is_told_and_another_still_acts() -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(mode="shadow", entries=("spam",)))
    found = judge(said("spam https://example.org"), NEWCOMER, rules)
    assert found.hit is not None
    assert (found.hit.rule, [one.rule for one in found.shadows]) == ("links", ["blocklist"])


def test_a_rule_in_shadow_behind_the_first_hit_is_asked_as_well() -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(entries=("spam",)), links=LinksSettings(mode="shadow"))
    found = judge(said("spam https://example.org"), NEWCOMER, rules)
    assert [one.rule for one in found.shadows] == ["links"]


@pytest.mark.parametrize(
    ("spares", "scene", "spared"),
    [
        ("approved", Scene(approved=True), True),
        ("approved", Scene(trusted=True), False),
        ("trusted", Scene(trusted=True), True),
        ("trusted", Scene(approved=True), True),
        ("nobody", Scene(approved=True, trusted=True), False),
    ],
)
def test_a_rule_leaves_alone_whom_it_spares(spares: Spares, scene: Scene, *, spared: bool) -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(entries=("spam",), spares=spares))
    hit = broken(said("spam"), scene, rules)
    assert (hit is None) is spared


@pytest.mark.parametrize("mode", ["off", "shadow"])
def test_only_a_rule_that_is_on_acts(mode: Mode) -> None:
    rules = RulesSettings(blocklist=BlocklistSettings(entries=("spam",), mode=mode))
    assert broken(said("spam"), Scene(messages=50), rules) is None
