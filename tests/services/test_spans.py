from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.spans import SHOWN_UNITS, span_parts


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        (timedelta(seconds=45), (("seconds", 45),)),
        (timedelta(minutes=75), (("hours", 1), ("minutes", 15))),
        (timedelta(days=7), (("days", 7),)),
        (timedelta(days=1, seconds=1), (("days", 1), ("seconds", 1))),
        (timedelta(days=1, hours=2, minutes=3), (("days", 1), ("hours", 2))),
        (timedelta(milliseconds=3), (("seconds", 0),)),
        (-timedelta(hours=3), (("hours", 3),)),
    ],
)
def test_shows_the_two_largest_units(span: timedelta, parts: tuple[tuple[str, int], ...]) -> None:
    assert span_parts(span) == parts


@given(st.timedeltas(min_value=timedelta()))
def test_never_shows_more_than_there_is(span: timedelta) -> None:
    parts = span_parts(span)
    assert sum((timedelta(**{unit: count}) for unit, count in parts), timedelta()) <= span
    assert len(parts) <= SHOWN_UNITS
