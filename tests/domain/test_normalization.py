import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.normalization import fold


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Hello  World", "hello world"),
        ("line one\nline two\t", "line one line two"),
        ("ＦＲＥＥ ｍｏｎｅｙ", "free money"),
        ("𝐟𝐫𝐞𝐞 𝓶𝓸𝓷𝓮𝔂", "free money"),
        ("f\u200br\u2060e\ufeffe", "free"),
        ("fr\u00adee", "free"),
        ("\u202efree\u202c", "free"),
        ("f\u0336r\u0336e\u0336e\u0336", "free"),
        ("free\u2800money", "free money"),
        ("加\u200b微\ufe0f信", "加微信"),
        ("STRASSE Straße", "strasse strasse"),
        ("cafe\u0301", "café"),
        ("①②", "12"),
        ("", ""),
    ],
)
def test_what_looks_alike_becomes_one_form(written: str, seen: str) -> None:
    assert fold(written) == seen


def test_accents_of_letters_stay_as_they_make_other_words() -> None:
    assert fold("año") != fold("ano")


@given(st.text(max_size=60))
def test_folding_once_is_enough(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_what_is_left_has_no_invisible_characters(text: str) -> None:
    assert not any(unicodedata.category(one) == "Cf" and ord(one) in range(0x200B, 0x2070) for one in fold(text))


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_ascii_folds_like_all_other_text(text: str) -> None:
    assert fold(text) == fold(text + "\u200b")


@given(st.text(max_size=60))
def test_folding_makes_no_text_more_than_eighteen_times_as_long(text: str) -> None:
    assert len(fold(text)) <= 18 * len(text)
