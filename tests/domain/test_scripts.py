import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scripts import RANGES, SCRIPTS, count_of, letters_of


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("latin", "Zażółć"),
        ("greek", "Ελληνικά"),
        ("cyrillic", "Київ"),
        ("armenian", "հայ"),
        ("georgian", "ქართული"),
        ("hebrew", "עברית"),
        ("arabic", "العربية"),
        ("devanagari", "नमस"),
        ("bengali", "বল"),
        ("tamil", "தமழ"),
        ("thai", "ภาษา"),
        ("ethiopic", "አማርኛ"),
        ("han", "漢字々"),
        ("kana", "かなカナ"),
        ("hangul", "한글"),
    ],
)
def test_the_letters_of_a_script_are_its_own(script: str, text: str) -> None:
    assert count_of(f"{text} 12_!٣،", (script,)) == len(text)
    others = tuple(other for other in SCRIPTS if other != script)
    assert count_of(text, others) == 0
    assert count_of(text, others, outside=True) == len(text)


def test_every_script_has_its_ranges() -> None:
    assert set(SCRIPTS) == set(RANGES)


@pytest.mark.parametrize(("text", "letters"), [("", 0), ("a1_б!", 2), ("你好 hi", 4), ("12 ٣ _", 0)])
def test_letters_are_neither_digits_nor_signs(text: str, letters: int) -> None:
    assert letters_of(text) == letters


@given(st.text(max_size=60))
def test_inside_and_outside_never_count_more_than_there_is(text: str) -> None:
    assert count_of(text, SCRIPTS, outside=True) <= letters_of(text) <= len(text)
