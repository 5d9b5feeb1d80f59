from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.rules.echoes import Echo, Echoes
from domain.rules.judgement import Scene
from domain.rules.repeats import RepeatsSettings, check
from tests.domain.rules.scenes import CHAT, NOON, said

TEXT = "join my channel for free signals"
ME = 7
SETTINGS = RepeatsSettings(own=3, people=3, minutes=10, similarity=80)


def echoes(*senders: int, alike: int = 100, minutes: float = 1, chat_id: int = CHAT, short: bool = False) -> Scene:
    """Earlier messages of these that say the same."""
    at = NOON - timedelta(minutes=minutes)
    found = [
        Echo(chat_id=chat_id, message_id=place, sender=sender, at=at, alike=alike)
        for place, sender in enumerate(senders, start=1)
    ]
    return Scene(echoes=Echoes(same=tuple(found), short=short))


@pytest.mark.parametrize(
    ("scene", "because", "also"),
    [
        (echoes(ME, ME), "rules-because-repeats-own", (1, 2)),
        (echoes(ME, ME, ME), "rules-because-repeats-own", (1, 2, 3)),
        (echoes(ME, ME, chat_id=-5), "rules-because-repeats-own", ()),
        (echoes(8, 9), "rules-because-repeats-people", (1, 2)),
        (echoes(8, 8, 9), "rules-because-repeats-people", (1, 2, 3)),
        (echoes(8, 9, chat_id=-5), "rules-because-repeats-people", ()),
        (echoes(ME, ME, ME, ME, ME, short=True), "rules-because-repeats-own", (1, 2, 3, 4, 5)),
        (echoes(ME, ME, alike=80), "rules-because-repeats-own", (1, 2)),
        (echoes(ME, ME, minutes=10), "rules-because-repeats-own", (1, 2)),
    ],
)
def test_the_same_too_often_goes_with_what_it_repeats_here(scene: Scene, because: str, also: tuple[int, ...]) -> None:
    hit = check(said(TEXT), scene, SETTINGS)
    assert hit is not None
    assert (hit.rule, hit.because.key, hit.also, hit.quote) == ("repeats", because, also, TEXT)


@pytest.mark.parametrize(
    "scene",
    [
        Scene(),
        echoes(ME),
        echoes(8),
        echoes(ME, 8),
        echoes(8, 8, 8),
        echoes(ME, ME, alike=79),
        echoes(ME, ME, minutes=11),
        echoes(ME, ME, ME, ME, short=True),
    ],
)
def test_what_is_not_often_enough_is_left_alone(scene: Scene) -> None:
    assert check(said(TEXT), scene, SETTINGS) is None


def test_a_message_is_no_echo_of_itself() -> None:
    assert check(replace(said(TEXT), message_id=2), echoes(ME, ME), SETTINGS) is None


def test_an_edit_says_nothing_again() -> None:
    assert check(said(TEXT, edited=True), echoes(ME, ME), SETTINGS) is None


def test_channels_repeat_themselves_too() -> None:
    assert check(said(TEXT, sender_chat_id=-9), echoes(-9, -9), SETTINGS) is not None


@pytest.mark.parametrize(("off", "senders"), [("own", (ME, ME, ME)), ("people", (8, 9, 10))])
def test_zero_never_counts(off: str, senders: tuple[int, ...]) -> None:
    assert check(said(TEXT), echoes(*senders), SETTINGS.model_copy(update={off: 0})) is None
