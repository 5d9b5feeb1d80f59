"""/allowlist and /rmallowlist, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import change, settings_of
from tests.handlers.scene import ADMIN, GROUP, NOW

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def allowed(scene: Scene) -> tuple[str, ...]:
    return (await settings_of(scene.work, GROUP)).rules.locks.allowed


async def test_domains_names_and_commands_are_added(scene: Scene) -> None:
    (sent,) = await scene.write("/allowlist https://Example.org/x, @My_Channel /start -1001234", by=ADMIN)
    assert await allowed(scene) == ("example.org", "@my_channel", "/start", "-1001234")
    assert "4 added; 4 pass" in sent.text


async def test_the_list_is_shown(scene: Scene) -> None:
    (empty,) = await scene.write("/allowlist", by=ADMIN)
    await scene.write("/allowlist example.org", by=ADMIN)
    (sent,) = await scene.write("/allowlist", by=ADMIN)
    assert "Nothing passes" in empty.text
    assert sent.text.endswith("(1)\n<code>example.org</code>")


async def test_entries_are_removed(scene: Scene) -> None:
    await scene.write("/allowlist example.org @my_channel", by=ADMIN)
    (sent,) = await scene.write("/rmallowlist www.example.org", by=ADMIN)
    assert await allowed(scene) == ("@my_channel",)
    assert "1 removed; 1 still" in sent.text


async def test_where_nothing_changes_it_is_said(scene: Scene) -> None:
    await scene.write("/allowlist example.org", by=ADMIN)
    (again,) = await scene.write("/allowlist example.org", by=ADMIN)
    (other,) = await scene.write("/rmallowlist example.net", by=ADMIN)
    assert "passes already" in again.text
    assert "None of that" in other.text


@pytest.mark.parametrize("command", ["allowlist", "rmallowlist"])
async def test_what_cannot_pass_is_refused(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} example.org nonsense", by=ADMIN)
    assert "“nonsense” cannot pass" in sent.text
    assert await allowed(scene) == ()


async def test_a_full_list_takes_no_more(scene: Scene) -> None:
    full = tuple(f"site{number}.example" for number in range(500))
    await change(scene.work, chat_id=GROUP, path="rules.locks.allowed", value=full, by=None, now=NOW)
    (sent,) = await scene.write("/allowlist more.example", by=ADMIN)
    assert "full: 500" in sent.text
    assert await allowed(scene) == full
