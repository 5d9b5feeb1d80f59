import pytest
from msgspec.structs import replace

from domain.rules.judgement import Scene
from domain.rules.length import LengthSettings, check
from tests.domain.rules.scenes import said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("x" * 100, None),
        ("x" * 101, "rules-because-length"),
        ("a\nb\nc", None),
        ("a\nb\nc\nd", "rules-because-length-lines"),
        ("", None),
    ],
)
def test_long_messages_and_many_lines_are_too_much(text: str, key: str | None) -> None:
    hit = check(said(text), Scene(), LengthSettings(mode="on", characters=100, lines=3))
    assert (hit and hit.because.key) == key


def test_a_bound_of_nothing_does_not_look() -> None:
    settings = LengthSettings(mode="on", characters=0, lines=0)
    assert check(said("x\n" * 2000), Scene(), settings) is None


def test_a_quoted_message_does_not_make_the_answer_long() -> None:
    message = replace(said("yes"), parts=("x" * 5000,))
    assert check(message, Scene(), LengthSettings(mode="on", characters=100)) is None
