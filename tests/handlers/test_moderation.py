"""/warn, /mute, /ban and their opposites, typed into the real router."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.roles import Role
from domain.rules.sanctions import UNDO
from models import chats, members, warnings
from models.administrators import mark_read
from models.chats import Chat
from models.tables import audit
from services.settings import change
from tests.handlers.scene import ADMIN, ANONYMOUS_ADMIN, BOT, CREATOR, GROUP, MEMBER, NOW, STRANGER, message_json

if TYPE_CHECKING:
    from domain.phrases import Value
    from tests.handlers.scene import Scene, Sent

CHANNEL = {"id": -1009, "type": "channel", "title": "News"}


def methods(sent: list[Sent]) -> list[str]:
    return [one.method for one in sent]


def replying_to(user_id: int, **more: object) -> dict[str, object]:
    return {"reply_to_message": message_json("hello", by=user_id, chat_id=GROUP, at=NOW) | {"message_id": 55} | more}


async def count_warnings(scene: Scene, user_id: int) -> int:
    return len(await warnings.in_force(scene.work, chat_id=GROUP, user_id=user_id, at=scene.now))


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("/warn @max", ["sendMessage"]),
        ("/mute @max", ["restrictChatMember", "sendMessage"]),
        ("/mute @max 2h #2 flooding", ["restrictChatMember", "sendMessage"]),
        ("/ban @max", ["banChatMember", "sendMessage"]),
        ("/ban 11003 7d ads", ["banChatMember", "sendMessage"]),
        ("/kick @max bye", ["banChatMember", "unbanChatMember", "sendMessage"]),
        ("/unmute @max", ["restrictChatMember", "sendMessage"]),
        ("/unban @max", ["unbanChatMember", "sendMessage"]),
        ("/warns @max", ["sendMessage"]),
    ],
)
async def test_a_manager_is_obeyed(scene: Scene, text: str, calls: list[str]) -> None:
    assert methods(await scene.write(text, by=ADMIN)) == calls


@pytest.mark.parametrize("command", ["warn", "unwarn", "warns", "mute", "unmute", "ban", "unban", "kick"])
async def test_members_are_not(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} @sam", by=MEMBER)
    assert "takes the role" in sent.text


@pytest.mark.parametrize(
    ("command", "may"),
    [("warn", True), ("mute", True), ("unmute", True), ("warns", True), ("ban", False), ("kick", False)],
)
async def test_a_specialist_may_warn_and_mute_but_not_ban(scene: Scene, command: str, *, may: bool) -> None:
    await members.assign_role(scene.work, chat_id=GROUP, user_id=MEMBER, role=Role.SPECIALIST, now=NOW)
    sent = await scene.write(f"/{command} @sam", by=MEMBER)
    assert ("takes the role" not in sent[-1].text) is may


async def test_an_anonymous_admin_is_obeyed_and_not_named(scene: Scene) -> None:
    group = {"id": GROUP, "type": "supergroup", "title": "Group"}
    sent = await scene.write("/mute @max", by=ANONYMOUS_ADMIN, fields={"sender_chat": group})
    assert methods(sent) == ["restrictChatMember", "sendMessage"]
    rows = (await scene.work.connection.execute(select(audit.c.actor_id))).scalars().all()
    assert rows == [None]


async def test_the_one_answered_to_is_meant(scene: Scene) -> None:
    await scene.write("/warn 3 times too often", by=ADMIN, fields=replying_to(MEMBER))
    (warning,) = await warnings.in_force(scene.work, chat_id=GROUP, user_id=MEMBER, at=NOW)
    assert warning.reason == "3 times too often"


async def test_a_reason_cites_the_rule_it_names(scene: Scene) -> None:
    (sent,) = await scene.write("/warn #3 no more of this", by=ADMIN, fields=replying_to(MEMBER))
    assert "Rule 3: No ads" in sent.text
    (warning,) = await warnings.in_force(scene.work, chat_id=GROUP, user_id=MEMBER, at=NOW)
    assert warning.rule_number == 3


async def test_a_time_is_taken_as_such(scene: Scene) -> None:
    sent = await scene.write("/mute @max 1h30m", by=ADMIN)
    until = NOW + timedelta(hours=1, minutes=30)
    assert sent[0].parameters["until_date"] == int(until.timestamp())


@pytest.mark.parametrize("time", ["10s", "400d"])
async def test_a_time_that_telegram_takes_for_ever_is_refused(scene: Scene, time: str) -> None:
    assert methods(await scene.write(f"/mute @max {time}", by=ADMIN)) == ["sendMessage"]


@pytest.mark.parametrize("target", ["@cleo", "@ada", str(BOT.bot_id)])
async def test_nobody_acts_on_admins_oneself_or_the_bot(scene: Scene, target: str) -> None:
    sent = await scene.write(f"/ban {target}", by=ADMIN)
    assert methods(sent) == ["sendMessage"]


async def test_a_channel_that_writes_in_its_own_name_is_banned(scene: Scene) -> None:
    sent = await scene.write("/ban ads", by=ADMIN, fields=replying_to(136817688, sender_chat=CHANNEL))
    assert methods(sent) == ["banChatSenderChat", "sendMessage"]


async def test_without_the_right_the_bot_says_what_it_lacks(scene: Scene) -> None:
    bare = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=())
    await chats.put(scene.work, bare, now=NOW)
    (sent,) = await scene.write("/ban @max", by=ADMIN)
    assert "ban users" in sent.text


async def test_warnings_are_listed(scene: Scene) -> None:
    await scene.write("/warn @max #2 slow down", by=ADMIN)
    (sent,) = await scene.write("/warns @max", by=ADMIN)
    assert "has 1 of 3 warnings" in sent.text
    assert " · rule 2 · slow down" in sent.text


async def test_the_last_warning_is_taken_back(scene: Scene) -> None:
    await scene.write("/warn @max", by=ADMIN)
    await scene.write("/unwarn @max", by=ADMIN)
    assert await count_warnings(scene, MEMBER) == 0


async def test_the_log_channel_hears_of_it(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="log_chat", value=-1009, by=None, now=NOW)
    sent = await scene.write("/ban @max ads", by=ADMIN)
    assert [one.parameters["chat_id"] for one in sent] == [GROUP, -1009, GROUP]


def undo_of(undo: str, **more: Value | None) -> dict[str, object]:
    return {"undo": undo, "user_id": MEMBER, "sender_chat_id": None, "name": "Max"} | more


async def test_undo_takes_back_a_mute_once_and_says_who_did(scene: Scene) -> None:
    button = await scene.button(UNDO, permission=Role.MANAGER, single_use=True, arguments=undo_of("unmute"))
    sent = await scene.press(button.token, by=CREATOR)
    assert sorted(methods(sent)) == ["answerCallbackQuery", "editMessageText", "restrictChatMember"]
    edit = next(one for one in sent if one.method == "editMessageText")
    assert "may speak again" in edit.text
    assert "By <a" in edit.text
    assert methods(await scene.press(button.token, by=CREATOR)) == ["answerCallbackQuery"]


async def test_undo_does_not_name_who_is_anonymous(scene: Scene) -> None:
    await mark_read(scene.work, GROUP, NOW, anonymous=[CREATOR])
    button = await scene.button(UNDO, permission=Role.MANAGER, single_use=True, arguments=undo_of("unmute"))
    sent = await scene.press(button.token, by=CREATOR)
    edit = next(one for one in sent if one.method == "editMessageText")
    assert edit.text.endswith("By an anonymous admin")


async def test_undo_lets_a_channel_write_again(scene: Scene) -> None:
    arguments = undo_of("unban", user_id=None, sender_chat_id=-1009)
    button = await scene.button(UNDO, permission=Role.MANAGER, single_use=True, arguments=arguments)
    assert "unbanChatSenderChat" in methods(await scene.press(button.token, by=ADMIN))


async def test_undo_is_not_for_members(scene: Scene) -> None:
    button = await scene.button(UNDO, permission=Role.MANAGER, single_use=True, arguments=undo_of("unban"))
    assert methods(await scene.press(button.token, by=STRANGER)) == ["answerCallbackQuery"]
