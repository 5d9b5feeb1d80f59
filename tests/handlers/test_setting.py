from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain import paths
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize(
    ("typed", "path", "value"),
    [
        ("rules.flood.messages 12", "rules.flood.messages", 12),
        ("RULES.FLOOD.ACTION Mute", "rules.flood.action", "mute"),
        ("digest.enabled 关", "digest.enabled", False),
        ("digest.targets here, topic:7", "digest.targets", ("here", "topic:7")),
        ('rules.blocklist.entries spam\n"free money"', "rules.blocklist.entries", ("spam", '"free money"')),
        ("timezone 上海", "timezone", "Asia/Shanghai"),
    ],
)
async def test_a_typed_value_is_set(scene: Scene, typed: str, path: str, value: object) -> None:
    (sent,) = await scene.write(f"/set {typed}", by=ADMIN)
    assert sent.text.startswith("✅")
    assert paths.read(await settings_of(scene.work, GROUP), path) == value


async def test_default_takes_a_value_back(scene: Scene) -> None:
    await scene.write("/set rules.flood.messages 12", by=ADMIN)
    await scene.write("/set rules.flood.messages default", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("rules.flood.messages 2", "from 3 to 100"),
        ("rules.flood.messages many", "“many”"),
        ("rules.flood.action shout", "delete | warn | mute | kick | ban"),
        ("rules.flood.mesages 8", "rules.flood.messages"),
        ("digest.at 25:00", "09:00"),
        ("timezone Mars", "Asia/Shanghai"),
        ("digest.enabled perhaps", "on or off"),
        ("zzz 1", "/get"),
        ("rules.flood.messages", "/set"),
        ("", "/set"),
    ],
)
async def test_what_cannot_be_set_is_answered_with_what_can(scene: Scene, typed: str, named: str) -> None:
    before = await settings_of(scene.work, GROUP)
    (sent,) = await scene.write(f"/set {typed}", by=ADMIN)
    assert named in sent.text
    assert await settings_of(scene.work, GROUP) == before


@pytest.mark.parametrize("text", ["/set rules.flood.messages 8", "/get"])
async def test_members_may_neither_set_nor_see(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text, by=MEMBER)
    assert "manager" in sent.text
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


async def test_get_lists_every_setting(scene: Scene) -> None:
    (sent,) = await scene.write("/get", by=ADMIN)
    assert [setting.path for setting in paths.all_settings() if f"<code>{setting.path}</code>" not in sent.text] == []


async def test_get_lists_a_section(scene: Scene) -> None:
    (sent,) = await scene.write("/get digest.", by=ADMIN)
    assert sent.text == (
        "<code>digest.enabled</code> = on\n<code>digest.at</code> = 09:00\n<code>digest.targets</code> = here"
    )


async def test_get_explains_one_setting(scene: Scene) -> None:
    (sent,) = await scene.write("/get rules.flood.messages", by=ADMIN)
    assert "<b>Messages</b>" in sent.text
    assert "<code>rules.flood.messages</code> = 7" in sent.text
    assert "from 3 to 100" in sent.text


async def test_get_of_nothing_known_names_near_ones(scene: Scene) -> None:
    (sent,) = await scene.write("/get flod", by=ADMIN)
    assert "flod" in sent.text


async def test_what_a_manager_wrote_is_shown_as_text(scene: Scene) -> None:
    await scene.write("/set rules.blocklist.entries <b>x</b>", by=ADMIN)
    (sent,) = await scene.write("/get rules.blocklist", by=ADMIN)
    assert "&lt;b&gt;x&lt;/b&gt;" in sent.text
