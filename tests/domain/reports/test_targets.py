"""What settings mean by a place."""

import pytest

from domain.reports.links import message_link
from domain.reports.targets import Place, place_of

CHAT = -1001234567890


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("here", Place(chat_id=CHAT)),
        ("topic:12", Place(chat_id=CHAT, thread_id=12)),
        ("topic:1", Place(chat_id=CHAT)),
        ("-1009", Place(chat_id=-1009)),
        ("42", Place(chat_id=42)),
        ("0", None),
        ("topic:", None),
        ("everywhere", None),
    ],
)
def test_place_of(target: str, place: Place | None) -> None:
    assert place_of(target, CHAT) == place


def test_a_supergroup_message_has_an_address() -> None:
    assert message_link(CHAT, 77) == "https://t.me/c/1234567890/77"


def test_a_basic_group_message_has_none() -> None:
    assert message_link(-4242, 77) == ""
