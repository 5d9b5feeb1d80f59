"""Changes are told as percentages only where a percentage means something."""

import pytest

from domain.phrases import phrase
from domain.reports.changes import arrow, change


@pytest.mark.parametrize(
    ("value", "base", "key", "values"),
    [
        (86, 98, "digest-change-down", {"percent": 12}),
        (110, 98, "digest-change-up", {"percent": 12}),
        (25, 20, "digest-change-up", {"percent": 25}),
        (1005, 1000, "digest-change-up", {"percent": 1}),
        (1004, 1000, "digest-change-same", {}),
        (995, 1000, "digest-change-down", {"percent": 1}),
        (0, 40, "digest-change-down", {"percent": 100}),
        (9, 9, "digest-change-same", {}),
        (0, 0, "digest-change-same", {}),
        (3, 0, "digest-change-more", {"count": 3}),
        (6, 9, "digest-change-fewer", {"count": 3}),
        (90, 9, "digest-change-more", {"count": 81}),
        (99, 10, "digest-change-up", {"percent": 890}),
        (100, 10, "digest-change-times", {"factor": 10}),
        (115, 10, "digest-change-times", {"factor": 12}),
        (5, None, "digest-change-building", {}),
    ],
)
def test_change(value: int, base: int | None, key: str, values: dict[str, int]) -> None:
    assert change(value, base) == phrase(key, **values)


@pytest.mark.parametrize(
    ("value", "base", "key"),
    [
        (2, 1, "digest-arrow-up"),
        (1, 2, "digest-arrow-down"),
        (1, 1, "digest-arrow-level"),
        (1, None, "digest-arrow-none"),
    ],
)
def test_arrow(value: int, base: int | None, key: str) -> None:
    assert arrow(value, base) == phrase(key)
