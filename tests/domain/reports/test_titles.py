"""Names and first words fit on a line and break nothing around them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reports.titles import ELLIPSIS, END_ISOLATE, ISOLATE, LONGEST_LETTER, UNITS_A_CELL, shorten

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
GERMANY, FRANCE = "\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("中文字符", 8, "中文字符"),
        ("中文字符", 7, "中文字…"),
        ("中文字符", 6, "中文…"),
        ("two\nlines  and\tspaces", 40, "two lines and spaces"),
        ("", 5, ""),
        ("\u200b\u3164\u2800", 5, ""),
        (f"{FAMILY}abc", 4, f"{FAMILY}a…"),
        (FAMILY, 2, FAMILY),
        (f"{GERMANY}{FRANCE}", 3, f"{GERMANY}…"),
        ("👍🏽👍🏽", 3, "👍🏽…"),
        ("cafe\u0301", 4, "cafe\u0301"),
        ("a" + "\u0301" * 30 + "b", 5, "a\u0301\u0301b"),
        ("x\u202eevil", 10, "xevil"),
        ("محمد", 10, f"{ISOLATE}محمد{END_ISOLATE}"),
    ],
)
def test_shorten(text: str, cells: int, shown: str) -> None:
    assert shorten(text, cells) == shown


@given(st.text(max_size=200), st.integers(2, 40))
def test_stays_on_one_short_line(text: str, cells: int) -> None:
    line = shorten(text, cells)
    assert not any(unicodedata.category(character) == "Cc" for character in line)
    assert len(line.encode("utf-16-le")) // 2 <= cells * UNITS_A_CELL + LONGEST_LETTER + len(
        ISOLATE + END_ISOLATE + ELLIPSIS
    )


@given(st.text(alphabet="ab 中文", max_size=40), st.integers(2, 40))
def test_is_settled_at_once(text: str, cells: int) -> None:
    assert shorten(shorten(text, cells), cells) == shorten(text, cells)
