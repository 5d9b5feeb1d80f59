from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.permissions import PERMISSIONS, Closes, closed

USUAL = frozenset({"can_send_messages", "can_send_photos", "can_invite_users"})


@pytest.mark.parametrize(
    ("closes", "left"),
    [
        ((), USUAL),
        (("media",), USUAL - {"can_send_photos"}),
        (("everything",), frozenset()),
        (("media", "everything"), frozenset()),
    ],
)
def test_the_strictest_reason_decides(closes: tuple[Closes, ...], left: frozenset[str]) -> None:
    assert closed(USUAL, closes) == left


@given(st.frozensets(st.sampled_from(PERMISSIONS)), st.lists(st.sampled_from(["everything", "media"])))
def test_closing_never_gives_a_permission(usual: frozenset[str], closes: list[Closes]) -> None:
    assert closed(usual, closes) <= usual
