"""The bot's own coming: it greets the group that brought it in, unless that was long ago."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from models import chats
from tests.handlers.scene import ADMIN, BOT, GROUP, chat_json, user_json

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
    assert "https://t.me/steward_bot?start=hello" in str(greeting.parameters["reply_markup"])


async def test_nobody_is_greeted_for_what_happened_long_ago(scene: Scene) -> None:
    assert await brought(scene, scene.now - timedelta(minutes=6)) == []
    chat = await chats.find(scene.work, GROUP)
    assert chat is not None
    assert chat.bot_status == "member"


async def test_a_change_of_rights_is_no_coming(scene: Scene) -> None:
    assert await brought(scene, scene.now, was="member") == []
