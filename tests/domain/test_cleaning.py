"""Kinds of Telegram's own lines."""

from __future__ import annotations

import pytest

from domain.cleaning import SERVICE_KINDS, is_cleared, known_kinds


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        ((), ()),
        (("pin", "join", "pin"), ("join", "pin")),
        (("Video-Chat",), ("video_chat",)),
        (("置顶",), ("pin",)),
        (("join", "全部"), ("all",)),
    ],
)
def test_names_become_kinds_each_once(names: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    assert known_kinds(names) == kinds


def test_a_name_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a kind"):
        known_kinds(("join", "jokes"))


def test_all_are_all() -> None:
    assert all(is_cleared(kind, ("all",)) for kind in SERVICE_KINDS)
    assert not is_cleared("pin", ("join",))
