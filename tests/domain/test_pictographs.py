import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.pictographs import count_emoji, has_emoji, is_emoji_only


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("words", 0),
        ("你好", 0),
        ("😀", 1),
        ("👨‍👩‍👧‍👦", 1),
        ("👍🏽👍🏿", 2),
        ("🇺🇸🇨🇳", 2),
        ("1️⃣ #️⃣", 2),
        ("❤️", 1),
        ("🏳️‍🌈", 1),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("🫠🪿", 2),
        ("✅❌⭐", 3),
        ("★✓→©®™1#*", 0),
        ("🄰🅑", 0),
    ],
)
def test_emoji_are_counted_as_people_see_them(text: str, count: int) -> None:
    assert count_emoji(text) == count
    assert has_emoji(text) is (count > 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("😀", True), ("😀 🎉\n❤️", True), ("😀!", False), ("", False), ("  ", False), ("hi 😀", False)],
)
def test_nothing_but_emoji_is_known(text: str, *, expected: bool) -> None:
    assert is_emoji_only(text) is expected


@given(st.text(max_size=60))
def test_there_are_never_more_emoji_than_characters(text: str) -> None:
    assert count_emoji(text) <= len(text)
    assert has_emoji(text) is (count_emoji(text) > 0)
