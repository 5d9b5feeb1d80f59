"""Where a message points: addresses in texts, in captions, behind words and behind buttons."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from bot.telegram_shapes import Message
from bot.translation import translate
from domain.messages import Forward, Link, Origin

Json = dict[str, Any]
URL, SHOP = "https://example.org/a", "https://shop.example/b"


def read(**fields: object) -> Message:
    """A member's message in a supergroup, as it comes over the wire."""
    plain: Json = {
        "message_id": 5,
        "date": 1_790_000_000,
        "chat": {"id": -1001, "type": "supergroup"},
        "from": {"id": 11, "is_bot": False, "first_name": "Ann"},
    }
    return msgspec.json.decode(msgspec.json.encode(plain | fields), type=Message)


def links(**fields: object) -> tuple[Link, ...]:
    return translate(read(**fields)).links


@pytest.mark.parametrize(("words", "entities"), [("text", "entities"), ("caption", "caption_entities")])
def test_addresses_are_found_in_texts_and_captions_alike(words: str, entities: str) -> None:
    said = f"😀 see {URL} or here"
    found = links(
        **{
            words: said,
            entities: [
                {"type": "url", "offset": 7, "length": len(URL)},
                {"type": "text_link", "offset": len(said) - 3, "length": 4, "url": SHOP},
            ],
        }
    )
    assert found == (Link(url=URL, hidden=False), Link(url=SHOP, hidden=True))


@pytest.mark.parametrize(
    "button",
    [{"text": "a", "url": SHOP}, {"text": "a", "login_url": {"url": SHOP}}, {"text": "a", "web_app": {"url": SHOP}}],
)
def test_an_address_behind_a_button_is_a_hidden_link(button: Json) -> None:
    keyboard = [[{"text": "no address", "callback_data": "x"}], [button]]
    assert links(text="hello", reply_markup={"inline_keyboard": keyboard}) == (Link(url=SHOP, hidden=True),)


def test_buttons_come_after_what_the_text_shows() -> None:
    entities = [{"type": "url", "offset": 0, "length": len(URL)}]
    keyboard = {"inline_keyboard": [[{"text": "a", "url": SHOP}]]}
    found = links(text=URL, entities=entities, reply_markup=keyboard)
    assert [link.url for link in found] == [URL, SHOP]


def test_a_message_without_addresses_has_none() -> None:
    assert links(text="hello") == ()


ANN: Json = {"id": 11, "is_bot": False, "first_name": "Ann"}
BEN: Json = {"id": 12, "is_bot": False, "first_name": "Ben", "last_name": "Bo"}
CHANNEL: Json = {"id": -1005, "type": "channel", "title": "News"}


@pytest.mark.parametrize(
    ("fields", "origin", "name"),
    [
        ({}, Origin.MEMBER, "Ann"),
        ({"from": {"id": 9, "is_bot": True, "first_name": "Helper"}}, Origin.BOT, "Helper"),
        (
            {
                "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
                "sender_chat": {"id": -1001, "type": "supergroup", "title": "Club"},
            },
            Origin.ANONYMOUS_ADMIN,
            "Club",
        ),
        (
            {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}, "sender_chat": CHANNEL},
            Origin.CHANNEL,
            "News",
        ),
        (
            {
                "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
                "sender_chat": CHANNEL,
                "is_automatic_forward": True,
            },
            Origin.LINKED_CHANNEL,
            "News",
        ),
    ],
)
def test_everybody_counts_as_what_they_are(fields: Json, origin: Origin, name: str) -> None:
    found = translate(read(text="x", **fields))
    assert (found.origin, found.sender_name) == (origin, name)
    assert (found.sender_id is not None) == (origin in {Origin.MEMBER, Origin.BOT})


@pytest.mark.parametrize(
    ("replied", "more", "expected"),
    [
        ({"from": BEN}, {}, (3, 12)),
        ({"from": ANN}, {}, (3, None)),
        ({"from": BEN | {"is_bot": True}}, {}, (3, None)),
        ({"from": BEN, "sender_chat": CHANNEL}, {}, (3, None)),
        ({}, {}, (3, None)),
        ({"from": BEN}, {"message_thread_id": 3, "is_topic_message": True}, (None, None)),
        ({"from": BEN}, {"message_thread_id": 2, "is_topic_message": True}, (3, 12)),
        ({"from": BEN}, {"message_thread_id": 3}, (3, 12)),
    ],
)
def test_whom_a_message_answers(replied: Json, more: Json, expected: tuple[int | None, int | None]) -> None:
    found = translate(read(text="x", reply_to_message={"message_id": 3} | replied, **more))
    assert (found.reply_to_message, found.reply_to_user) == expected


def test_people_are_pointed_at_by_utf16_places() -> None:
    entities = [
        {"type": "mention", "offset": 3, "length": 6},
        {"type": "text_mention", "offset": 10, "length": 3, "user": BEN},
    ]
    found = translate(read(text="🚴 @Tom_X Ben", entities=entities))
    assert (found.mentioned_names, found.mentioned) == (("tom_x",), (12,))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": "x"}, "text"),
        ({"photo": [], "caption": "x"}, "photo"),
        ({"animation": {}, "document": {}}, "animation"),
    ],
)
def test_what_a_message_carries(fields: Json, kind: str) -> None:
    assert translate(read(**fields)).kind == kind


def test_topics_albums_and_forwards_are_kept() -> None:
    found = translate(
        read(
            text="x",
            message_thread_id=8,
            is_topic_message=True,
            media_group_id="a",
            forward_origin={},
            via_bot={"id": 9},
        )
    )
    assert (found.thread_id, found.album, found.forward, found.via_bot) == (8, "a", Forward(kind="hidden"), "9")
