from pathlib import Path

import pytest

from sandbox.payload import Json
from tests.sandbox.life.exports import MEI, TOM, happened, replayed, said


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


def test_invited_members_are_found_by_name(tmp_path: Path) -> None:
    updates = replayed(tmp_path, said(1, sender=TOM), happened(2, "invite_members", members=["Tom O'Hara", "Stranger"]))

    assert _changes(updates) == [(102, "left", "member")]


def test_a_name_two_people_share_is_nobody(tmp_path: Path) -> None:
    other = {**said(2, sender="user103"), "from": "Tom O'Hara"}
    updates = replayed(tmp_path, said(1, sender=TOM), other, happened(3, "invite_members", members=["Tom O'Hara"]))

    assert len(updates) == 2


@pytest.mark.parametrize(("actor", "expected"), [(TOM, (102, "member", "left")), (MEI, (102, "member", "kicked"))])
def test_leaving_and_being_removed_differ(tmp_path: Path, actor: str, expected: tuple[int, str, str]) -> None:
    updates = replayed(
        tmp_path, said(1, sender=TOM), happened(2, "remove_members", sender=actor, members=["Tom O'Hara"])
    )

    assert _changes(updates) == [expected]
    assert "left_chat_member" in _only(updates, "message")[-1]


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
