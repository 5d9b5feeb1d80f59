import pytest
from msgspec.structs import replace

from domain.rules.emoji import EmojiSettings, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import said

RULE = EmojiSettings(mode="on", most=3, custom=2)


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        ("😀😀😀", False),
        ("😀😀😀😀", True),
        ("hi 😀 there 🎉 you 🚀 all 🔥", True),
        ("👨‍👩‍👧‍👦🇺🇸👍🏽", False),
        ("★ ✓ → § 1 2 3 #", False),
        ("好的！！！！！！", False),
        ("plain words, many of them", False),
    ],
)
def test_more_emoji_than_welcome_are_too_many(text: str, *, is_hit: bool) -> None:
    assert (check(said(text), Scene(), RULE) is not None) is is_hit


def test_custom_emoji_have_a_bound_of_their_own() -> None:
    hit = check(replace(said("😀😀😀"), custom_emoji=3), Scene(), RULE)
    assert hit is not None
    assert hit.because.key == "rules-because-emoji-custom"


def test_emoji_in_a_poll_count_and_those_of_a_quoted_message_do_not() -> None:
    poll = replace(said(), kind="poll", parts=("Which? 😀😀", "🎉🎉"))
    quoting = replace(said("yes"), parts=("😀😀😀😀😀",))
    assert check(poll, Scene(), RULE) is not None
    assert check(quoting, Scene(), RULE) is None
