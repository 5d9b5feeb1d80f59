"""Long texts in parts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.parts import LIMIT, plain, split, units, visible_length


def test_a_short_text_stays_whole() -> None:
    assert split("<b>hello</b>") == ["<b>hello</b>"]


def test_the_limit_counts_what_is_read_in_utf16_units() -> None:
    assert visible_length("<b>a&amp;😀</b>\n") == 5


def test_parts_end_at_line_ends() -> None:
    assert split("aaaa\nbbbb\ncccc", limit=9) == ["aaaa\nbbbb", "cccc"]


def test_markup_is_whole_in_every_part() -> None:
    assert split('<b>aaaa\n<a href="https://e.x/?a=1&amp;b=2">bbbb</a>\ncccc</b>', limit=5) == [
        "<b>aaaa</b>",
        '<b><a href="https://e.x/?a=1&amp;b=2">bbbb</a></b>',
        "<b>cccc</b>",
    ]


def test_a_line_too_long_is_cut_at_a_space() -> None:
    assert split("aaa bbb ccc", limit=8) == ["aaa bbb ", "ccc"]


def test_an_entity_is_never_cut() -> None:
    assert split("aaa&amp;&lt;", limit=4) == ["aaa&amp;", "&lt;"]


def test_a_pair_of_units_is_never_cut() -> None:
    assert split("😀😀😀", limit=3) == ["😀", "😀", "😀"]


def test_plain_text_has_no_markup() -> None:
    assert plain('<a href="x">a &lt; b</a>') == "a < b"


PIECES = st.sampled_from(["<b>x</b>", "word ", "&amp;", "😀", "\n", "<i>one\ntwo</i>", "long" * 9, "中文 "])


@given(st.lists(PIECES, max_size=60), st.integers(min_value=4, max_value=40))
def test_no_part_is_too_long_and_nothing_is_lost(pieces: list[str], limit: int) -> None:
    markup = "".join(pieces)
    parts = split(markup, limit=limit)
    # Lines keep their last end in the part, which Telegram trims.
    assert all(visible_length(part.rstrip("\n")) <= limit for part in parts) or visible_length(markup) <= limit
    together = "".join(plain(part) for part in parts)
    assert re.sub(r"\s", "", together) == re.sub(r"\s", "", plain(markup))


@pytest.mark.parametrize("length", [LIMIT, LIMIT + 1])
def test_telegrams_limit_is_used_to_the_last_unit(length: int) -> None:
    text = "x" * length
    assert [units(part) for part in split(text)] == ([LIMIT] if length == LIMIT else [LIMIT, 1])
