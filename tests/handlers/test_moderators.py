from __future__ import annotations

from typing import TYPE_CHECKING

from domain.rules.sanctions import Offender
from services import verdicts
from tests.court import sentenced
from tests.handlers.scene import ADMIN, CREATOR, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from tests.handlers.scene import Scene

MAX = Offender(chat_id=GROUP, name="Max", user_id=MEMBER)


async def test_each_has_a_line_for_managers(scene: Scene) -> None:
    await sentenced(scene.work, offender=MAX, at=NOW)
    verdict = await sentenced(scene.work, "mute 6h", by=ADMIN, offender=MAX, at=NOW)
    await verdicts.overturn(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id, by=CREATOR, now=NOW)
    (sent,) = await scene.write("/moderators 7d", by=ADMIN)
    assert "Moderation over 7 days" in sent.text
    assert "The rules by themselves: 1 action, 0 taken back (0%)" in sent.text
    assert "Ada</a>: 1 action, 1 taken back (100%)" in sent.text


async def test_nothing_done_is_said(scene: Scene) -> None:
    (sent,) = await scene.write("/moderators", by=ADMIN)
    assert "Nothing was done" in sent.text


async def test_members_may_not_read_it(scene: Scene) -> None:
    (sent,) = await scene.write("/moderators")
    assert "takes the role" in sent.text
