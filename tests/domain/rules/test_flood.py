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


ROW_OF_FOUR = FloodSettings(messages=100, seconds=2, row=4)


@pytest.mark.parametrize(("run", "is_flood"), [(1, False), (4, False), (5, True)])
def test_more_than_so_many_in_a_row_are_a_flood(run: int, *, is_flood: bool) -> None:
    scene = Scene(recent=burst(run - 1, gap=60), run=run)
    assert (check(said(second=300), scene, ROW_OF_FOUR) is not None) is is_flood


def test_messages_with_somebody_between_are_not_in_a_row() -> None:
    assert check(said(second=300), Scene(recent=burst(9, gap=30), run=2), ROW_OF_FOUR) is None


def test_who_speaks_alone_in_a_quiet_group_floods_nothing() -> None:
    assert check(said(), Scene(recent=burst(2), run=50), ROW_OF_FOUR) is None


def test_nothing_counts_in_a_row_unless_a_manager_wants_it() -> None:
    assert check(said(second=600), Scene(recent=burst(9, gap=60), run=50), FIVE_IN_TEN) is None


def test_those_in_a_row_go_with_the_last_one_and_older_ones_stay() -> None:
    hit = check(said(second=300), Scene(recent=burst(9, gap=30), run=5), ROW_OF_FOUR)
    assert hit is not None
    assert (hit.also, hit.because.key) == ((5, 6, 7, 8), "rules-because-flood-row")


def test_a_row_that_goes_on_is_punished_again_only_after_as_many_more() -> None:
    found = []
    for number in range(1, 14):
        scene = Scene(recent=burst(number - 1, gap=30), run=number)
        hit = check(said(second=number * 30, message_id=number), scene, ROW_OF_FOUR)
        found.append("" if hit is None else "goes on" if hit.continues else "punished")
    assert [number for number, verdict in enumerate(found, 1) if verdict == "punished"] == [5, 9, 13]
    assert found[5:8] == ["goes on"] * 3


def test_an_album_is_one_in_a_row() -> None:
    album = tuple(before(100, 20 + number, album="a") for number in range(5))
    assert check(said(second=101, album="a"), Scene(recent=(*burst(2), *album), run=3), ROW_OF_FOUR) is None
    assert check(said(second=102), Scene(recent=(*burst(2), *album), run=4), ROW_OF_FOUR) is None


def test_an_edit_adds_nothing_to_a_row() -> None:
    assert check(said(second=300, edited=True), Scene(recent=burst(9, gap=30), run=9), ROW_OF_FOUR) is None
