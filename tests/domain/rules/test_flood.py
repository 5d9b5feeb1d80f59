from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.flood import FloodSettings, check
from domain.rules.judgement import Recent, Scene
from tests.domain.rules.scenes import before, said

FIVE_IN_TEN = FloodSettings(messages=5, seconds=10)


def burst(count: int, *, gap: float = 1) -> tuple[Recent, ...]:
    return tuple(before(number * gap, number) for number in range(count))


@pytest.mark.parametrize(
    ("recent", "second", "is_flood"),
    [
        (burst(4), 4, False),
        (burst(5), 5, True),
        (burst(5), 9.9, True),
        (burst(5), 10, False),
        (burst(5, gap=3), 15, False),
        ((), 0, False),
    ],
)
def test_more_than_so_many_within_so_long_is_a_flood(
    recent: tuple[Recent, ...], second: float, *, is_flood: bool
) -> None:
    hit = check(said(second=second), Scene(recent=recent), FIVE_IN_TEN)
    assert (hit is not None) is is_flood


def test_the_earlier_messages_of_the_flood_go_too_and_older_ones_stay() -> None:
    recent = (before(-60, 1), *(before(number, 10 + number) for number in range(5)))
    hit = check(said(second=6), Scene(recent=recent), FIVE_IN_TEN)
    assert hit is not None
    assert hit.also == (10, 11, 12, 13, 14)


def test_an_album_counts_once() -> None:
    album = tuple(before(1, number, album="a") for number in range(9))
    assert check(said(second=2, album="a"), Scene(recent=album), FIVE_IN_TEN) is None


def test_all_parts_of_an_album_in_a_flood_go() -> None:
    recent = (*burst(4), before(4, 21, album="a"), before(4, 22, album="a"))
    hit = check(said(second=5), Scene(recent=recent), FIVE_IN_TEN)
    assert hit is not None
    assert {21, 22} <= set(hit.also)


def test_a_further_part_of_an_album_that_ended_a_flood_is_not_punished_again() -> None:
    recent = (*burst(5), before(5, 21, album="a"))
    hit = check(said(second=5, album="a"), Scene(recent=recent), FIVE_IN_TEN)
    assert hit is not None
    assert hit.continues


def test_copies_of_one_message_count_once() -> None:
    recent = tuple(before(second, 3) for second in range(9))
    assert check(said(second=9), Scene(recent=recent), FIVE_IN_TEN) is None


def test_a_second_copy_of_the_judged_message_does_not_count() -> None:
    recent = (*burst(4), before(4, 1000))
    assert check(said(second=4, message_id=1000), Scene(recent=recent), FIVE_IN_TEN) is None


def test_an_edit_is_no_new_message() -> None:
    assert check(said(second=5, edited=True), Scene(recent=burst(5)), FIVE_IN_TEN) is None


def test_messages_dated_later_do_not_count() -> None:
    recent = tuple(before(second, second) for second in range(20, 30))
    assert check(said(second=5), Scene(recent=recent), FIVE_IN_TEN) is None


def test_a_flood_that_goes_on_is_punished_once_in_a_window() -> None:
    verdicts = []
    written: tuple[Recent, ...] = ()
    for number in range(40):
        hit = check(said(second=number / 2, message_id=number), Scene(recent=written), FIVE_IN_TEN)
        verdicts.append("" if hit is None else "goes on" if hit.continues else "punished")
        written = (*written, before(number / 2, number))
    assert verdicts[:5] == [""] * 5
    assert [number for number, verdict in enumerate(verdicts) if verdict == "punished"] == [5, 25]
    assert set(verdicts[6:25]) == {"goes on"}


def test_a_continued_flood_names_no_messages_twice() -> None:
    hit = check(said(second=6), Scene(recent=burst(6)), FIVE_IN_TEN)
    assert hit is not None
    assert hit.also == ()


MOMENTS = st.lists(st.integers(-600, 0), max_size=40).map(sorted)


@given(MOMENTS, st.integers(3, 20), st.integers(2, 120))
def test_a_hit_always_rests_on_more_than_the_limit_within_the_window(
    moments: list[int], messages: int, seconds: int
) -> None:
    recent = tuple(before(second, number) for number, second in enumerate(moments))
    hit = check(said(), Scene(recent=recent), FloodSettings(messages=messages, seconds=seconds))
    inside = [number for number, second in enumerate(moments) if -second < seconds]
    assert (hit is not None) is (len(inside) + 1 > messages)
    if hit is not None:
        assert hit.also == (() if hit.continues else tuple(inside))


@given(MOMENTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(moments: list[int], random: Random) -> None:
    recent = [before(second, number) for number, second in enumerate(moments)]
    shuffled = list(recent)
    random.shuffle(shuffled)
    assert check(said(), Scene(recent=tuple(recent)), FIVE_IN_TEN) == check(
        said(), Scene(recent=tuple(shuffled)), FIVE_IN_TEN
    )
