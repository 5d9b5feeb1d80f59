from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entrance.challenges import (
    CODE_LENGTH,
    OPTIONS,
    Challenge,
    Question,
    arithmetic,
    is_enough,
    own,
    picture,
    simple,
)
from tests.domain.entrance.chance import seeded

QUESTIONS = (
    Question(text="What is this about?", options=("Trading", "Cycling", "Cooking"), answer=1),
    Question(text="Who runs it?", options=("Olga", "Nobody"), answer=0),
)


def shown(challenge: Challenge, place: int) -> str:
    """What stands on a button."""
    return str(challenge.options[place].values["text"])


@given(st.integers())
def test_a_sum_is_right_in_one_place_alone(seed: int) -> None:
    challenge = arithmetic(seeded(seed))
    total = int(str(challenge.text.values["first"])) + int(str(challenge.text.values["second"]))
    texts = [shown(challenge, place) for place in range(OPTIONS)]
    assert [place for place, text in enumerate(texts) if text == str(total)] == [challenge.answer]
    assert len(set(texts)) == OPTIONS


@given(st.integers())
def test_a_picture_shows_one_of_several_codes(seed: int) -> None:
    challenge = picture(seeded(seed))
    assert len({shown(challenge, place) for place in range(OPTIONS)}) == OPTIONS
    assert (shown(challenge, challenge.answer), len(challenge.code)) == (challenge.code, CODE_LENGTH)


@given(st.integers(), st.sampled_from([0, 1]))
def test_own_questions_keep_their_right_answer_in_any_order(seed: int, place: int) -> None:
    challenge = own(QUESTIONS, place, seeded(seed))
    question = QUESTIONS[place]
    assert shown(challenge, challenge.answer) == question.options[question.answer]
    assert len(challenge.options) == len(question.options)


def test_the_right_answer_stands_in_every_place() -> None:
    assert {arithmetic(seeded(seed)).answer for seed in range(200)} == set(range(OPTIONS))


@pytest.mark.parametrize("way", ["button", "rules"])
def test_a_button_is_right_by_itself(way: str) -> None:
    challenge = simple("rules" if way == "rules" else "button")
    assert (len(challenge.options), challenge.answer) == (1, 0)


@pytest.mark.parametrize(
    ("correct", "of", "mark", "enough"), [(4, 5, 80, True), (3, 5, 80, False), (1, 3, 33, True), (0, 1, 10, False)]
)
def test_the_pass_mark_is_a_share_in_percent(correct: int, of: int, mark: int, *, enough: bool) -> None:
    assert is_enough(correct, of=of, pass_mark=mark) is enough
