"""/digest: looked at by managers, moved and sent elsewhere, by the words they type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import people
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from domain.settings import DigestSettings
    from tests.handlers.scene import Scene


async def stands(scene: Scene) -> DigestSettings:
    return (await settings_of(scene.work, GROUP)).digest


async def test_shows_today_so_far_and_when_the_next_comes(scene: Scene) -> None:
    (sent,) = await scene.write("/digest", by=ADMIN)
    assert "Today so far" in sent.text
    assert "until 12:00" in sent.text
    assert "Next digest: 30 May 2026 09:00 (UTC) → this group" in sent.text


async def test_shows_yesterday(scene: Scene) -> None:
    (sent,) = await scene.write("/digest yesterday", by=ADMIN)
    assert "Thu 28 May" in sent.text


async def test_may_be_asked_for_in_chinese(scene: Scene) -> None:
    (yesterday,) = await scene.write("/digest 昨天", by=ADMIN)
    (at,) = await scene.write("/digest 时间 8", by=ADMIN)
    assert "Thu 28 May" in yesterday.text
    assert "08:00" in at.text


async def test_members_may_not_see_it(scene: Scene) -> None:
    (sent,) = await scene.write("/digest", by=MEMBER)
    assert "manager" in sent.text


async def test_goes_off_and_on(scene: Scene) -> None:
    (off,) = await scene.write("/digest off", by=ADMIN)
    assert "The digest is off" in off.text
    assert not (await stands(scene)).enabled
    (on,) = await scene.write("/digest on", by=ADMIN)
    assert "✅ Next digest" in on.text
    assert (await stands(scene)).enabled


@pytest.mark.parametrize("typed", ["08:30", "8:30", "8：30"])
async def test_comes_at_another_time(scene: Scene, typed: str) -> None:
    (sent,) = await scene.write(f"/digest at {typed}", by=ADMIN)
    assert "30 May 2026 08:30" in sent.text
    assert (await stands(scene)).at == "08:30"


@pytest.mark.parametrize("typed", ["at", "at 25:00", "at noon", "to", "to moon", "tomorrow", "yesterday evening"])
async def test_words_that_mean_nothing_change_nothing(scene: Scene, typed: str) -> None:
    before = await stands(scene)
    (sent,) = await scene.write(f"/digest {typed}", by=ADMIN)
    assert "✅" not in sent.text
    assert await stands(scene) == before


async def test_goes_to_this_topic(scene: Scene) -> None:
    fields: dict[str, object] = {"message_thread_id": 5, "is_topic_message": True}
    (sent,) = await scene.write("/digest to topic, here", by=ADMIN, fields=fields)
    assert "topic #5, this group" in sent.text
    assert (await stands(scene)).targets == ("topic:5", "here")


async def test_goes_to_somebody_who_opened_a_private_chat(scene: Scene) -> None:
    (refused,) = await scene.write("/digest to me", by=ADMIN)
    assert refused.text.startswith("I cannot write to you yet")
    await people.open_private_chat(scene.work, ADMIN, is_open=True)
    (sent,) = await scene.write("/digest to me", by=ADMIN)
    assert "Ada’s private chat" in sent.text


async def test_private_chat_about_no_group_is_asked_which(scene: Scene) -> None:
    scene.now = NOW
    (sent,) = await scene.write("/digest", by=ADMIN, chat_id=ADMIN)
    assert "Which group" in sent.text
