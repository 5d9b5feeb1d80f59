from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.echoes import HASHES, Echo, RecentTexts, alike, sketch_of

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)
CHAT, OTHER = -1001, -1002
ANN, BEN = 11, 12
OFFER = "Join our free signals channel and double your deposit within a week, write to the admin now"
CHINESE = "招聘兼职刷单日结工资三百到五百元，有手机就能做，需要的朋友加微信详谈，名额有限"


def heard(*said: tuple[str, int, float], chat_id: int = CHAT) -> RecentTexts:
    """Texts, each with its sender and the second it was said."""
    recent = RecentTexts()
    for place, (text, sender, second) in enumerate(said):
        at = NOON + timedelta(seconds=second)
        recent.add(sketch_of(text), chat_id=chat_id, message_id=place, sender=sender, at=at)
    return recent


def same(recent: RecentTexts, text: str, *, sender: int = ANN, second: float = 60) -> list[int]:
    """The ids of those that are much the same."""
    found = recent.find(sketch_of(text), sender=sender, at=NOON + timedelta(seconds=second))
    return [echo.message_id for echo in found.same if echo.alike >= 80]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OFFER, OFFER),
        (OFFER, OFFER.upper()),
        (OFFER, OFFER.replace(" ", "  ") + " 🚀🚀🚀"),
        (OFFER, OFFER + " !!! 1"),
        (OFFER, OFFER.replace("week", "w\u200beek")),
        (CHINESE, CHINESE.replace("，", " ")),
        (CHINESE, "🔥" + CHINESE + "🔥"),
    ],
)
def test_nearly_the_same_is_the_same(one: str, other: str) -> None:
    assert alike(sketch_of(one), sketch_of(other)) >= 80


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OFFER, CHINESE),
        (OFFER, "Has anybody tried the new release? It crashes when I open the settings page on my phone"),
        (CHINESE, "今天的活动改到下午三点，请各位准时参加，有问题可以在群里留言，管理员会尽快回复大家"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert alike(sketch_of(one), sketch_of(other)) < 50


def test_what_anybody_said_before_is_found() -> None:
    assert same(heard((OFFER, ANN, 0), ("Good morning everybody!", BEN, 1), (OFFER, BEN, 2)), OFFER) == [0, 2]


def test_an_echo_tells_where_and_by_whom() -> None:
    recent = heard((OFFER, BEN, 0), chat_id=OTHER)
    (echo,) = recent.find(sketch_of(OFFER), sender=ANN, at=NOON).same
    assert echo == Echo(chat_id=OTHER, message_id=0, sender=BEN, at=NOON, alike=100)


def test_short_words_of_others_are_no_echo() -> None:
    recent = heard(("good luck", BEN, 0), ("good luck", ANN, 1), ("good lucky", ANN, 2))
    assert same(recent, "Good luck!") == [1]


@pytest.mark.parametrize(("second", "found"), [(0, [0]), (3600, [0]), (3601, []), (-1, [])])
def test_the_window_goes_by_message_dates(second: float, found: list[int]) -> None:
    assert same(heard((OFFER, ANN, 0)), OFFER, second=second) == found


def test_what_is_too_old_or_too_much_goes() -> None:
    recent = RecentTexts(most=10)
    for number in range(40):
        text = f"this is the text of number {number * 7919} among many"
        at = NOON + timedelta(seconds=number)
        recent.add(sketch_of(text), chat_id=CHAT, message_id=number, sender=ANN, at=at)
    assert len(recent) == 10
    recent.add(sketch_of(OFFER), chat_id=CHAT, message_id=99, sender=ANN, at=NOON + timedelta(days=1))
    assert len(recent) == 1


def test_signs_alone_are_nothing_to_keep() -> None:
    assert len(heard(("👍👍👍", ANN, 0), ("...", ANN, 0), ("", ANN, 0))) == 0


def test_a_chat_begins_once() -> None:
    recent = RecentTexts()
    assert (recent.begin(CHAT), recent.begin(CHAT), recent.begin(OTHER)) == (True, False, True)


@given(st.text(max_size=200))
def test_a_text_is_always_its_own_echo(text: str) -> None:
    sketch = sketch_of(text)
    assert len(sketch) <= HASHES
    assert alike(sketch, sketch) == 100
    assert same(heard((text, ANN, 0)), text) == ([0] if sketch else [])


@given(st.text(min_size=12, max_size=80), st.text(min_size=12, max_size=80))
def test_likeness_is_mutual_and_a_percentage(one: str, other: str) -> None:
    first, second = sketch_of(one), sketch_of(other)
    assert alike(first, second) == alike(second, first)
    assert 0 <= alike(first, second) <= 100
