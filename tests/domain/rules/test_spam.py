import pytest
from pydantic import ValidationError

from domain.rules.judgement import Scene
from domain.rules.spam import SpamSettings, check
from domain.spam.likelihood import UNSURE, Likelihood
from tests.domain.rules.scenes import said


def scene(probability: float, *loudest: str) -> Scene:
    return Scene(spam=Likelihood(probability=probability, verdict="spam", loudest=loudest))


@pytest.mark.parametrize(
    ("probability", "threshold", "is_hit"),
    [(0.9, 90, True), (0.89, 90, False), (0.99, 99, True), (0.75, 70, True), (0.98, 99, False)],
)
def test_a_message_is_taken_for_spam_from_the_threshold_on(probability: float, threshold: int, *, is_hit: bool) -> None:
    hit = check(said("earn money"), scene(probability), SpamSettings(threshold=threshold))
    assert (hit is not None) is is_hit


@pytest.mark.parametrize("known", [Scene(), Scene(spam=UNSURE)])
def test_what_the_classifier_does_not_judge_is_left_alone(known: Scene) -> None:
    assert check(said("earn money"), known, SpamSettings(threshold=70)) is None


def test_the_words_that_spoke_loudest_are_quoted() -> None:
    hit = check(said("earn money now"), scene(0.97, "earn money", "now"), SpamSettings())
    assert hit is not None
    assert hit.quote == "earn money, now"
    assert hit.because.values["percent"] == 97


def test_first_hits_go_to_review_and_trusted_members_are_left_alone() -> None:
    assert SpamSettings().action == "review"
    assert SpamSettings().spares == "trusted"


def test_a_known_spammer_is_found_whatever_they_write() -> None:
    hit = check(said("good morning"), Scene(listed=True), SpamSettings())
    assert hit is not None
    assert hit.because.key == "rules-because-listed"


@pytest.mark.parametrize("threshold", [69, 100])
def test_the_threshold_has_bounds(threshold: int) -> None:
    with pytest.raises(ValidationError):
        SpamSettings(threshold=threshold)
