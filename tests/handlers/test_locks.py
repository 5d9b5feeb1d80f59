"""/lock, /unlock, /locks and /locktypes, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.rules.kinds import KINDS
from services.settings import change, settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def locked(scene: Scene) -> tuple[str, ...]:
    return (await settings_of(scene.work, GROUP)).rules.locks.kinds


async def test_kinds_are_locked_with_an_action_and_a_reason(scene: Scene) -> None:
    (sent,) = await scene.write("/lock url Stickers {tmute 1h} ### no ads", by=ADMIN)
    assert await locked(scene) == ("url {mute 1h} ### no ads", "sticker {mute 1h} ### no ads")
    assert "<code>url {mute 1h} ### no ads</code>" in sent.text


async def test_a_lock_is_changed_by_locking_again(scene: Scene) -> None:
    await scene.write("/lock url sticker", by=ADMIN)
    await scene.write("/lock url {ban}", by=ADMIN)
    assert await locked(scene) == ("url {ban}", "sticker")


@pytest.mark.parametrize(
    ("written", "left"), [("url", ("sticker",)), ("url, stickers", ()), ("all", ()), ("voice url", ("sticker",))]
)
async def test_kinds_are_let_through_again(scene: Scene, written: str, left: tuple[str, ...]) -> None:
    await scene.write("/lock url sticker", by=ADMIN)
    await scene.write(f"/unlock {written}", by=ADMIN)
    assert await locked(scene) == left


async def test_what_is_not_locked_cannot_be_unlocked(scene: Scene) -> None:
    (sent,) = await scene.write("/unlock url", by=ADMIN)
    assert sent.text == "None of these is locked. /locks shows what is."


async def test_locks_are_shown_to_everybody(scene: Scene) -> None:
    await scene.write("/lock voice ### <no> voice", by=ADMIN)
    (sent,) = await scene.write("/locks", by=MEMBER)
    assert "<code>voice ### &lt;no&gt; voice</code> · voice messages" in sent.text
    assert "only the message goes" in sent.text


async def test_where_nothing_is_locked_a_beginning_is_shown(scene: Scene) -> None:
    (sent,) = await scene.write("/locks", by=MEMBER)
    assert "/lock url" in sent.text


async def test_it_is_said_when_no_lock_works(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="rules.locks.mode", value="off", by=None, now=NOW)
    (sent,) = await scene.write("/lock url", by=ADMIN)
    assert "/set rules.locks.mode on" in sent.text


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_every_kind_is_listed_in_one_message(scene: Scene, language: str) -> None:
    await change(scene.work, chat_id=GROUP, path="language", value=language, by=None, now=NOW)
    (sent,) = await scene.write("/locktypes", by=MEMBER)
    assert all(f"<code>{kind}</code>" in sent.text for kind in KINDS)
    assert len(sent.text) < 4096


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("lock stiker", "Perhaps you mean: <code>sticker</code>"),
        ("lock qqq", "/locktypes lists them all"),
        ("unlock stiker", "Perhaps you mean: <code>sticker</code>"),
        ("lock", "Please write what to lock"),
        ("unlock", "Please write what to lock"),
        ("lock url {dance}", "“dance” is no action"),
        ("lock url {ban", "one action in braces"),
        ("lock url ### " + "x" * 201, "too long"),
    ],
)
async def test_what_cannot_be_locked_is_refused_and_nothing_changes(scene: Scene, written: str, reason: str) -> None:
    (sent,) = await scene.write(f"/{written}", by=ADMIN)
    assert reason in sent.text
    assert await locked(scene) == ()


@pytest.mark.parametrize("command", ["lock url", "unlock url", "allowlist", "rmallowlist x.org", "flood", "setflood 5"])
async def test_members_change_nothing(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command}", by=MEMBER)
    assert "takes the role" in sent.text
