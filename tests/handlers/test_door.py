"""What the door does with updates: who is asked, who is not, in which order they are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from telegram import ChatPermissions

from models import chats, entrances, members
from models.chats import Chat
from models.entrances import State
from services.settings import change
from tests.handlers.scene import ADMIN, GROUP, MEMBER, RIGHTS, STRANGER, chat_json, user_json

if TYPE_CHECKING:
    from models.work import Work
    from tests.handlers.scene import Scene, Sent


async def ask(scene: Scene, **more: object) -> None:
    """Newcomers press a button."""
    for name, value in {"way": "button", **more}.items():
        await change(scene.work, chat_id=GROUP, path=f"entrance.{name}", value=value, by=ADMIN, now=scene.now)


def standing(user_id: int, status: str) -> dict[str, object]:
    """Telegram's ChatMember."""
    return {"user": user_json(user_id), "status": status}


async def joins(
    scene: Scene, *, by: int = STRANGER, at: datetime | None = None, more: dict[str, object] | None = None
) -> list[Sent]:
    """Somebody comes in, as administrators are told."""
    moved = {
        "chat": chat_json(GROUP),
        "from": user_json(by),
        "date": int((at or scene.now).timestamp()),
        "old_chat_member": standing(STRANGER, "left"),
        "new_chat_member": standing(STRANGER, "member"),
    }
    return await scene.take({"chat_member": moved | (more or {})})


async def line(scene: Scene, *, by: int = STRANGER) -> list[Sent]:
    """The line in the chat that tells that somebody came."""
    message = {
        "message_id": 70,
        "date": int(scene.now.timestamp()),
        "chat": chat_json(GROUP),
        "from": user_json(by),
        "new_chat_members": [user_json(STRANGER)],
    }
    return await scene.take({"message": message})


def methods(sent: list[Sent]) -> list[str]:
    return [one.method for one in sent]


async def state(work: Work) -> State | None:
    entrance = await entrances.find(work, chat_id=GROUP, user_id=STRANGER)
    return None if entrance is None else entrance.state


async def test_a_newcomer_is_muted_and_asked_once_however_often_it_is_told(scene: Scene, work: Work) -> None:
    await ask(scene)
    sent = await joins(scene)
    assert methods(sent) == ["restrictChatMember", "sendMessage"]
    assert await line(scene) == []
    entrance = await entrances.find(work, chat_id=GROUP, user_id=STRANGER)
    assert entrance is not None
    assert (entrance.state, entrance.join_message) == (State.PENDING, 70)


async def test_the_right_answer_is_in_no_button(scene: Scene, work: Work) -> None:
    await ask(scene, way="arithmetic")
    (asked,) = [one for one in await joins(scene) if one.method == "sendMessage"]
    data = [button["callback_data"] for row in asked.parameters["reply_markup"]["inline_keyboard"] for button in row]
    assert len({len(token) for token in data}) == 1
    entrance = await entrances.find(work, chat_id=GROUP, user_id=STRANGER)
    assert entrance is not None
    assert entrance.challenge["options"][entrance.challenge["answer"]] not in data


@pytest.mark.parametrize(
    ("by", "more"),
    [(ADMIN, {}), (ADMIN, {"via_join_request": True})],
    ids=["brought by an administrator", "approved by an administrator"],
)
async def test_whom_an_administrator_lets_in_is_not_asked(
    scene: Scene, work: Work, by: int, more: dict[str, object]
) -> None:
    await ask(scene)
    assert await joins(scene, by=by, more=more) == []
    assert await state(work) is State.ADMITTED


async def test_whom_a_plain_member_brings_is_asked(scene: Scene) -> None:
    await ask(scene)
    assert "restrictChatMember" in methods(await joins(scene, by=MEMBER))


async def test_who_was_approved_or_has_passed_before_is_not_asked(scene: Scene, work: Work) -> None:
    await ask(scene)
    await scene.status(STRANGER, "left")
    await members.approve(work, chat_id=GROUP, user_id=STRANGER, by=ADMIN, at=scene.now)
    assert await joins(scene, at=scene.now + timedelta(seconds=1)) == []


async def test_nobody_is_asked_for_what_happened_long_ago(scene: Scene, work: Work) -> None:
    await ask(scene)
    assert await joins(scene, at=scene.now - timedelta(minutes=6)) == []
    assert await state(work) is State.ADMITTED


async def test_nobody_is_asked_where_the_bot_may_mute_nobody(scene: Scene, work: Work) -> None:
    await ask(scene)
    rights = tuple(right for right in RIGHTS if right != "can_restrict_members")
    chat = Chat(chat_id=GROUP, kind="supergroup", title="x", bot_status="administrator", bot_rights=rights)
    await chats.put(work, chat, now=scene.now)
    assert await joins(scene) == []
    assert await state(work) is State.ADMITTED


async def test_who_comes_with_a_mute_keeps_it(scene: Scene, work: Work) -> None:
    await ask(scene)
    limits = ChatPermissions.no_permissions().to_dict()
    muted = standing(STRANGER, "restricted") | limits | {"is_member": True, "until_date": 0}
    assert await joins(scene, more={"new_chat_member": muted}) == []
    assert await state(work) is State.ADMITTED


async def test_the_days_funnel_is_counted(scene: Scene, work: Work) -> None:
    await ask(scene)
    await joins(scene)
    day = scene.now.date()
    assert await entrances.funnel(work, chat_id=GROUP, since=day, until=day) == {
        "joined": 1,
        "challenged": 1,
        "passed": 0,
        "failed": 0,
        "timed_out": 0,
    }
