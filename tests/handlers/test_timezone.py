from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import settings_of
from tests.handlers.keyboards import keyboard, press_label
from tests.handlers.scene import ADMIN, GROUP, MEMBER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize("place", ["Asia/Shanghai", "asia/shanghai", "Shanghai", "上海", "北京"])
async def test_a_zone_is_set_by_name_or_city(scene: Scene, place: str) -> None:
    (sent,) = await scene.write(f"/timezone {place}", by=ADMIN)
    assert "Asia/Shanghai · 20:00" in sent.text
    assert (await settings_of(scene.work, GROUP)).timezone == "Asia/Shanghai"


async def test_near_misses_are_offered_with_their_clocks(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone Shangai", by=ADMIN)
    assert "Asia/Shanghai · 20:00" in keyboard(sent)
    assert (await settings_of(scene.work, GROUP)).timezone == "UTC"


async def test_a_distance_from_utc_offers_zones(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone UTC+8", by=ADMIN)
    assert "Asia/Shanghai · 20:00" in keyboard(sent)


async def test_an_offered_zone_can_be_pressed(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone Shangai", by=ADMIN)
    await press_label(scene, sent, "Asia/Shanghai · 20:00", by=ADMIN, chat_id=GROUP)
    assert (await settings_of(scene.work, GROUP)).timezone == "Asia/Shanghai"


async def test_nonsense_is_answered_with_an_example(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone qqqqqq", by=ADMIN)
    assert "/timezone Asia/Shanghai" in sent.text


async def test_without_a_place_common_zones_are_offered(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone", by=ADMIN)
    assert {"• UTC · 12:00 •", "Asia/Tokyo · 21:00"} <= set(keyboard(sent))


async def test_members_may_not_set_it(scene: Scene) -> None:
    (sent,) = await scene.write("/timezone Asia/Tokyo", by=MEMBER)
    assert "manager" in sent.text
    assert (await settings_of(scene.work, GROUP)).timezone == "UTC"
