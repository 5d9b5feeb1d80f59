"""Every row of docs/parity.md is shown by a test, and no test names a row there is not."""

from tests.parity import ROWS, main, shown


def test_every_row_is_shown_by_a_test() -> None:
    assert [row.name for row in ROWS if row.name not in shown()] == []


def test_no_test_shows_a_row_that_is_not_there() -> None:
    assert sorted(shown().keys() - {row.name for row in ROWS}) == []


def test_the_page_is_up_to_date() -> None:
    assert main(["--check"]) == 0
