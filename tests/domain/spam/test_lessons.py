from domain.spam.features import features_of
from domain.spam.lessons import Together, lesson_of, number_of, teach
from domain.spam.likelihood import script_feature
from domain.spam.subjects import read_subjects

SUBJECTS = read_subjects("")
SHIPPED = teach(SUBJECTS, spam=["cheap cheap watches"], ham=["cheap talk", "nice talk"])


def test_a_feature_counts_once_a_message() -> None:
    assert SHIPPED.seen("cheap·") == (1, 1)
    assert SHIPPED.seen("talk·") == (0, 2)
    assert SHIPPED.seen("never·") == (0, 0)


def test_messages_are_counted_by_script() -> None:
    assert SHIPPED.seen(script_feature("latin")) == (1, 2)


def test_what_a_chat_has_learnt_is_added() -> None:
    own = {number_of("talk·"): (3, 1)}
    assert Together(SHIPPED, own).seen("talk·") == (3, 3)
    assert Together(SHIPPED, own).seen("cheap·") == (1, 1)


def test_a_feature_only_the_chat_knows_says_something() -> None:
    together = Together(SHIPPED, {number_of("local·"): (0, 5)})
    evidence = together.evidence("local·")
    assert evidence is not None
    assert evidence[0] < 0
    assert together.evidence("stranger·") is None


def test_a_lesson_is_everything_that_is_counted() -> None:
    features = features_of("cheap talk", SUBJECTS)
    assert lesson_of(features) == ("cheap·", "talk·", "cheap talk", "=latin")


def test_numbers_of_features_fit_four_bytes_and_stay_the_same() -> None:
    assert number_of("talk·") == 479743760
    assert max(number_of(letter) for letter in "abcdefgh") < 2**32
