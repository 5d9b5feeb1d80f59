from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.normalization import fold
from domain.readings import read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("f.r.e.e  m-o-n-e-y", "free money"),
        ("f r e e", "free"),
        ("fr-ee", "free"),
        ("fr🌟ee", "free"),
        ("快加 微 信吧", "快加微信吧"),
        ("加🌟微🌟信", "加微信"),
        ("frее mоnеу", "free money"),
        ("ехрrеss", "express"),
        ("кaзинo", "казино"),
        ("пopнo", "порно"),
        ("παpτι", "παρτι"),
        ("fr33 m0n3y", "free money"),
        ("v1agra", "viagra"),
        ("c1ick", "click"),
        ("c@sh", "cash"),
        ("ca$h", "cash"),
        ("$ex", "sex"),
        ("v!agra", "viagra"),
        ("cаs1nо", "casino"),
        ("f.r.3.3", "free"),
        ("ꜰʀᴇᴇ", "free"),
        ("🅵🆁🅴🅴", "free"),
        ("🇫🇷🇪🇪", "free"),
        ("\u202eeerf\u202c", "free"),
        ("frëë mönëÿ", "free money"),
        ("f\u0308r\u0308e\u0308e\u0308", "free"),
        ("buy сор now", "buy cop now"),
    ],
)
def test_what_is_in_disguise_is_read_as_it_is_meant(written: str, meant: str) -> None:
    assert meant in read(written).forms


@pytest.mark.parametrize(
    "written",
    [
        "сор из избы",
        "сор",
        "он сам там",
        "feliz año",
        "l'élève",
        "the 70s, 3d, 5g and the 20th",
        "mail@example, @admin",
        "a well known word.",
        "我明天加 微信联系",
        "我要加，微信上见",
        "Ну, iPhone там",
        "🇺🇸 🇬🇧",
        "μm",
        "नमस्ते दोस्तों",
        "don't, he'll",
    ],
)
def test_clean_text_is_read_as_it_stands(written: str) -> None:
    words = {"cop", "tam", "ano", "eleve", "tos", "sed", "adminl", "加微信", "usgb", "hell", "um", "dont"}
    assert not any(words & set(one.split()) or "加微信" in one for one in read(written).forms[1:])


def test_the_text_as_it_is_comes_first() -> None:
    assert read("Fr33  Money").forms[0] == "fr33 money"


def test_plain_text_has_one_reading() -> None:
    assert read("Good morning, see you tomorrow.").forms == ("good morning, see you tomorrow.",)


@pytest.mark.parametrize(
    ("text", "letters"),
    [("f r e e m o n e y", ("freemoney",)), ("f.r.3.3 ok m-o-n", ("free", "mon")), ("good morning", ())],
)
def test_letters_set_apart_are_put_together(text: str, letters: tuple[str, ...]) -> None:
    assert read(text).runs == letters


@given(st.text(max_size=60))
def test_any_text_has_few_readings_each_of_them_once(text: str) -> None:
    found = read(text).forms
    assert found[0] == fold(text)
    assert len(found) == len(set(found)) <= 10


@given(st.text(max_size=60))
def test_reading_never_makes_much_of_little(text: str) -> None:
    longest = max(map(len, read(text).forms))
    assert longest <= 18 * max(1, len(unicodedata.normalize("NFD", text)))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60).map(lambda text: " ".join(text.split())))
def test_words_of_plain_letters_are_never_changed(text: str) -> None:
    assert read(text).forms[0] == text
    assert all(len(word) == 1 for word in set(text.split()) - set(read(text).forms[-1].split()))


@pytest.mark.parametrize(
    ("text", "last"),
    [("a" * 4000 + " f\u0336r\u0336ee", "free"), ("a" * 4000 + "é frëë", "free")],
)
def test_long_words_hide_no_marked_ones(text: str, last: str) -> None:
    assert read(text).forms[-1].endswith(last)
