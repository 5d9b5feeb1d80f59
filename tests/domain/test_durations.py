from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.durations import UNITS, is_mistyped, parse, written


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("45s", timedelta(seconds=45)),
        ("10m", timedelta(minutes=10)),
        ("3h", timedelta(hours=3)),
        ("2d", timedelta(days=2)),
        ("1w", timedelta(weeks=1)),
        ("1h15m", timedelta(hours=1, minutes=15)),
        ("15m1h", timedelta(hours=1, minutes=15)),
        ("10M", timedelta(minutes=10)),
        ("0s", timedelta()),
        ("10min", timedelta(minutes=10)),
        ("90secs", timedelta(seconds=90)),
        ("1hour30minutes", timedelta(minutes=90)),
        ("2days", timedelta(days=2)),
        ("1Week", timedelta(weeks=1)),
        ("30分钟", timedelta(minutes=30)),
        ("1小时15分", timedelta(minutes=75)),
        ("3天", timedelta(days=3)),
        ("2个星期", timedelta(weeks=2)),
    ],
)
def test_lengths_of_time_are_read(text: str, span: timedelta) -> None:
    assert parse(text) == span


@pytest.mark.parametrize("text", ["", "10", "m", "1 h", "1h1h", "-1h", "1.5h", "1y", "10 m", "99999999d", "١h"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("5x", True), ("1y", True), ("1.5h", True), ("1,5hours", True), ("3", False), ("2nd", False), ("spam", False)],
)
def test_what_was_meant_as_one_is_told_from_other_words(text: str, *, meant: bool) -> None:
    assert is_mistyped(text) is meant


@given(st.permutations(sorted(UNITS)), st.lists(st.integers(0, 9_999_999), min_size=5, max_size=5))
def test_the_order_of_the_parts_does_not_matter(units: list[str], counts: list[int]) -> None:
    parts = [f"{count}{unit}" for unit, count in zip(units, counts, strict=True)]
    assert parse("".join(parts)) == parse("".join(reversed(parts)))


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert parse(text) is None or text.strip() == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(), "0s"),
        (timedelta(seconds=45), "45s"),
        (timedelta(hours=1, minutes=15), "1h15m"),
        (timedelta(days=7), "1w"),
        (timedelta(days=8, seconds=1), "1w1d1s"),
        (timedelta(seconds=59.9), "59s"),
    ],
)
def test_a_length_of_time_is_written_short(span: timedelta, text: str) -> None:
    assert written(span) == text


@given(st.integers(0, 10**9))
def test_what_is_written_is_read_as_the_same(seconds: int) -> None:
    span = timedelta(seconds=seconds)
    assert parse(written(span)) == span
