"""Who comes and goes: the bot itself, members, and groups that move."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from telegram import ChatAdministratorRights, ChatPermissions

from models import chats, members, people
from models.chats import Chat
from models.tables import chat_hours
from models.tables import members as member_rows
from models.tables import people as people_rows
from tests.handlers.keyboards import keyboard
from tests.handlers.scene import ADMIN, BOT, CREATOR, GROUP, MEMBER, chat_json, user_json

if TYPE_CHECKING:
    from datetime import datetime

    from tests.handlers.scene import Scene, Sent


def member_json(status: str) -> dict[str, object]:
    """The bot as a ChatMember."""
    return {"user": user_json(BOT.bot_id), "status": status} | ({"until_date": 0} if status == "kicked" else {})


async def brought(scene: Scene, at: datetime, *, was: str = "left") -> list[Sent]:
    """An administrator brings the bot in; what it wants done."""
    moved = {
        "chat": chat_json(GROUP),
        "from": user_json(ADMIN),
        "date": int(at.timestamp()),
        "old_chat_member": member_json(was),
        "new_chat_member": member_json("member"),
    }
    return await scene.take({"my_chat_member": moved})


@pytest.mark.parametrize("was", ["left", "kicked"])
async def test_the_bot_greets_who_brings_it_in(scene: Scene, was: str) -> None:
    (greeting,) = await brought(scene, scene.now - timedelta(minutes=4), was=was)
    assert f"I am <b>{BOT.name}</b>" in greeting.text


async def test_the_greeting_leads_managers_to_the_groups_settings_in_private(scene: Scene) -> None:
    (greeting,) = await brought(scene, scene.now)
    (url,) = keyboard(greeting).values()
    token = url.removeprefix("https://t.me/steward_bot?start=")
    (refused,) = await scene.write(f"/start {token}", by=MEMBER, chat_id=MEMBER)
    assert "takes the role “manager”" in refused.text
    (menu,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert f"Group {GROUP}" in menu.text


async def test_nobody_is_greeted_for_what_happened_long_ago(scene: Scene) -> None:
    assert await brought(scene, scene.now - timedelta(minutes=6)) == []
    chat = await chats.find(scene.work, GROUP)
    assert chat is not None
    assert chat.bot_status == "member"


@pytest.mark.parametrize("can_be_told", [True, False])
async def test_who_brings_the_bot_into_a_channel_is_told_what_for(scene: Scene, *, can_be_told: bool) -> None:
    await people.open_private_chat(scene.work, ADMIN, is_open=can_be_told)
    moved = {
        "chat": {"id": -1009, "type": "channel", "title": "News & more"},
        "from": user_json(ADMIN),
        "date": int(scene.now.timestamp()),
        "old_chat_member": member_json("left"),
        "new_chat_member": member_json("member"),
    }
    sent = await scene.take({"my_chat_member": moved})
    assert [(one.parameters["chat_id"], "/set log_chat -1009" in one.text) for one in sent] == [
        (ADMIN, True)
    ] * can_be_told


async def test_a_change_of_rights_is_no_coming(scene: Scene) -> None:
    assert await brought(scene, scene.now, was="member") == []


NEWCOMER = {"id": 555, "is_bot": False, "first_name": "Nora"}


async def moved(scene: Scene, was: str, status: str, **more: object) -> None:
    """Telegram tells administrators that somebody's membership changed."""
    change = {
        "chat": chat_json(GROUP),
        "from": NEWCOMER,
        "date": int(scene.now.timestamp()),
        "old_chat_member": {"user": NEWCOMER, "status": was},
        "new_chat_member": {"user": NEWCOMER, "status": status} | more,
    }
    await scene.take({"chat_member": change})


async def flow(scene: Scene) -> tuple[int, int]:
    """Joins and leaves counted so far."""
    rows = (await scene.work.connection.execute(select(chat_hours.c.joins, chat_hours.c.leaves))).all()
    return sum(row.joins for row in rows), sum(row.leaves for row in rows)


async def test_a_join_told_as_change_and_as_message_counts_once(scene: Scene) -> None:
    await moved(scene, "left", "member")
    await scene.write("", by=ADMIN, fields={"new_chat_members": [NEWCOMER]})
    assert await flow(scene) == (1, 0)


async def test_everybody_of_a_service_message_has_come(scene: Scene) -> None:
    other = NEWCOMER | {"id": 556}
    await scene.write("", by=ADMIN, fields={"new_chat_members": [NEWCOMER, other]})
    assert await flow(scene) == (2, 0)


async def test_who_goes_is_counted_and_known_as_gone(scene: Scene) -> None:
    await scene.write("", by=MEMBER, fields={"left_chat_member": user_json(MEMBER)})
    member = await members.find(scene.work, chat_id=GROUP, user_id=MEMBER)
    assert member is not None
    assert (member.status, await flow(scene)) == ("left", (0, 1))


async def test_an_invite_link_is_kept_with_the_join(scene: Scene) -> None:
    link = {
        "invite_link": "https://t.me/+abc",
        "creator": user_json(ADMIN),
        "creates_join_request": False,
        "is_primary": False,
        "is_revoked": False,
        "name": "spring fair",
    }
    change = {
        "chat": chat_json(GROUP),
        "from": NEWCOMER,
        "date": int(scene.now.timestamp()),
        "old_chat_member": {"user": NEWCOMER, "status": "left"},
        "new_chat_member": {"user": NEWCOMER, "status": "member"},
        "invite_link": link,
    }
    await scene.take({"chat_member": change})
    rows = (await scene.work.connection.execute(select(member_rows).where(member_rows.c.user_id == 555))).all()
    assert [row.invite_link for row in rows] == ["spring fair"]


async def test_somebody_restricted_and_out_of_the_chat_is_gone(scene: Scene) -> None:
    await moved(scene, "left", "member")
    scene.now += timedelta(minutes=1)
    rights = dict.fromkeys(ChatPermissions.all_permissions().to_dict(), False)
    await moved(scene, "member", "restricted", is_member=False, until_date=0, **rights)
    assert await flow(scene) == (1, 1)


async def test_the_bots_rights_are_known_from_its_promotion(scene: Scene) -> None:
    rights = ChatAdministratorRights.no_rights().to_dict() | {"can_pin_messages": True}
    administrator = {"user": user_json(BOT.bot_id), "status": "administrator", "can_be_edited": False} | rights
    change = {
        "chat": chat_json(GROUP),
        "from": user_json(CREATOR),
        "date": int(scene.now.timestamp()),
        "old_chat_member": member_json("member"),
        "new_chat_member": administrator,
    }
    await scene.take({"my_chat_member": change})
    chat = await chats.find(scene.work, GROUP)
    assert chat is not None
    assert (chat.bot_status, chat.bot_rights) == ("administrator", ("can_pin_messages",))


async def test_a_bot_put_out_writes_there_no_more(scene: Scene) -> None:
    change = {
        "chat": chat_json(GROUP),
        "from": user_json(ADMIN),
        "date": int(scene.now.timestamp()),
        "old_chat_member": member_json("member"),
        "new_chat_member": member_json("kicked"),
    }
    await scene.take({"my_chat_member": change})
    chat = await chats.find(scene.work, GROUP)
    assert chat is not None
    assert not chat.active


@pytest.mark.parametrize(("status", "is_open"), [("kicked", False), ("member", True)])
async def test_who_stops_the_bot_in_private_is_not_written_to(scene: Scene, status: str, *, is_open: bool) -> None:
    change = {
        "chat": chat_json(MEMBER),
        "from": user_json(MEMBER),
        "date": int(scene.now.timestamp()),
        "old_chat_member": member_json("member" if status == "kicked" else "kicked"),
        "new_chat_member": member_json(status),
    }
    await scene.take({"my_chat_member": change})
    known = (await scene.work.connection.execute(select(people_rows).where(people_rows.c.user_id == MEMBER))).one()
    assert known.private_chat == is_open


@pytest.mark.parametrize(
    ("chat_id", "fields"),
    [(-77, {"migrate_to_chat_id": GROUP - 9}), (GROUP - 9, {"migrate_from_chat_id": -77})],
)
async def test_a_group_that_became_a_supergroup_is_known_by_its_new_number(
    scene: Scene, chat_id: int, fields: dict[str, object]
) -> None:
    await chats.put(scene.work, Chat(chat_id=-77, kind="group", title="Small"), now=scene.now)
    await members.set_status(scene.work, chat_id=-77, user_id=MEMBER, status="member", at=scene.now)
    await scene.write("", by=ADMIN, chat_id=chat_id, fields=fields)
    assert await members.find(scene.work, chat_id=GROUP - 9, user_id=MEMBER) is not None
    old = await chats.find(scene.work, -77)
    assert old is not None
    assert old.successor == GROUP - 9
