import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.normalization import fold
from domain.rules.patterns import BadEntryError, compile_entries, read_entry, split_entries

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(alphabet=LETTERS, min_size=2, max_size=8)
HAN = st.text(alphabet=[chr(code) for code in range(0x4E00, 0x4F00)], min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("spam scam", ("spam", "scam")),
        ('"free money" spam', ('"free money"', "spam")),
        ("“free money”  「加 微信」", ('"free money"', '"加 微信"')),
        (r"what\? 5\*", (r"what\?", r"5\*")),
        ("one\ntwo", ("one", "two")),
        ("", ()),
    ],
)
def test_a_line_is_split_into_words_and_quoted_phrases(text: str, entries: tuple[str, ...]) -> None:
    assert split_entries(text) == entries


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ('""', "empty"),
        ("\u200b", "empty"),
        ("*", "broad"),
        ("? *", "broad"),
        ("a*", "broad"),
        ("x" * 101, "long"),
        ('"free money', "quote"),
        ("back\\slash", "backslash"),
        ("end\\", "backslash"),
    ],
)
def test_what_cannot_be_blocked_is_refused_with_the_reason(entry: str, reason: str) -> None:
    with pytest.raises(BadEntryError) as caught:
        read_entry(entry)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("text", "reason"), [('free "money', "quote"), ("free money\\", "backslash")])
def test_a_line_that_cannot_be_split_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadEntryError) as caught:
        split_entries(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("entry", "written"),
    [(" spam ", "spam"), ("“free   money”", '"free money"'), ("free money", '"free money"'), ('"spam"', "spam")],
)
def test_an_entry_is_kept_as_it_would_be_typed_again(entry: str, written: str) -> None:
    assert read_entry(entry).written == written


@given(st.text(max_size=40))
def test_an_entry_once_kept_is_read_as_the_same(text: str) -> None:
    try:
        entry = read_entry(text)
    except BadEntryError:
        return
    assert read_entry(entry.written) == entry


def test_no_entries_make_no_pattern() -> None:
    assert compile_entries(()) is None


@given(st.lists(WORDS | HAN, min_size=1, max_size=8), st.lists(WORDS, max_size=6))
def test_an_entry_is_found_wherever_it_stands_as_a_word(entries: list[str], around: list[str]) -> None:
    pattern = compile_entries(tuple(entries))
    assert pattern is not None
    for place in range(len(around) + 1):
        text = " ".join([*around[:place], entries[0], *around[place:]])
        assert pattern.search(fold(text)) is not None


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, max_size=12))
def test_plain_words_are_found_exactly_when_one_of_them_is_there(entries: list[str], text: list[str]) -> None:
    pattern = compile_entries(tuple(entries))
    assert pattern is not None
    assert (pattern.search(" ".join(text)) is not None) is bool(set(entries) & set(text))


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_text_can_be_an_entry_and_be_searched(entry: str, text: str) -> None:
    try:
        pattern = compile_entries((entry,))
    except BadEntryError:
        return
    assert pattern is not None
    assert pattern.search(fold(text)) is None or fold(text)


def test_thousands_of_entries_are_one_pattern() -> None:
    entries = tuple(f"word{number}" for number in range(5000))
    pattern = compile_entries(entries)
    assert pattern is not None
    assert pattern.search("nothing to see, word5000") is None
    assert pattern.search("here is word4999, you see") is not None
