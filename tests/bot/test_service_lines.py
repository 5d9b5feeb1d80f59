"""Telegram's own lines, told apart by what they say."""

from __future__ import annotations

import pytest

from bot.service_lines import service_line
from tests.bot.entrance import ANN, CHAT, Json, person, raw, said


def line(**fields: object) -> Json:
    update = said(1)
    del update["message"]["text"]
    update["message"] |= fields
    return update


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("new_chat_members", [person(ANN)], "join"),
        ("left_chat_member", person(ANN), "leave"),
        ("pinned_message", {"message_id": 7}, "pin"),
        ("new_chat_title", "Club", "title"),
        ("new_chat_photo", [], "photo"),
        ("delete_chat_photo", True, "photo"),
        ("video_chat_started", {}, "video_chat"),
        ("boost_added", {"boost_count": 1}, "boost"),
        ("forum_topic_closed", {}, "topic"),
        ("message_auto_delete_timer_changed", {"message_auto_delete_time": 60}, "other"),
    ],
)
def test_every_line_has_its_kind(field: str, value: object, kind: str) -> None:
    found = service_line(raw(line(**{field: value})))
    assert found is not None
    assert (found.kind, found.chat_id) == (kind, CHAT)
    assert found.pinned == (7 if kind == "pin" else None)


@pytest.mark.parametrize(
    ("field", "value"),
    [("forum_topic_created", {"name": "x"}), ("migrate_to_chat_id", -1001), ("something_new", {})],
)
def test_the_root_of_a_topic_a_move_and_the_unknown_stay(field: str, value: object) -> None:
    assert service_line(raw(line(**{field: value}))) is None
