"""/window typed into the real router."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from services import windows
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def said(scene: Scene, text: str, *, by: int = ADMIN) -> str:
    (sent,) = await scene.write(text, by=by)
    return sent.text


@pytest.mark.parametrize(
    ("typed", "rules", "hours", "reason"),
    [
        ("2h flood links", ("flood", "links"), 2, ""),
        ("1d flood while we play the quiz", ("flood",), 24, "we play the quiz"),
        ("2小时 flood、 links 因为 抢答活动", ("flood", "links"), 2, "抢答活动"),
    ],
)
async def test_rules_rest_as_it_says(scene: Scene, typed: str, rules: tuple[str, ...], hours: int, reason: str) -> None:
    text = await said(scene, f"/window {typed}")
    assert "come back by themselves" in text
    (window,) = await windows.in_force(scene.work, GROUP, at=NOW)
    assert (window.rules, window.until, window.reason) == (rules, NOW + timedelta(hours=hours), reason)
    own = (await settings_of(scene.work, GROUP)).rules
    assert (await windows.rules_at(scene.work, GROUP, own, at=NOW)).flood.mode == "off"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("flood", "/window 2h flood links"),
        ("2h", "/window 2h flood links"),
        ("10s flood", "/window 2h flood links"),
        ("2h flod", "Did you mean <code>flood</code>?"),
        ("30d flood", "too long"),
    ],
)
async def test_what_cannot_be_understood_gets_one_sentence(scene: Scene, typed: str, answer: str) -> None:
    assert answer in await said(scene, f"/window {typed}")
    assert await windows.in_force(scene.work, GROUP, at=NOW) == []


async def test_what_rests_is_shown_here_and_beside_the_rules(scene: Scene) -> None:
    assert "in force as usual" in await said(scene, "/window")
    await said(scene, "/window 2h flood while we play")
    assert "Flooding (we play)" in await said(scene, "/window")
    assert "Flooding (we play)" in await said(scene, "/rule flood")
    assert "Flooding (we play)" not in await said(scene, "/rule links")


async def test_everything_is_brought_back_at_once(scene: Scene) -> None:
    await said(scene, "/window 2h flood")
    assert "Back in force: Flooding" in await said(scene, "/window end")
    assert "in force as usual" in await said(scene, "/window end")


async def test_members_may_not(scene: Scene) -> None:
    assert "takes the role" in await said(scene, "/window 2h flood", by=MEMBER)
