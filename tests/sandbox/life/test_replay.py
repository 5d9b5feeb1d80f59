import json
from pathlib import Path

import pytest
from telegram import Update

from sandbox.life.replay import replay
from sandbox.payload import Json
from tests.sandbox.life.exports import MEI, START, TOM, chat, happened, replayed, said, written

CLUB = -1_000_000_000_077


def _messages(updates: list[Json]) -> list[Json]:
    return [message for update in updates if isinstance(message := update.get("message"), dict)]


def test_a_message_has_the_shape_of_a_live_one(tmp_path: Path) -> None:
    assert replayed(tmp_path, said(1, "hello")) == [
        {
            "message": {
                "message_id": 1,
                "chat": {"id": CLUB, "title": "Club", "type": "supergroup"},
                "date": START + 60,
                "from": {"id": 101, "is_bot": False, "first_name": "Mei"},
                "text": "hello",
            }
        }
    ]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("private_supergroup", (CLUB, "supergroup")),
        ("public_supergroup", (CLUB, "supergroup")),
        ("private_group", (-77, "group")),
    ],
)
def test_chat_ids_are_the_bot_apis(tmp_path: Path, kind: str, expected: tuple[int, str]) -> None:
    (message,) = _messages(replayed(tmp_path, said(1), kind=kind))
    shown = message["chat"]

    assert isinstance(shown, dict)
    assert (shown["id"], shown["type"]) == expected


def test_a_channels_messages_are_channel_posts(tmp_path: Path) -> None:
    (update,) = replayed(tmp_path, said(1, sender="channel77"), kind="public_channel")
    post = update["channel_post"]

    assert isinstance(post, dict)
    assert post["sender_chat"] == post["chat"]
    assert "from" not in post


def test_a_chat_id_may_be_given(tmp_path: Path) -> None:
    path = written(tmp_path, chat(said(1)))

    (raw,) = replay(path, chat_id=-1005)

    assert json.loads(raw)["message"]["chat"]["id"] == -1005


@pytest.mark.parametrize("chosen", [2, -1_000_000_000_002])
def test_a_chat_of_a_full_export_is_chosen_by_either_id(tmp_path: Path, chosen: int) -> None:
    export: Json = {"chats": {"list": [chat(said(1), number=1), chat(said(5), number=2)]}}

    updates = [json.loads(raw) for raw in replay(written(tmp_path, export), chat_id=chosen)]

    assert [update["message"]["message_id"] for update in updates] == [5]


def test_private_chats_of_a_full_export_are_left_out(tmp_path: Path) -> None:
    export: Json = {"chats": {"list": [chat(said(1), kind="personal_chat"), chat(said(2))]}}

    assert len(list(replay(written(tmp_path, export)))) == 1


def test_a_reply_carries_what_it_answers(tmp_path: Path) -> None:
    _, reply = _messages(replayed(tmp_path, said(1, "how?"), said(2, "so", TOM, reply_to_message_id=1)))
    parent = reply["reply_to_message"]

    assert isinstance(parent, dict)
    assert (parent["message_id"], parent["text"], parent["from"]["id"]) == (1, "how?", 101)
    assert reply["message_thread_id"] == 1
    assert "is_topic_message" not in reply


def test_a_reply_to_something_unknown_answers_nothing(tmp_path: Path) -> None:
    messages = _messages(
        replayed(
            tmp_path,
            said(1, reply_to_message_id=900),
            said(2, reply_to_message_id=1, reply_to_peer_id="channel9"),
        )
    )

    assert [message.get("reply_to_message") for message in messages] == [None, None]


def test_topics_are_followed_through_replies(tmp_path: Path) -> None:
    topic, first, second, outside = _messages(
        replayed(
            tmp_path,
            happened(1, "topic_created", title="Gear"),
            said(2, reply_to_message_id=1),
            said(3, sender=TOM, reply_to_message_id=2),
            said(4),
        )
    )

    assert topic["forum_topic_created"] == {"name": "Gear", "icon_color": 7322096}
    assert [one.get("message_thread_id") for one in (topic, first, second, outside)] == [1, 1, 1, None]
    assert [one.get("is_topic_message") for one in (topic, first, second, outside)] == [True, True, True, None]
    assert isinstance(first["reply_to_message"], dict)
    assert first["reply_to_message"]["forum_topic_created"] == topic["forum_topic_created"]
    assert isinstance(second["chat"], dict)
    assert second["chat"]["is_forum"] is True


def test_ids_of_a_migrated_group_stay_apart(tmp_path: Path) -> None:
    messages = _messages(
        replayed(tmp_path, said(-999_999_998), said(-999_999_990, reply_to_message_id=-999_999_998), said(2))
    )

    assert [one["message_id"] for one in messages] == [-999_999_998, -999_999_990, 2]
    assert isinstance(messages[1]["reply_to_message"], dict)


def test_a_deleted_account_keeps_its_id_and_has_no_name(tmp_path: Path) -> None:
    (message,) = _messages(replayed(tmp_path, {**said(1), "from": None}))

    assert message["from"] == {"id": 101, "is_bot": False, "first_name": ""}


def test_messages_of_nobody_are_left_out(tmp_path: Path) -> None:
    assert replayed(tmp_path, {**said(1), "from": None, "from_id": None}, {"id": 2, "type": "unsupported"}) == []


def test_an_anonymous_administrator_speaks_as_the_chat(tmp_path: Path) -> None:
    (message,) = _messages(replayed(tmp_path, said(1, sender="channel77", author="boss")))

    assert message["sender_chat"] == message["chat"]
    assert isinstance(message["from"], dict)
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["author_signature"] == "boss"


@pytest.mark.parametrize(("more", "expected"), [({}, (136817688, None)), ({"saved_from": "News"}, (777000, True))])
def test_channels_in_a_group_are_senders(tmp_path: Path, more: Json, expected: tuple[int, bool | None]) -> None:
    (message,) = _messages(replayed(tmp_path, said(1, sender="channel9", **more)))

    assert isinstance(message["from"], dict)
    assert (message["from"]["id"], message.get("is_automatic_forward")) == expected
    assert message["sender_chat"] == {"id": -1_000_000_000_009, "title": "channel9", "type": "channel"}


def test_usernames_are_given_where_mentions_are_ids(tmp_path: Path) -> None:
    mention = [{"type": "mention", "text": "@u102"}, {"type": "plain", "text": " hi"}]
    (message,) = _messages(replayed(tmp_path, said(1, text_entities=mention)))

    assert isinstance(message["from"], dict)
    assert message["from"]["username"] == "u101"


def test_usernames_are_not_invented_otherwise(tmp_path: Path) -> None:
    mention = [{"type": "mention", "text": "@uncle"}, {"type": "plain", "text": " hi"}]
    (message,) = _messages(replayed(tmp_path, said(1, text_entities=mention)))

    assert isinstance(message["from"], dict)
    assert "username" not in message["from"]


def test_date_without_a_unix_time_is_taken_for_utc(tmp_path: Path) -> None:
    old = said(1)
    del old["date_unixtime"]
    (message,) = _messages(replayed(tmp_path, {**old, "date": "2021-01-01T00:00:00"}))

    assert message["date"] == 1609459200


def test_a_message_long_past_is_shown_by_its_author_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.life.replay._KEPT_BODIES", 1)
    *_, reply = _messages(replayed(tmp_path, said(1), said(2), said(3, sender=TOM, reply_to_message_id=1)))

    assert isinstance(reply["reply_to_message"], dict)
    assert reply["reply_to_message"]["from"] == {"id": 101, "is_bot": False, "first_name": "Mei"}
    assert "text" not in reply["reply_to_message"]


def test_ptb_parses_everything(tmp_path: Path) -> None:
    text = [{"type": "bold", "text": "😀 bold"}, " and ", {"type": "mention_name", "text": "Tom", "user_id": 102}]
    poll = {"question": "When?", "closed": False, "total_voters": 2, "answers": [{"text": "Now", "voters": 2}]}
    reaction = {"type": "emoji", "count": 1, "emoji": "👍"}
    recent = [{"from": "Tom O'Hara", "from_id": TOM, "date": "2026-05-28T22:30:00"}]
    updates = replayed(
        tmp_path,
        happened(1, "topic_created", title="Gear"),
        happened(2, "join_group_by_link", inviter="Mei", sender=TOM),
        said(3, text, reactions=[{**reaction, "recent": recent}], forwarded_from="News"),
        said(4, photo="(File not included)", width=800, height=600),
        said(5, media_type="sticker", file="x", sticker_emoji="🔥", width=512, height=512, sender=TOM),
        said(6, media_type="animation", file="x", mime_type="video/mp4", duration_seconds=3),
        said(7, media_type="voice_message", file="x", duration_seconds=3, mime_type="audio/ogg"),
        said(8, media_type="video_message", file="x", duration_seconds=3),
        said(9, poll=poll, text=""),
        said(10, location_information={"latitude": 1.5, "longitude": 2.5}, text=""),
        said(11, contact_information={"first_name": "Ann", "phone_number": "+491"}, text=""),
        happened(12, "remove_members", members=["Mei"]),
        happened(13, "pin_message", message_id=3),
        happened(14, "edit_group_title", title="New"),
        happened(15, "boost_apply", boosts=2),
        said(16, place_name="Café", address="Street 1", location_information={"latitude": 1.5, "longitude": 2.5}),
        said(17, dice_emoji="🎲", dice_value=3, text=""),
        said(18, game_title="Chess", game_description="", text="", via_bot="@gamebot"),
    )
    parsed = [Update.de_json({"update_id": 1, **update}, None) for update in updates]

    assert len(parsed) == 21
    assert [update.to_dict().keys() - {"update_id"} for update in parsed] == [update.keys() for update in updates]
    assert all(not update.api_kwargs and not (update.message and update.message.api_kwargs) for update in parsed)


def test_an_export_of_mei_and_tom_is_in_order_of_time(tmp_path: Path) -> None:
    reaction = {"type": "emoji", "count": 1, "emoji": "👍"}
    recent = [{"from": "Tom O'Hara", "from_id": TOM, "date": "2026-05-28T22:29:10"}]
    first = said(1, date="2026-05-28T22:27:40", reactions=[{**reaction, "recent": recent}], sender=MEI)

    kinds = [next(iter(update)) for update in replayed(tmp_path, first, said(2), said(3))]

    assert kinds == ["message", "message", "message_reaction", "message"]
