import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.globs import words_of
from domain.rules.patterns import BadEntryError, read_entry


@pytest.mark.parametrize(
    ("entry", "text", "words"),
    [
        ("sp?m", "buy spam now", "spam"),
        ("sp?m", "sp m", None),
        ("sp?m", "spaam", None),
        ("sp?m", "xspam spam", "spam"),
        ("s*m", "xs-m s12m", "s12m"),
        ("spam*", "what a spammer", "spam"),
        ("spam*", "antispam", None),
        ("*coin", "a shitcoin", "coin"),
        ("*coin", "coins", None),
        ("*oi*", "coins", "oi"),
        ('"free * money"', "free easy money", "free easy money"),
        ('"free * money"', "free money", None),
        ("a*b*c", "a-b-c", "a-b-c"),
        ("a*b*c", "a b c", None),
        ("?pam", "spam", "spam"),
        ("?pam", "xspam", None),
        ("spa?", "spams", None),
        ("加*信", "请加我的微信", "加我的微信"),
        ("=sp?m", "spam", "spam"),
        ("=sp?m", "spam now", None),
        ("=free", "free", "free"),
        ("=free", "free now", None),
    ],
)
def test_wildcards_stand_for_what_they_say(entry: str, text: str, words: str | None) -> None:
    assert read_entry(entry).glob.find(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("free money", ["free", "money"]),
        ("快来spam吧", ["spam"]),
        ("नमस्ते दोस्तों", ["नमस्ते", "दोस्तों"]),
        ("a_b c-d", ["a_b", "c", "d"]),
        ("год 2024", ["год", "2024"]),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text(alphabet="ab*?", min_size=1, max_size=12), st.text(alphabet="ab ", max_size=200))
def test_what_is_found_is_in_the_text_and_has_no_spaces(entry: str, text: str) -> None:
    try:
        glob = read_entry(entry).glob
    except BadEntryError:
        return
    words = glob.find(text)
    assert words is None or (words in text and " " not in words)
