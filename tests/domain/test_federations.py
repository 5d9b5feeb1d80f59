from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.federations import FORMULA, LONGEST_NAME, LONGEST_REASON, MOST_ROWS, ListedBan, read_list, written
from domain.refusals import Refusal

NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(lambda text: " ".join(text.split()))
BANS = st.lists(
    st.builds(
        ListedBan,
        user_id=st.integers(1, 2**52 - 1),
        name=LINES.map(lambda text: text[:LONGEST_NAME].strip()),
        reason=LINES.map(lambda text: text[:LONGEST_REASON].strip()),
        banned_at=st.none() | st.just(NOW),
    ),
    max_size=8,
    unique_by=lambda ban: ban.user_id,
)


def refused(text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        read_list(text)
    return refusal.value.phrase.key


@given(BANS)
def test_a_list_read_again_says_what_was_written(bans: list[ListedBan]) -> None:
    assert read_list(written(bans)) == tuple(bans)


@pytest.mark.parametrize("start", [*FORMULA, "'="])
def test_no_cell_is_run_by_a_spreadsheet(start: str) -> None:
    text = written([ListedBan(user_id=1, name=f"{start}HYPERLINK(1)", reason=f"{start}cmd")])
    for cell in list(csv.reader(io.StringIO(text)))[1][1:3]:
        assert not cell.startswith(FORMULA)


def test_a_list_of_ids_alone_will_do() -> None:
    assert [ban.user_id for ban in read_list("user_id\n5\n6\n\n5\n")] == [5, 6]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "federations-list-header"),
        ("5\n6\n", "federations-list-header"),
        ("user_id\n-5\n", "federations-list-bad"),
        ("user_id\n0\n", "federations-list-bad"),
        ("user_id\n９\n", "federations-list-bad"),
        ("user_id\nabc\n", "federations-list-bad"),
        ("user_id\n5,a,b,2026-05-29T12:00:00+00:00,more\n", "federations-list-bad"),
        ("user_id\n5,a,b,yesterday\n", "federations-list-bad"),
        ('user_id\n"5\n', "federations-list-bad"),
        ("user_id\n" + "5\n" * (MOST_ROWS + 1), "federations-list-long"),
        ("user_id\n" + "5" * 300_000, "federations-list-long"),
    ],
)
def test_what_is_no_list_is_refused(text: str, key: str) -> None:
    assert refused(text) == key
