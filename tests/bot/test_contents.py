"""What each kind of Telegram's messages is, has and says."""

from __future__ import annotations

from typing import Any

import pytest

from bot.translation import translate
from domain.messages import PLAIN_TRAITS, Forward, Link
from tests.bot.test_translation import read

Json = dict[str, Any]
ANN: Json = {"id": 11, "is_bot": False, "first_name": "Ann", "username": "Ann_A"}
BOT: Json = {"id": 99, "is_bot": True, "first_name": "Gif", "username": "GifBot"}
NEWS: Json = {"id": -1005, "type": "channel", "title": "News", "username": "Our_News"}
GROUP: Json = {"id": -1006, "type": "supergroup", "title": "Other club"}
FILE: Json = {"file_id": "f", "file_unique_id": "u"}


def traits(**fields: object) -> frozenset[str]:
    return translate(read(**fields)).traits


def parts(**fields: object) -> tuple[str, ...]:
    return translate(read(**fields)).parts


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"photo": [FILE]}, {"photo"}),
        ({"video": FILE}, {"video"}),
        ({"animation": FILE, "document": FILE}, {"gif"}),
        ({"document": FILE}, {"document"}),
        ({"audio": FILE}, {"audio"}),
        ({"voice": FILE}, {"voice"}),
        ({"video_note": FILE}, {"videonote"}),
        ({"sticker": FILE}, {"sticker"}),
        ({"sticker": FILE | {"is_animated": True}}, {"sticker", "stickeranimated"}),
        ({"sticker": FILE | {"is_video": True}}, {"sticker", "stickeranimated"}),
        ({"sticker": FILE | {"premium_animation": FILE}}, {"sticker", "stickerpremium"}),
        ({"poll": {"question": "Q", "options": []}}, {"poll"}),
        ({"contact": {"phone_number": "+1", "first_name": "A"}}, {"contact"}),
        ({"location": {"latitude": 1, "longitude": 2}}, {"location"}),
        ({"venue": {"title": "Bar", "address": "Street"}, "location": {}}, {"location"}),
        ({"dice": {"emoji": "🎲", "value": 3}}, {"emojigame"}),
        ({"game": {"title": "G", "description": "D"}}, {"game"}),
        ({"story": {"chat": NEWS, "id": 1}}, {"story"}),
        ({"paid_media": {"star_count": 5}}, {"paidmedia"}),
        ({"checklist": {"title": "To do", "tasks": []}}, {"checklist"}),
        ({"invoice": {"title": "Pay", "description": "D"}}, {"invoice"}),
        ({"giveaway": {"winner_count": 1}}, {"giveaway"}),
        ({"photo": [FILE], "media_group_id": "5"}, {"photo", "album"}),
        ({"photo": [FILE], "has_media_spoiler": True}, {"photo", "spoiler"}),
        ({"text": "x", "via_bot": BOT}, {"text", "inline"}),
        ({"text": "x", "quote": {"text": "y"}}, {"text", "quote"}),
        ({"text": "x", "external_reply": {}}, {"text", "externalreply"}),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}}, {"text", "button"}),
        ({"text": "x", "sender_chat": NEWS}, {"text", "anonchannel"}),
        (
            {"text": "x", "reply_to_message": {"message_id": 3, "sender_chat": NEWS, "is_automatic_forward": True}},
            {"text", "comment"},
        ),
    ],
)
def test_what_a_message_is_and_has(fields: Json, expected: set[str]) -> None:
    assert traits(**fields) == expected


@pytest.mark.parametrize(
    ("entity", "trait"),
    [
        ("mention", "mention"),
        ("cashtag", "cashtag"),
        ("bot_command", "command"),
        ("url", "url"),
        ("email", "email"),
        ("phone_number", "phone"),
        ("spoiler", "spoiler"),
        ("custom_emoji", "emojicustom"),
    ],
)
def test_what_stands_in_a_text_is_known_from_telegrams_marks(entity: str, trait: str) -> None:
    marks = [{"type": entity, "offset": 0, "length": 4}]
    assert traits(text="abcd", entities=marks) == {"text", trait}
    assert traits(photo=[FILE], caption="abcd", caption_entities=marks) == {"photo", trait}


@pytest.mark.parametrize("entity", ["bold", "italic", "code", "pre", "hashtag", "blockquote"])
def test_how_a_text_is_set_makes_it_nothing_else(entity: str) -> None:
    assert traits(text="abcd", entities=[{"type": entity, "offset": 0, "length": 4}]) == {"text"}


@pytest.mark.parametrize("fields", [{}, {"reply_to_message": {"message_id": 3, "from": ANN}}])
def test_all_plain_texts_share_one_value(fields: Json) -> None:
    assert traits(text="hello", **fields) is PLAIN_TRAITS


@pytest.mark.parametrize(
    ("origin", "forward", "trait"),
    [
        (
            {"type": "user", "sender_user": ANN},
            Forward(kind="user", source_id=11, name="Ann", username="ann_a"),
            "forwarduser",
        ),
        (
            {"type": "user", "sender_user": BOT},
            Forward(kind="bot", source_id=99, name="Gif", username="gifbot"),
            "forwardbot",
        ),
        ({"type": "hidden_user", "sender_user_name": "Zoe"}, Forward(kind="hidden", name="Zoe"), "forwarduser"),
        (
            {"type": "chat", "sender_chat": GROUP},
            Forward(kind="chat", source_id=-1006, name="Other club"),
            "forwardchat",
        ),
        (
            {"type": "channel", "chat": NEWS, "message_id": 4},
            Forward(kind="channel", source_id=-1005, name="News", username="our_news"),
            "forwardchannel",
        ),
    ],
)
def test_where_a_forward_comes_from(origin: Json, forward: Forward, trait: str) -> None:
    message = translate(read(text="x", forward_origin=origin))
    assert message.forward == forward
    assert message.traits == {"text", "forward", trait}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": "x"}, ()),
        ({"poll": {"question": "Q", "options": [{"text": "A"}, {"text": "B"}]}}, ("Q", "A", "B")),
        (
            {"contact": {"phone_number": "+1", "first_name": "Ann", "last_name": "Lee", "vcard": "V"}},
            ("Ann Lee", "+1", "V"),
        ),
        ({"document": FILE | {"file_name": "Free.EXE"}}, ("Free.EXE",)),
        ({"audio": FILE | {"title": "Song", "performer": "Band"}}, ("Song", "Band")),
        ({"venue": {"title": "Bar", "address": "Street"}, "location": {}}, ("Bar", "Street")),
        ({"game": {"title": "G", "description": "D"}}, ("G", "D")),
        ({"checklist": {"title": "To do", "tasks": [{"text": "One"}]}}, ("To do", "One")),
        ({"text": "x", "quote": {"text": "quoted"}}, ("quoted",)),
        ({"text": "x", "external_reply": {"chat": NEWS}}, ("News", "Our_News")),
        ({"text": "x", "external_reply": {"origin": {"type": "channel", "chat": NEWS}}}, ("News", "Our_News")),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}], [{"text": "b"}]]}}, ("a", "b")),
    ],
)
def test_what_else_people_read_in_it(fields: Json, expected: tuple[str, ...]) -> None:
    assert parts(**fields) == expected


def test_names_are_kept_in_one_form() -> None:
    sticker = translate(read(sticker=FILE | {"set_name": "Cats_By_Bot"}))
    document = translate(read(document=FILE | {"file_name": "Free.EXE"}))
    inline = translate(read(**{"text": "x", "via_bot": BOT, "from": ANN}))
    assert (sticker.sticker_set, document.file_name) == ("cats_by_bot", "free.exe")
    assert (inline.via_bot, inline.sender_username) == ("gifbot", "ann_a")


def test_custom_emoji_are_counted() -> None:
    marks = [{"type": "custom_emoji", "offset": place, "length": 2, "custom_emoji_id": "5"} for place in (0, 2)]
    assert translate(read(text="😀😀", entities=marks)).custom_emoji == 2


def test_words_and_addresses_of_media_with_buttons_are_all_there() -> None:
    keyboard = {"inline_keyboard": [[{"text": "Join", "url": "https://t.me/+x"}]]}
    message = translate(read(photo=[FILE], caption="look", reply_markup=keyboard, quote={"text": "that"}))
    assert message.words == ("look", "that", "Join")
    assert message.links == (Link(url="https://t.me/+x", hidden=True),)


def test_the_address_of_a_preview_is_a_hidden_link() -> None:
    message = translate(read(text="look", link_preview_options={"url": "https://evil.example"}))
    assert message.links == (Link(url="https://evil.example", hidden=True),)
    assert translate(read(text="look", link_preview_options={"is_disabled": True})).links == ()
