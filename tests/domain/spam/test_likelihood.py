from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.spam.features import features_of
from domain.spam.lessons import teach
from domain.spam.likelihood import UNSURE, Likelihood, likelihood
from domain.spam.subjects import read_subjects

if TYPE_CHECKING:
    from domain.spam.detector import Detector

SUBJECTS = read_subjects("")
HAM = [f"the {noun} is on the table near the window" for noun in ("cup", "book", "lamp", "key", "hat")] * 12
SPAM = ["earn money every day from home with us", "money every day, write to us at home"] * 6


def judged(detector: Detector, text: str) -> Likelihood:
    return likelihood(detector.take_apart(text), detector.shipped)


def learnt(spam: list[str], ham: list[str], text: str) -> Likelihood:
    return likelihood(features_of(text, SUBJECTS), teach(SUBJECTS, spam=spam, ham=ham))


def test_what_reads_like_spam_is_likely_and_says_why() -> None:
    found = learnt(SPAM, HAM, "earn money from home every day")
    assert found.verdict == "spam"
    assert "money" in " ".join(found.loudest)


def test_what_reads_like_talk_is_not() -> None:
    assert learnt(SPAM, HAM, "the lamp is near the window").verdict == "ham"


@pytest.mark.parametrize(
    "text",
    [
        "これは今日だけの特別なお知らせですのでご確認ください",
        "오늘만 특별한 기회가 있으니 지금 바로 연락 주세요",
        "اربح المال كل يوم من المنزل راسلني على الخاص",
        "สมัครวันนี้รับโบนัสทันทีไม่ต้องฝากเงินก่อน",
    ],
)
def test_it_abstains_on_a_script_it_has_hardly_seen(detector: Detector, text: str) -> None:
    assert judged(detector, text) == UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "Ganhe dinheiro trabalhando em casa, chame agora mesmo",
        "Kazanmak isteyenler hemen bana özelden yazsın lütfen",
        "Zarabiaj codziennie przez internet, napisz do mnie prywatnie",
    ],
)
def test_it_abstains_on_a_language_whose_words_it_does_not_know(detector: Detector, text: str) -> None:
    assert judged(detector, text).verdict != "spam"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ok",
        "free money",
        "dm me",
        "加微信",
        "私聊",
        "пиши в лс",
        "👍👍👍",
        "https://example.org",
        "@somebody",
        "+1",
    ],
)
def test_it_abstains_on_what_is_too_short(detector: Detector, text: str) -> None:
    assert judged(detector, text) == UNSURE


def test_words_never_seen_are_no_reason() -> None:
    assert learnt(SPAM, HAM, "qwerty asdf zxcv uiop hjkl vbnm") == UNSURE


def test_a_script_whose_talk_was_hardly_seen_is_not_judged() -> None:
    few = HAM[:40]
    assert learnt(SPAM, few, "earn money from home every day") == UNSURE
    assert learnt(SPAM, [*few, *["на столе стоит чашка"] * 40], "earn money from home every day") == UNSURE


@given(st.permutations([(text, is_spam) for text in SPAM[:2] for is_spam in (True, False)]), st.randoms())
def test_the_order_of_lessons_changes_nothing(lessons: list[tuple[str, bool]], chance: object) -> None:
    spam = [*SPAM, *(text for text, is_spam in lessons if is_spam)]
    ham = [*(text for text, is_spam in lessons if not is_spam), *HAM]
    chance.shuffle(spam)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    chance.shuffle(ham)  # type: ignore[attr-defined] # likewise
    straight = learnt(sorted(spam), sorted(ham), "earn money from home, write to us")
    assert learnt(spam, ham, "earn money from home, write to us") == straight


@given(st.text(max_size=300))
def test_a_probability_is_one(detector: Detector, text: str) -> None:
    assert 0 <= judged(detector, text).probability <= 1
