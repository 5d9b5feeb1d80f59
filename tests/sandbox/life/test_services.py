from pathlib import Path

import pytest

from sandbox.payload import Json
from tests.sandbox.life.exports import TOM, happened, replayed, said


def _only(updates: list[Json], kind: str) -> list[Json]:
    return [found for update in updates if isinstance(found := update.get(kind), dict)]


def _changes(updates: list[Json]) -> list[tuple[object, object, object]]:
    changes = []
    for change in _only(updates, "chat_member"):
        old, new = change["old_chat_member"], change["new_chat_member"]
        assert isinstance(old, dict)
        assert isinstance(new, dict)
        changes.append((new["user"]["id"], old["status"], new["status"]))
    return changes


@pytest.mark.parametrize("action", ["join_group_by_link", "join_group_by_request"])
def test_a_join_is_told_twice_as_telegram_does(tmp_path: Path, action: str) -> None:
    updates = replayed(tmp_path, happened(1, action, sender=TOM))
    (message,) = _only(updates, "message")

    assert message["new_chat_members"] == [{"id": 102, "is_bot": False, "first_name": "Tom O'Hara"}]
    assert _changes(updates) == [(102, "left", "member")]


def test_joining_by_oneself_is_a_join_however_it_is_written(tmp_path: Path) -> None:
    updates = replayed(tmp_path, happened(1, "invite_members", sender=TOM, members=["Tom O'Hara"]))

    assert _changes(updates) == [(102, "left", "member")]


def test_leaving_by_oneself_is_a_leave(tmp_path: Path) -> None:
    updates = replayed(tmp_path, happened(1, "remove_members", sender=TOM, members=["Tom O'Hara"]))

    assert _changes(updates) == [(102, "member", "left")]
    assert "left_chat_member" in _only(updates, "message")[-1]


@pytest.mark.parametrize("action", ["invite_members", "remove_members"])
def test_nothing_is_told_of_others_whose_ids_are_unknown(tmp_path: Path, action: str) -> None:
    updates = replayed(tmp_path, said(1, sender=TOM), happened(2, action, members=["Tom O'Hara"]))

    assert [next(iter(update)) for update in updates] == ["message"]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (happened(1, "topic_edit", new_title="Tools"), "forum_topic_edited"),
        (happened(1, "edit_group_title", title="New"), "new_chat_title"),
        (happened(1, "pin_message", message_id=1), "pinned_message"),
        (happened(1, "boost_apply", boosts=3), "boost_added"),
        (happened(1, "create_group", title="Club"), "group_chat_created"),
        (happened(1, "create_supergroup", title="Club"), "supergroup_chat_created"),
    ],
)
def test_services_get_their_field(tmp_path: Path, record: Json, field: str) -> None:
    (message,) = _only(replayed(tmp_path, record), "message")

    assert field in message


@pytest.mark.parametrize("action", ["phone_call", "migrate_from_group", "pin_message", "remove_members"])
def test_what_bots_are_not_told_is_left_out(tmp_path: Path, action: str) -> None:
    assert replayed(tmp_path, happened(1, action)) == []
