import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.spam.listing import Listing, read_ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (b"7\n3\n7\n", [3, 7]),
        (b"user_id,reason\r\n12,ads\r\n5,scam\r\n", [5, 12]),
        (b'"42","x"\n', [42]),
        (b"\n0\n-4\nabc\n1.5\n99999999999999999999999\n", []),
        (b"", []),
    ],
)
def test_ids_are_read_from_lines_of_any_such_list(text: bytes, ids: list[int]) -> None:
    assert list(read_ids(text)) == ids


@given(st.sets(st.integers(min_value=1, max_value=2**50), max_size=60), st.integers(min_value=1, max_value=2**50))
def test_exactly_those_given_are_listed(ids: set[int], other: int) -> None:
    listing = Listing()
    listing.replace(read_ids("\n".join(map(str, ids)).encode()))
    assert all(number in listing for number in ids)
    assert (other in listing) is (other in ids)
    assert len(listing) == len(ids)


def test_nobody_is_listed_until_there_is_a_list() -> None:
    assert 7 not in Listing()
    assert None not in Listing()
