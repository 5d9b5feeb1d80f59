"""/slowmode: on, off, and times that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize(("text", "seconds"), [("/slowmode 30s", 30), ("/slowmode 5m", 300), ("/slowmode 10秒", 10)])
async def test_a_time_switches_it_on(scene: Scene, text: str, seconds: int) -> None:
    (sent,) = await scene.write(text, by=ADMIN)
    rule = (await settings_of(scene.work, GROUP)).rules.slowmode
    assert (rule.mode, rule.seconds) == ("on", seconds)
    assert "Slow mode is on" in sent.text


@pytest.mark.parametrize("word", ["off", "0", "关闭"])
async def test_a_word_switches_it_off(scene: Scene, word: str) -> None:
    await scene.write("/slowmode 30s", by=ADMIN)
    await scene.write(f"/slowmode {word}", by=ADMIN)
    (sent,) = await scene.write("/slowmode", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).rules.slowmode.mode == "off"
    assert "Slow mode is off" in sent.text


async def test_alone_it_says_how_it_is(scene: Scene) -> None:
    await scene.write("/slowmode 1m", by=ADMIN)
    (sent,) = await scene.write("/slowmode", by=ADMIN)
    assert "every 1 minute" in sent.text


@pytest.mark.parametrize("word", ["1s", "2h", "slowly"])
async def test_what_is_no_such_time_is_refused(scene: Scene, word: str) -> None:
    (sent,) = await scene.write(f"/slowmode {word}", by=ADMIN)
    assert "from 5 seconds to 10 minutes" in sent.text


async def test_it_is_not_for_members(scene: Scene) -> None:
    (sent,) = await scene.write("/slowmode 30s", by=MEMBER)
    assert "takes the role" in sent.text
