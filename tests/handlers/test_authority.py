from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import ChatAdministratorRights, Update

from domain.roles import Role
from handlers.authority import needs, needs_elsewhere, typed_name
from models import deep_links
from tests.handlers.scene import ADMIN, BOT, GROUP, MEMBER, NOW, OTHER_GROUP, chat_json, message_json, user_json

if TYPE_CHECKING:
    from models.work import Work
    from tests.handlers.scene import Scene


def written(text: str, *, chat_id: int = GROUP) -> Update:
    return Update.de_json({"update_id": 1, "message": message_json(text, by=ADMIN, chat_id=chat_id, at=NOW)})


def pressed(token: str, *, chat_id: int = GROUP) -> Update:
    message = message_json("menu", by=BOT.bot_id, chat_id=chat_id, at=NOW)
    query = {"id": "7", "from": user_json(ADMIN), "message": message, "chat_instance": "1", "data": token}
    return Update.de_json({"update_id": 1, "callback_query": query})


def let_in(status: str, *, chat_id: int = GROUP) -> Update:
    me: dict[str, object] = {"user": user_json(BOT.bot_id)}
    rights = ChatAdministratorRights.all_rights().to_dict() | {"can_be_edited": False}
    moved = {
        "chat": chat_json(chat_id),
        "from": user_json(ADMIN),
        "date": int(NOW.timestamp()),
        "old_chat_member": me | {"status": "left"},
        "new_chat_member": me | {"status": status} | (rights if status == "administrator" else {}),
    }
    return Update.de_json({"update_id": 1, "my_chat_member": moved})


@pytest.mark.parametrize(
    ("update", "chats"),
    [
        (written("/role @max manager"), {GROUP}),
        (written("!role @max manager"), {GROUP}),
        (written("/ROLE@steward_bot"), {GROUP}),
        (written("/help"), {GROUP}),
        (written("/roles"), {GROUP}),
        (written("/language en"), {GROUP}),
        (written("/privacy"), set()),
        (written("role"), set()),
        (written("/unheard"), set()),
        (written("/role", chat_id=ADMIN), set()),
        (pressed("token"), {GROUP}),
        (let_in("administrator"), {GROUP}),
        (let_in("left"), set()),
        (let_in("member", chat_id=ADMIN), set()),
        (pressed("token", chat_id=ADMIN), set()),
        (Update(update_id=1), set()),
    ],
)
def test_admins_must_be_known_where_more_than_members_may_matter(update: Update, chats: set[int]) -> None:
    assert needs(update) == chats


async def test_in_private_chat_those_of_the_group_it_is_about(work: Work) -> None:
    await deep_links.connect(work, user_id=ADMIN, chat_id=GROUP, at=NOW)
    assert await needs_elsewhere(work, written("/role @max manager", chat_id=ADMIN)) == {GROUP}
    assert await needs_elsewhere(work, written("/privacy", chat_id=ADMIN)) == frozenset()
    assert await needs_elsewhere(work, written("/role @max manager", chat_id=MEMBER)) == frozenset()


async def test_chats_a_manager_names_by_id(scene: Scene) -> None:
    text = "/set log_chat -1001234567890"
    assert await needs_elsewhere(scene.work, written(text)) == {-1001234567890}
    assert await needs_elsewhere(scene.work, written("/digest to here -1001234567890")) == {-1001234567890}
    assert await needs_elsewhere(scene.work, written("/ban -1001234567890")) == frozenset()
    await scene.status(ADMIN, "member")
    assert await needs_elsewhere(scene.work, written(text)) == frozenset()


async def test_of_a_button_those_of_the_group_it_is_about(scene: Scene, work: Work) -> None:
    button = await scene.button("note", chat_id=ADMIN, for_chat=OTHER_GROUP, permission=Role.MANAGER)
    assert await needs_elsewhere(work, pressed(button.token, chat_id=ADMIN)) == {OTHER_GROUP}
    assert await needs_elsewhere(work, pressed("made up", chat_id=ADMIN)) == frozenset()


async def test_a_private_chat_has_no_admins(scene: Scene, work: Work) -> None:
    button = await scene.button("note", chat_id=ADMIN, for_chat=ADMIN)
    assert await needs_elsewhere(work, pressed(button.token, chat_id=ADMIN)) == frozenset()


async def test_in_a_group_none_elsewhere(work: Work) -> None:
    assert await needs_elsewhere(work, written("/role @max manager")) == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [("/help", "help"), ("!Help me", "help"), ("/help@some_bot x", "help"), ("/hélp", None), ("/1", None), ("", None)],
)
def test_the_name_typed_is_read(text: str, name: str | None) -> None:
    assert typed_name(text) == name
