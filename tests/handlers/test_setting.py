from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain import paths
from models import people
from services import chats
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW, OTHER_GROUP, STRANGER

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


async def test_the_answer_names_the_setting_with_its_sections(scene: Scene) -> None:
    (sent,) = await scene.write("/set digest.at 8", by=ADMIN)
    assert sent.text == "✅ Morning digest › Time: <b>08:00</b>"


async def test_names_that_are_near_can_be_copied_one_by_one(scene: Scene) -> None:
    (sent,) = await scene.write("/set digest on", by=ADMIN)
    assert "<code>digest.enabled</code>, <code>digest.at</code>, <code>digest.targets</code>" in sent.text


async def log_chat(scene: Scene) -> int | None:
    return (await settings_of(scene.work, GROUP)).log_chat


async def test_the_log_goes_to_a_chat_one_runs_as_well(scene: Scene) -> None:
    await scene.status(ADMIN, "administrator", chat_id=OTHER_GROUP)
    (sent,) = await scene.write(f"/set log_chat {OTHER_GROUP}", by=ADMIN)
    assert sent.text == f"✅ Log chat: <b>Group {OTHER_GROUP}</b>"
    assert await log_chat(scene) == OTHER_GROUP
    await scene.write("/set log_chat none", by=ADMIN)
    assert await log_chat(scene) is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (str(OTHER_GROUP), "that you manage as well"),
        ("-1001000009999", "that you manage as well"),
        ("here", "a place of its own"),
        ("topic:5", "a place of its own"),
        ("0", "no place"),
        ("abc", "no place"),
        (str(STRANGER), "not a member here"),
    ],
)
async def test_the_log_goes_nowhere_else(scene: Scene, word: str, said: str) -> None:
    (sent,) = await scene.write(f"/set log_chat {word}", by=ADMIN)
    assert said in sent.text
    assert await log_chat(scene) is None


async def test_the_log_does_not_go_where_the_bot_is_out(scene: Scene) -> None:
    await scene.status(ADMIN, "administrator", chat_id=OTHER_GROUP)
    await chats.pause(scene.work, OTHER_GROUP, left=True, reason="kicked", now=NOW)
    (sent,) = await scene.write(f"/set log_chat {OTHER_GROUP}", by=ADMIN)
    assert "Add me there first" in sent.text


async def test_places_of_the_digest_are_the_same_as_in_its_own_command(scene: Scene) -> None:
    await people.open_private_chat(scene.work, ADMIN, is_open=True)
    (sent,) = await scene.write("/set digest.targets here, me", by=ADMIN)
    assert sent.text == "✅ Morning digest › Send to: <b>this group, Ada’s private chat</b>"
    (refused,) = await scene.write(f"/set digest.targets {OTHER_GROUP}", by=ADMIN)
    assert "that you manage as well" in refused.text


async def test_default_takes_a_value_back(scene: Scene) -> None:
    await scene.write("/set rules.flood.messages 12", by=ADMIN)
    await scene.write("/set rules.flood.messages default", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("rules.flood.messages 2", "from 3 to 100"),
        ("rules.flood.messages many", "“many”"),
        ("rules.flood.action shout", "review, delete, warn, restrict 1d, mute 6h"),
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
    assert "<b>Rules › Flooding › Messages</b>" in sent.text
    assert "<code>rules.flood.messages</code> = 7" in sent.text
    assert "from 3 to 100" in sent.text


async def test_get_of_nothing_known_names_near_ones(scene: Scene) -> None:
    (sent,) = await scene.write("/get flod", by=ADMIN)
    assert "flod" in sent.text


async def test_what_a_manager_wrote_is_shown_as_text(scene: Scene) -> None:
    await scene.write("/set rules.blocklist.entries <b>x</b>", by=ADMIN)
    (sent,) = await scene.write("/get rules.blocklist", by=ADMIN)
    assert "&lt;b&gt;x&lt;/b&gt;" in sent.text
