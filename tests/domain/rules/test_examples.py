"""One message for each rule that breaks it: what holds for all rules is shown with every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from domain.messages import Forward, Link, Origin
from domain.rules.catalog import RULES, judge
from domain.rules.judgement import Scene, Staff
from domain.settings import RulesSettings
from tests.domain.rules.scenes import before, said

if TYPE_CHECKING:
    from domain.messages import Message

OLD = Scene(messages=500)
# These look at more than the message; their own tests show them.
ASIDE = {"repeats", "slowmode", "spam"}
EXAMPLES: dict[str, tuple[Message, Scene, dict[str, object]]] = {
    "channels": (said("buy", origin=Origin.CHANNEL, sender_chat_id=-1009), OLD, {}),
    "impersonation": (
        replace(said("hi"), sender_name="Ada Lovelace"),
        replace(OLD, staff=(Staff(user_id=1, name="Ada Lovelace"),)),
        {},
    ),
    "locks": (replace(said(), kind="voice", traits=frozenset({"voice"})), OLD, {"kinds": ["voice"]}),
    "blocklist": (said("come to the casino"), OLD, {"entries": ["casino"]}),
    "links": (said(links=(Link("https://evil.example", hidden=True),)), OLD, {"denied": ["evil.example"]}),
    "invites": (said("t.me/+AbCdEf"), OLD, {}),
    "forwards": (replace(said("x"), forward=Forward(kind="channel", source_id=-1009)), OLD, {}),
    "newcomers": (replace(said(), kind="photo", traits=frozenset({"photo"})), Scene(), {}),
    "mentions": (replace(said("x"), mentioned_names=("ann", "ben")), OLD, {"most": 1}),
    "emoji": (said("😀😀"), OLD, {"most": 1}),
    "capitals": (said("BUY THIS COIN RIGHT NOW PLEASE"), OLD, {}),
    "length": (said("x" * 2000), OLD, {}),
    "scripts": (said("привет всем"), OLD, {"scripts": ["cyrillic"]}),
    "flood": (said(second=9), replace(OLD, recent=tuple(before(second, second) for second in range(9))), {}),
}


def rules(name: str, **more: object) -> RulesSettings:
    """That rule alone, as its example wants it."""
    off: dict[str, dict[str, object]] = {rule.name: {"mode": "off"} for rule in RULES}
    return RulesSettings.model_validate(off | {name: {"mode": "on", **EXAMPLES[name][2], **more}})


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) == {rule.name for rule in RULES} - ASIDE


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_that_is_on_hits_its_example(name: str) -> None:
    message, scene, _ = EXAMPLES[name]
    hit = judge(message, scene, rules(name)).hit
    assert hit is not None
    assert hit.rule == name


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_in_shadow_is_only_told(name: str) -> None:
    message, scene, _ = EXAMPLES[name]
    found = judge(message, scene, rules(name, mode="shadow"))
    assert (found.hit, [one.rule for one in found.shadows]) == (None, [name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_ordinary_message_breaks_no_rule(name: str) -> None:
    assert judge(said("Good morning, how are you today?"), OLD, rules(name)).hit is None


@pytest.mark.parametrize("name", EXAMPLES)
def test_who_was_approved_is_spared_unless_a_manager_says_otherwise(name: str) -> None:
    message, scene, _ = EXAMPLES[name]
    approved = replace(scene, approved=True)
    assert judge(message, approved, rules(name)).hit is None
    assert judge(message, approved, rules(name, spares="nobody")).hit is not None


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_edited_message_is_judged_again_and_counted_once(name: str) -> None:
    message, scene, _ = EXAMPLES[name]
    hit = judge(replace(message, edited=True), scene, rules(name)).hit
    assert (hit is not None) is (name != "flood")


SPOKEN = {"blocklist": "the casino", "links": "https://evil.example", "invites": "t.me/+AbCdEf"}


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("kind", ["poll", "contact", "document", "photo", "checklist"])
def test_words_in_polls_cards_names_of_files_buttons_and_quotes_are_judged(name: str, kind: str) -> None:
    message = replace(said(), kind=kind, parts=("look", SPOKEN[name]))
    assert judge(message, OLD, rules(name)).hit is not None
