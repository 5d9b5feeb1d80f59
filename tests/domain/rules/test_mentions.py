import pytest
from msgspec.structs import replace

from domain.rules.judgement import Scene
from domain.rules.mentions import MentionsSettings, check
from tests.domain.rules.scenes import said


@pytest.mark.parametrize(
    ("ids", "names", "is_hit"),
    [
        ((), (), False),
        ((1, 2, 3), (), False),
        ((1, 2), ("ann", "ben"), True),
        ((), ("ann", "ben", "cem", "dan"), True),
        ((), ("ann", "ann", "ann", "ann"), False),
        ((1, 1, 1, 1, 1), ("ann",), False),
    ],
)
def test_more_people_than_welcome_are_too_many_and_each_counts_once(
    ids: tuple[int, ...], names: tuple[str, ...], *, is_hit: bool
) -> None:
    message = replace(said("hello"), mentioned=ids, mentioned_names=names)
    assert (check(message, Scene(), MentionsSettings(mode="on", most=3)) is not None) is is_hit


def test_an_at_sign_that_mentions_nobody_does_not_count() -> None:
    assert check(said("a@b @ @ @ @ me@example.org"), Scene(), MentionsSettings(mode="on", most=0)) is None
