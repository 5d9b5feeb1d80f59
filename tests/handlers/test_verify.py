from __future__ import annotations

from typing import TYPE_CHECKING

from services.chats import set_bot_status
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from models.work import Work
    from tests.handlers.scene import Scene


async def test_all_in_order_is_said(scene: Scene) -> None:
    [sent] = await scene.write("/verify", by=ADMIN)
    assert "❌" not in sent.text
    assert sent.text.splitlines()[-1] == "Everything is in order."


async def test_a_missing_right_is_named_with_what_to_do(scene: Scene, work: Work) -> None:
    rights = ("can_delete_messages", "can_pin_messages", "can_invite_users")
    await set_bot_status(work, chat_id=GROUP, status="administrator", rights=rights, now=NOW)
    [sent] = await scene.write("/verify", by=ADMIN)
    [line] = [line for line in sent.text.splitlines() if line.startswith("❌")]
    assert line.startswith("❌ I lack the right “ban users”, so I cannot mute and ban.")
    assert sent.text.splitlines()[-1].startswith("Please mend")


async def test_members_are_not_told(scene: Scene) -> None:
    [sent] = await scene.write("/verify", by=MEMBER)
    assert "manager" in sent.text
