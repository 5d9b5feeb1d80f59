import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.normalization import fold
from domain.rules.globs import Glob
from domain.rules.lookup import MOST_SEARCHED, lookup_of
from domain.rules.patterns import read_entry

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8)
HAN = st.text(alphabet=[chr(code) for code in range(0x4E00, 0x4F00)], min_size=1, max_size=4)
GLOBS = st.text(alphabet="abc*? ", min_size=1, max_size=8)


def test_no_entries_find_nothing() -> None:
    assert lookup_of(()).find("anything") is None


@given(st.lists(WORDS | HAN, min_size=1, max_size=8), st.lists(WORDS, max_size=6))
def test_an_entry_is_found_wherever_it_stands_as_a_word(entries: list[str], around: list[str]) -> None:
    lookup = lookup_of(tuple(entries))
    for place in range(len(around) + 1):
        text = " ".join([*around[:place], entries[0], *around[place:]])
        assert lookup.find(fold(text)) is not None


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, max_size=12))
def test_plain_words_are_found_exactly_when_one_of_them_is_there(entries: list[str], text: list[str]) -> None:
    assert (lookup_of(tuple(entries)).find(" ".join(text)) is not None) is bool(set(entries) & set(text))


@given(st.lists(GLOBS, min_size=1, max_size=5), st.text(alphabet="abc- ", max_size=30))
def test_a_lookup_finds_what_one_of_its_entries_finds(entries: list[str], text: str) -> None:
    taken = []
    for entry in entries:
        try:
            taken.append(read_entry(entry))
        except ValueError:
            continue
    folded = fold(text)
    found = lookup_of(tuple(entry.written for entry in taken)).find(folded)
    alone = [entry for entry in taken if entry.glob.find(folded) is not None]
    assert (found is None) is (not alone)
    assert found is None or found.entry in alone


def test_thousands_of_entries_of_all_kinds_are_told_apart() -> None:
    words = tuple(f"word{number}" for number in range(4000))
    phrases = tuple(f'"so {number} much"' for number in range(500))
    globs = tuple(f"gl{number}?b" for number in range(500))
    lookup = lookup_of((*words, *phrases, *globs))
    assert lookup.find("nothing to see, word4000, so 500 much, gl1b") is None
    found = [lookup.find(text) for text in ("here is word3999, you see", "so 499 much", "gl499xb")]
    assert [one.entry.body for one in found if one] == ["word3999", '"so 499 much"', "gl499?b"]


@pytest.mark.parametrize(
    ("letters", "entry"),
    [("freemoney", "money"), ("getthefreemoney", "money"), ("ofreemo", None), ("assassin", None)],
)
def test_letters_put_together_hold_longer_entries_anywhere(letters: str, entry: str | None) -> None:
    found = lookup_of(("money", '"free money"', "ass")).find_within(letters)
    assert (None if found is None else found.entry.body) == entry


@pytest.mark.parametrize(
    ("entry", "name", "fits"),
    [
        ("file:*.apk", "Best Game v2.APK", True),
        ("file:*.apk", "game.apk.txt", False),
        ('file:"best game*"', "best game v2.apk", True),
        ("file:game.apk", "a game.apk", False),
    ],
)
def test_a_name_must_fit_as_a_whole(entry: str, name: str, *, fits: bool) -> None:
    assert (lookup_of((entry,)).find_name("file", name) is not None) is fits


def test_entries_that_nearly_fit_are_given_up_before_they_hold_anybody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    find = Glob.find

    def counted(glob: Glob, text: str) -> str | None:
        compared.append(len(text))
        return find(glob, text)

    monkeypatch.setattr(Glob, "find", counted)
    lookup = lookup_of(tuple(f"abc*{number:03}*abc*nowhere?abc" for number in range(500)))
    text = "abc" + "".join(f"{number:03}" for number in range(500)) + "abcnowhereabc" * 20
    assert lookup.find(text) is None
    assert 0 < sum(compared) <= MOST_SEARCHED
