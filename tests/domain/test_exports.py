from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from domain.exports import Record, translate, user_of
from domain.messages import Link, Origin

if TYPE_CHECKING:
    from domain.messages import Message

CHAT = -1000000000077
STAMP = 1_780_000_000


def record(**fields: object) -> Record:
    """An entry as it stands in a file, from Mei unless told otherwise."""
    given: dict[str, Any] = {"id": 5, "date_unixtime": str(STAMP), "from": "Mei", "from_id": "user101"} | fields
    return msgspec.convert(given, Record, strict=False)


def message(**fields: object) -> Message:
    found = translate(record(**fields), chat_id=CHAT)
    assert found is not None
    return found


def test_a_message_is_somebodys() -> None:
    found = message(text="hello")
    assert (found.message_id, found.sender_id, found.sender_name, found.text) == (5, 101, "Mei", "hello")
    assert found.at == datetime.fromtimestamp(STAMP, UTC)
    assert (found.origin, found.kind) == (Origin.MEMBER, "text")


def test_without_a_unix_time_local_time_is_taken_for_utc() -> None:
    assert message(text="x", date_unixtime=None, date="2021-03-01T10:00:00").at == datetime(2021, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "see @tom"},
        {"text": ["see ", {"type": "mention", "text": "@tom"}]},
        {"text": "", "text_entities": [{"type": "plain", "text": "see "}, {"type": "mention", "text": "@tom"}]},
        {"text": "ignored", "text_entities": [{"type": "plain", "text": "see @tom"}]},
    ],
)
def test_a_text_is_the_same_in_every_form(fields: dict[str, object]) -> None:
    assert message(**fields).text == "see @tom"


def test_who_and_what_is_pointed_at() -> None:
    found = message(
        text=[
            {"type": "mention", "text": "@Tom_X"},
            {"type": "mention_name", "text": "Lisa", "user_id": 103},
            {"type": "link", "text": "example.org"},
            {"type": "text_link", "text": "here", "href": "https://example.com"},
        ]
    )
    assert found.mentioned_names == ("tom_x",)
    assert found.mentioned == (103,)
    assert found.links == (Link(url="example.org", hidden=False), Link(url="https://example.com", hidden=True))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"media_type": "sticker", "file": "x.webp"}, "sticker"),
        ({"media_type": "voice_message", "file": "x.ogg"}, "voice"),
        ({"media_type": "video_message", "file": "x.mp4"}, "video_note"),
        ({"photo": "x.jpg", "text": "with words"}, "photo"),
        ({"file": "x.pdf"}, "document"),
        ({"poll": {"question": "?"}}, "poll"),
        ({"location_information": {"latitude": 1.5}}, "location"),
        ({"location_information": {"latitude": 1.5}, "place_name": "Park"}, "venue"),
        ({"contact_information": {"phone_number": "1"}}, "contact"),
    ],
)
def test_what_a_message_carries(fields: dict[str, object], kind: str) -> None:
    assert message(**fields).kind == kind


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({"from_id": "channel77"}, Origin.ANONYMOUS_ADMIN),
        ({"from_id": "channel5"}, Origin.CHANNEL),
        ({"from_id": "channel5", "saved_from": "News"}, Origin.LINKED_CHANNEL),
    ],
)
def test_what_is_said_by_no_person(fields: dict[str, object], origin: Origin) -> None:
    found = message(text="x", **fields)
    assert (found.origin, found.sender_id) == (origin, None)


@pytest.mark.parametrize("fields", [{"text": ""}, {"text": "x", "from_id": None}, {"text": "x", "from_id": "chat9"}])
def test_what_is_no_message_of_anybody(fields: dict[str, object]) -> None:
    assert translate(record(**fields), chat_id=CHAT) is None


def test_an_answer_to_another_chat_answers_nothing_here() -> None:
    assert message(text="x", reply_to_message_id=3).reply_to_message == 3
    assert message(text="x", reply_to_message_id=3, reply_to_peer_id="channel9").reply_to_message is None


def test_a_forward_and_a_bots_words_are_known_as_such() -> None:
    assert message(text="x", forwarded_from="Tom").forward
    assert message(text="x", via_bot="@gif").via_bot


def test_reactions_are_at_the_messages_own_clock_and_the_last_counts() -> None:
    def reaction(emoji: str, *recent: dict[str, object]) -> dict[str, object]:
        return {"type": "emoji", "count": 9, "emoji": emoji, "recent": list(recent)}

    entry = record(
        text="x",
        date="2026-05-28T22:26:40",  # two hours ahead of STAMP
        reactions=[
            reaction(
                "👍",
                {"from": "Tom", "from_id": "user102", "date": "2026-05-28T23:00:00"},
                {"from": "News", "from_id": "channel5", "date": "2026-05-28T23:00:00"},
            ),
            reaction(
                "🔥",
                {"from": "Tom", "from_id": "user102", "date": "2026-05-28T22:30:00"},
                {"from_id": "user103", "date": "2026-05-28T22:00:00"},
            ),
            {"type": "paid", "count": 1},
        ],
    )
    assert entry.reactors == {
        102: (datetime(2026, 5, 28, 21, tzinfo=UTC), "Tom"),
        103: (datetime.fromtimestamp(STAMP, UTC), ""),
    }


@pytest.mark.parametrize(("peer", "user_id"), [("user12", 12), ("channel12", None), (None, None), ("", None)])
def test_only_people_have_user_ids(peer: str | None, user_id: int | None) -> None:
    assert user_of(peer) == user_id
