"""What earns trust, and when it is earned."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.messages import Forward, Link, Message, Origin
from domain.trust import Earned, TrustSettings, is_trusted, is_worthy
from tests.domain.rules.scenes import NOON, said

SETTINGS = TrustSettings(messages=5, characters=15, days=2)
TALK = said("I think the second plan is better")


@pytest.mark.parametrize(
    ("text", "worthy"),
    [
        ("I think the second plan is better", True),
        ("我觉得第二个方案更好", True),
        ("ok", False),
        ("好的", False),
        ("hahahahahahahahahahaha", False),
        ("哈哈哈哈哈哈哈哈哈哈哈", False),
        ("1234567890 1234567890", False),
        ("!!!!!!!!!!!!!!!!!!!!!!!", False),
        ("😀😀😀😀😀😀😀😀😀😀😀😀", False),
        ("/start this bot for me please now", False),
        ("!ban this bot for me please now", False),
        ("", False),
    ],
)
def test_only_words_that_say_something_count(text: str, *, worthy: bool) -> None:
    assert is_worthy(said(text), SETTINGS) is worthy


@pytest.mark.parametrize(
    "message",
    [
        replace(TALK, forward=Forward(kind="user", source_id=5)),
        replace(TALK, via_bot="gif"),
        replace(TALK, links=(Link("https://example.org", hidden=False),)),
        *(replace(TALK, origin=origin) for origin in Origin if origin is not Origin.MEMBER),
    ],
)
def test_what_is_not_a_persons_own_does_not_count(message: Message) -> None:
    assert not is_worthy(message, SETTINGS)


def test_a_chinese_character_says_as_much_as_two_letters() -> None:
    assert is_worthy(said("这八个字刚好够长"), TrustSettings(characters=16))
    assert not is_worthy(said("这八个字刚好够长"), TrustSettings(characters=17))


@pytest.mark.parametrize(
    ("worthy", "age", "trusted"),
    [
        (5, timedelta(days=2), True),
        (5, timedelta(days=2) - timedelta(seconds=1), False),
        (4, timedelta(days=200), False),
        (0, timedelta(), False),
    ],
)
def test_trust_takes_messages_and_days(worthy: int, age: timedelta, *, trusted: bool) -> None:
    assert is_trusted(Earned(worthy=worthy, since=NOON - age), SETTINGS, at=NOON) is trusted


def test_a_managers_word_is_enough() -> None:
    assert is_trusted(Earned(worthy=0, since=NOON, approved=True), SETTINGS, at=NOON)
