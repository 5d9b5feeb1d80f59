import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.spam.disguise import joined, plain, undisguised


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("зapaбoтoк", "заработок"),
        ("3аработок", "заработок"),
        ("телеф0н", "телефон"),
        ("сryрtо", "crypto"),
        ("eаrn", "earn"),
    ],
)
def test_letters_of_another_script_are_read_as_those_they_look_like(word: str, meant: str) -> None:
    assert undisguised(word) == meant


@pytest.mark.parametrize("word", ["hello", "привет", "2а", "m3", "32гб", "postgresом", "兼职", "usdt", "3"])
def test_a_word_that_pretends_nothing_stays_as_it_is(word: str) -> None:
    assert undisguised(word) == word


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("兼.职 日/结", "兼职日结"),
        ("加 微 信", "加微信"),
        ("e a r n money", "earn money"),
        ("р.а.б.о.т.а на дому", "работа на дому"),
        ("a b c", "a b c"),
        ("i am at home", "i am at home"),
        ("git - rebase", "git - rebase"),
    ],
)
def test_letters_set_apart_are_read_together(text: str, read: str) -> None:
    assert joined(text) == read


@pytest.mark.parametrize(("text", "read"), [("ᴇᴀʀɴ ᴍᴏɴᴇʏ", "earn money"), ("earn", "earn"), ("赚钱", "赚钱")])
def test_drawn_letters_are_the_letters_they_are(text: str, read: str) -> None:
    assert plain(text) == read


@given(st.text(max_size=40))
def test_reading_through_a_disguise_never_lengthens_a_word(word: str) -> None:
    assert len(undisguised(word)) == len(word)
