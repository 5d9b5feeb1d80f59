from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("23:00-07:00", (True, "23:00", "07:00", "everything")),
        ("1-6", (True, "01:00", "06:00", "everything")),
        ("22:30～6:15 media", (True, "22:30", "06:15", "media")),
        ("on", (True, "23:00", "07:00", "everything")),
        ("off", (False, "23:00", "07:00", "everything")),
    ],
)
async def test_the_hours_are_understood(scene: Scene, typed: str, kept: tuple[object, ...]) -> None:
    await scene.write(f"/night {typed}", by=ADMIN)
    night = (await settings_of(scene.work, GROUP)).night
    assert (night.enabled, night.begins, night.ends, night.closes) == kept


@pytest.mark.parametrize(("typed", "answer"), [("tonight", "From when until when"), ("25:00-07:00", "does not fit")])
async def test_what_are_no_hours_is_said(scene: Scene, typed: str, answer: str) -> None:
    (said,) = await scene.write(f"/night {typed}", by=ADMIN)
    assert answer in said.text
    assert not (await settings_of(scene.work, GROUP)).night.enabled


async def test_members_cannot_set_them(scene: Scene) -> None:
    await scene.write("/night 23:00-07:00", by=MEMBER)
    assert not (await settings_of(scene.work, GROUP)).night.enabled
