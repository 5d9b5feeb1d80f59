"""/setflood and /flood, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP

if TYPE_CHECKING:
    from domain.rules.flood import FloodSettings
    from tests.handlers.scene import Scene


async def flood(scene: Scene) -> FloodSettings:
    return (await settings_of(scene.work, GROUP)).rules.flood


async def test_a_number_alone_counts_messages_in_a_row(scene: Scene) -> None:
    (sent,) = await scene.write("/setflood 5", by=ADMIN)
    assert (await flood(scene)).row == 5
    assert "More than 5 messages in a row" in sent.text


async def test_a_number_and_a_time_count_within_it(scene: Scene) -> None:
    (sent,) = await scene.write("/setflood 12 1m", by=ADMIN)
    settings = await flood(scene)
    assert (settings.messages, settings.seconds, settings.row) == (12, 60, 0)
    assert "12 messages in 60 seconds" in sent.text


@pytest.mark.parametrize("word", ["off", "0", "no", "关"])
async def test_off_looks_for_floods_no_more(scene: Scene, word: str) -> None:
    await scene.write("/setflood 5", by=ADMIN)
    await scene.write(f"/setflood {word}", by=ADMIN)
    settings = await flood(scene)
    assert (settings.mode, settings.row) == ("off", 0)


async def test_a_limit_switches_it_on_again(scene: Scene) -> None:
    await scene.write("/setflood off", by=ADMIN)
    await scene.write("/setflood 5", by=ADMIN)
    assert (await flood(scene)).mode == "on"


async def test_what_counts_is_shown(scene: Scene) -> None:
    await scene.write("/setflood 5", by=ADMIN)
    (sent,) = await scene.write("/flood", by=ADMIN)
    assert "more than 7 messages in 10 seconds" in sent.text
    assert "or more than 5 in a row" in sent.text
    await scene.write("/setflood off", by=ADMIN)
    (sent,) = await scene.write("/flood", by=ADMIN)
    assert "do not look for floods" in sent.text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("many", "Please write"),
        ("5 soon", "Please write"),
        ("5 10s now", "Please write"),
        ("1", "In a row: 2 to 100"),
        ("101", "In a row: 2 to 100"),
        ("2 10s", "within 2 to 600 seconds"),
        ("8 1h", "within 2 to 600 seconds"),
    ],
)
async def test_what_cannot_be_a_limit_is_refused_and_nothing_changes(scene: Scene, written: str, reason: str) -> None:
    before = await flood(scene)
    (sent,) = await scene.write(f"/setflood {written}", by=ADMIN)
    assert reason in sent.text
    assert await flood(scene) == before
