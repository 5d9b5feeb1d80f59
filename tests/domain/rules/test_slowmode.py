"""One message a member in so many seconds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.rules.judgement import Scene
from domain.rules.slowmode import SlowmodeSettings, check
from tests.domain.rules.scenes import before, said

if TYPE_CHECKING:
    from domain.rules.judgement import Hit, Recent

SETTINGS = SlowmodeSettings(mode="on", seconds=30)


def judged(second: float, *recent: Recent, album: str | None = None, edited: bool = False) -> Hit | None:
    return check(said("hi", second=second, album=album, edited=edited), Scene(recent=recent), SETTINGS)


@pytest.mark.parametrize(("second", "is_hit"), [(0, True), (29.9, True), (30, False), (600, False)])
def test_the_next_message_waits(second: float, *, is_hit: bool) -> None:
    assert (judged(second, before(0, 1)) is not None) is is_hit


def test_the_first_message_waits_for_nothing() -> None:
    assert judged(0) is None


def test_what_was_removed_makes_nobody_wait() -> None:
    assert judged(31, before(0, 1), before(10, 2, removed=True)) is None


def test_only_the_first_that_comes_too_early_is_spoken_of() -> None:
    first = judged(10, before(0, 1))
    second = judged(12, before(0, 1), before(10, 2, removed=True))
    assert first is not None
    assert second is not None
    assert (first.continues, second.continues) == (False, True)


def test_an_album_is_one_message() -> None:
    assert judged(1, before(0, 1, "album"), album="album") is None
    assert judged(1, before(0, 1, "album"), album="another") is not None


def test_an_edit_is_no_message() -> None:
    assert judged(1, before(0, 1), edited=True) is None


def test_the_wait_is_told() -> None:
    hit = judged(1, before(0, 1))
    assert hit is not None
    assert hit.because.values == {"span": timedelta(seconds=30)}
