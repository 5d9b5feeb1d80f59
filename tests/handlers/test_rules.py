"""/rules and /setrules, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import change
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW, message_json

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def rules(scene: Scene) -> str:
    (sent,) = await scene.write("/rules", by=MEMBER)
    return sent.text


@pytest.mark.parametrize("text", ["/rules", "群规"])
async def test_anybody_may_read_the_rules(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text, by=MEMBER)
    assert "2. No flooding" in sent.text


async def test_the_default_rules_speak_the_groups_language(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="language", value="zh", by=None, now=NOW)
    assert "2. 不刷屏" in await rules(scene)


async def test_a_manager_writes_the_rules_one_a_line(scene: Scene) -> None:
    await scene.write("/setrules 1. Be kind\n2. No <ads>\n3. Links later", by=ADMIN)
    assert (await rules(scene)).endswith("1. Be kind\n2. No &lt;ads&gt;\n3. Links later")


async def test_the_answered_message_may_have_the_rules(scene: Scene) -> None:
    written = message_json("Be kind\nNo ads", by=ADMIN, chat_id=GROUP, at=NOW) | {"message_id": 55}
    await scene.write("/setrules", by=ADMIN, fields={"reply_to_message": written})
    assert "2. No ads" in await rules(scene)


async def test_what_the_automatic_rules_cite_is_said(scene: Scene) -> None:
    (sent,) = await scene.write("/setrules Be kind\nNo flooding\nNo ads", by=ADMIN)
    assert "Flooding → rule 2" in sent.text
    assert "Links → no rule" in sent.text
    assert "/set rules.flood.cites 2" in sent.text


async def test_default_brings_the_usual_rules_back(scene: Scene) -> None:
    await scene.write("/setrules Mine", by=ADMIN)
    await scene.write("/setrules default", by=ADMIN)
    assert "No flooding" in await rules(scene)


async def test_no_rules_at_all_are_refused(scene: Scene) -> None:
    (sent,) = await scene.write("/setrules", by=ADMIN)
    assert "one a line" in sent.text


async def test_members_do_not_write_the_rules(scene: Scene) -> None:
    await scene.write("/setrules Anything goes", by=MEMBER)
    assert "Anything goes" not in await rules(scene)
