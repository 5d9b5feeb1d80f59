"""/me and /top, typed, said in Chinese, pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import people, rollups
from models.rollups import Counts
from services.connections import connect, offer
from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import ADMIN, ANONYMOUS_ADMIN, CREATOR, GROUP, MEMBER, NOW, STRANGER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.fixture(autouse=True)
async def life(scene: Scene) -> None:
    """Today Max wrote 60 messages and Ada one, to which Max and Cleo responded; ten days ago Cleo wrote two."""
    counts = Counts()
    today, earlier = NOW.date(), NOW.date().replace(day=19)
    counts.member(GROUP, today, MEMBER)["messages"] = 60
    counts.member(GROUP, today, ADMIN).update(messages=1, replies_received=1, reactions_received=1)
    counts.member(GROUP, earlier, CREATOR)["messages"] = 2
    counts.pair(GROUP, today, MEMBER, ADMIN)["replies"] = 1
    counts.pair(GROUP, today, CREATOR, ADMIN)["reactions"] = 1
    await rollups.add(scene.work, counts)


@pytest.mark.parametrize("text", ["/me", "我的"])
async def test_me_in_the_group_is_short(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text)
    assert sent.text.startswith("👤 <b>Max</b>\n60 messages in 7 days")
    assert "Warnings" not in sent.text


async def test_me_in_private_is_everything(scene: Scene) -> None:
    (sent,) = await scene.write("/me", chat_id=MEMBER)
    assert f"Me in “Group {GROUP}”" in sent.text
    assert "Warnings in force: 0" in sent.text


async def test_me_in_private_of_somebody_in_no_group(scene: Scene) -> None:
    (sent,) = await scene.write("/me", by=STRANGER, chat_id=STRANGER)
    assert "not seen you in any group" in sent.text


async def test_an_anonymous_admin_has_no_figures(scene: Scene) -> None:
    fields: dict[str, object] = {"sender_chat": {"id": GROUP, "type": "supergroup", "title": "Group"}}
    (sent,) = await scene.write("/me", by=ANONYMOUS_ADMIN, fields=fields)
    assert "as yourself" in sent.text


@pytest.mark.parametrize("text", ["/top", "/top 7d", "/top 7", "/top week", "/top 7天", "排行", "排行榜"])
async def test_top_is_by_people_not_by_messages(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text)
    assert "last 7 days" in sent.text
    assert sent.text.index("Ada") < sent.text.index("Max")
    assert "Cleo" not in sent.text


async def test_top_of_a_month(scene: Scene) -> None:
    (sent,) = await scene.write("/top 30d")
    assert "last 30 days" in sent.text
    assert "Cleo" in sent.text


async def test_anybody_may_press_for_the_other_span(scene: Scene) -> None:
    (sent,) = await scene.write("/top", by=ADMIN)
    (edit,) = edits(await press_label(scene, sent, "30 days", by=MEMBER, chat_id=GROUP))
    assert "last 30 days" in edit.text
    assert set(keyboard(edit)) == {"7 days", "✓ 30 days"}


async def test_a_span_there_is_not_is_refused(scene: Scene) -> None:
    await scene.button("top", arguments={"days": 36_500})
    (answer,) = await scene.press("token-of-top")
    assert answer.parameters["show_alert"]


async def test_top_in_private_is_for_members_of_a_connected_group(scene: Scene) -> None:
    (alone,) = await scene.write("/top", chat_id=MEMBER)
    assert "about a group" in alone.text
    for user_id in (MEMBER, STRANGER):
        await offer(scene.work, chat_id=GROUP, user_id=user_id, token=str(user_id), now=NOW)
        await connect(scene.work, token=str(user_id), user_id=user_id, now=NOW)
    (sent,) = await scene.write("/top", chat_id=MEMBER)
    assert "last 7 days" in sent.text
    (refused,) = await scene.write("/top", by=STRANGER, chat_id=STRANGER)
    assert "about a group" in refused.text


async def test_a_name_cannot_break_the_page(scene: Scene) -> None:
    await scene.status(STRANGER, "member")
    counts = Counts()
    counts.member(GROUP, NOW.date(), STRANGER)["messages"] = 3
    await rollups.add(scene.work, counts)
    (sent,) = await scene.write("/top")
    assert "Sam &lt;b&gt;" in sent.text
    assert await people.names(scene.work, [STRANGER]) == {STRANGER: "Sam <b>"}
