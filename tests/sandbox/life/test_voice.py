from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.life.phrases import phrases
from sandbox.life.voice import Voice


def _voice(seed: int = 1) -> Voice:
    return Voice(phrases("en"), Random(seed))  # noqa: S311 - a seeded community is no cryptography


@given(count=st.integers(2, 40), seed=st.integers(0, 1000))
def test_a_deck_is_drawn_to_its_end_before_a_card_comes_back(count: int, seed: int) -> None:
    voice = _voice(seed)
    cards = [str(number) for number in range(count)]

    assert sorted(voice.draw("deck", cards) for _ in cards) == sorted(cards)


@given(count=st.integers(4, 40), seed=st.integers(0, 1000))
def test_the_last_card_is_not_the_first_of_the_next_round(count: int, seed: int) -> None:
    voice = _voice(seed)
    cards = list(range(count))
    first_round = [voice.draw("deck", cards) for _ in cards]

    assert voice.draw("deck", cards) != first_round[-1]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("{you}, hello", "Mei, hello"),
        ("hello {you}", "Hello mei"),
        ("done. {You} next", "Done. Mei next"),
    ],
)
def test_known_values_fill_slots(phrase: str, expected: str) -> None:
    assert _voice().fill(phrase, {"you": "mei"}) == expected


def test_slots_within_slots_are_filled() -> None:
    assert "{" not in _voice().fill("{thing} {thing} {thing} {thing} {thing} {thing}", {})
