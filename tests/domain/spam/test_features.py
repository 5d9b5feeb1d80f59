from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.spam.features import LONGEST, LONGEST_HAN, Features, features_of
from domain.spam.subjects import read_subjects

if TYPE_CHECKING:
    from domain.spam.detector import Detector

SUBJECTS = read_subjects("earning: profit* 收益\ncontact: dm 私聊")


def taken(text: str) -> Features:
    return features_of(text, SUBJECTS)


def test_words_are_known_by_their_first_letters() -> None:
    assert taken("investing").seen == {"inves·": "investing"}


def test_two_words_that_stand_together_are_one_feature() -> None:
    assert taken("send money").seen["send money"] == "send money"


def test_numbers_are_known_by_their_length() -> None:
    assert {"#3·", "#5·"} <= taken("from 500 to 1000000").seen.keys()


def test_han_is_taken_by_characters_and_pairs() -> None:
    assert taken("加微信").seen.keys() >= {"加", "微", "信", "加微", "微信"}


def test_subjects_count_where_two_meet() -> None:
    assert "latin:contact+earning" in taken("profit guaranteed, dm me").seen
    assert not [feature for feature in taken("a profit warning").seen if "+" in feature]


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("see https://example.org/a please", "address"),
        ("come to t.me/+abc for more", "telegram"),
        ("write to @somebody now", "name"),
        ("it is 500$ a day", "sum"),
        ("一天 300元 左右", "sum"),
        ("is it?", "question"),
        ("now!! hurry!", "loud"),
        ("wow 🎉 nice", "emoji"),
        ("🎉🎉🎉", "many-emoji"),
        ("look here 👇", "pointing"),
        ("money 💰 for all", "luring"),
        ("зapaбoтoк тут", "disguised"),
    ],
)
def test_a_message_has_traits_besides_words(text: str, trait: str) -> None:
    found = {feature.partition(":")[2] for feature in taken(text).seen if ":" in feature}
    assert trait in found


def test_which_address_or_name_it_is_says_nothing() -> None:
    assert (
        taken("join https://one.example/x @first").seen.keys() == taken("join https://two.example @other").seen.keys()
    )


def test_of_a_long_message_beginning_and_end_are_read() -> None:
    features = taken("first " + "word " * LONGEST + "middle " + "word " * LONGEST + "last").seen
    assert features.keys() >= {"first·", "last·"}
    assert "middl·" not in features


def test_of_long_chinese_less_is_read() -> None:
    assert taken("今天" + "天气不错" * LONGEST + "再见").words <= LONGEST_HAN


@given(st.text(max_size=200))
def test_any_text_can_be_taken_apart(detector: Detector, text: str) -> None:
    found = detector.take_apart(text)
    assert found.words >= 0
    assert found == detector.take_apart(text)
