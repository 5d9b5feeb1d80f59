"""Which records make a proposal, and which say nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.rules.proposals import Watched, proposed
from domain.rules.records import Record

if TYPE_CHECKING:
    from domain.rules.judgement import Mode


@pytest.mark.parametrize(
    ("mode", "record", "watched", "expected"),
    [
        ("shadow", Record(shadow=20), Watched(members=10, trusted=1), "on"),
        ("shadow", Record(shadow=19), Watched(members=10), None),
        ("shadow", Record(shadow=20), Watched(members=10, trusted=2), None),
        ("shadow", Record(shadow=20), Watched(), None),
        ("on", Record(fired=9, overturned=2, upheld=3), Watched(), "shadow"),
        ("on", Record(fired=9, overturned=3, upheld=7), Watched(), None),
        ("on", Record(fired=9, overturned=4), Watched(), None),
        ("on", Record(fired=900, overturned=0, upheld=5), Watched(), None),
        ("off", Record(fired=9, overturned=5, shadow=50), Watched(members=10), None),
    ],
)
def test_a_rule_is_proposed_to_be_switched_when_its_record_says_so(
    mode: Mode, record: Record, watched: Watched, expected: Mode | None
) -> None:
    assert proposed(mode, record, watched) == expected


@pytest.mark.parametrize(
    ("record", "precision"),
    [
        (Record(), None),
        (Record(fired=3, waiting=3), None),
        (Record(fired=10, overturned=1), 90),
        (Record(fired=12, waiting=2, overturned=5, upheld=1), 50),
    ],
)
def test_precision_counts_what_nobody_took_back(record: Record, precision: int | None) -> None:
    assert record.precision == precision
