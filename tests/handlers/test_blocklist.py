"""/blocklist, /addblocklist, /rmblocklist, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import change, settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def entries(scene: Scene) -> tuple[str, ...]:
    return (await settings_of(scene.work, GROUP)).rules.blocklist.entries


async def test_words_and_phrases_are_added(scene: Scene) -> None:
    (sent,) = await scene.write("/addblocklist spam “free money” *casino*", by=ADMIN)
    assert await entries(scene) == ("spam", '"free money"', "*casino*")
    assert "3 added, 3 blocked in all" in sent.text


async def test_what_is_blocked_already_is_not_added_again(scene: Scene) -> None:
    await scene.write("/addblocklist spam", by=ADMIN)
    (sent,) = await scene.write("/addblocklist spam 刷单", by=ADMIN)
    assert await entries(scene) == ("spam", "刷单")
    assert "1 added, 2 blocked" in sent.text


async def test_where_nothing_changes_nothing_is_counted(scene: Scene) -> None:
    await scene.write("/addblocklist spam", by=ADMIN)
    (added,) = await scene.write("/addblocklist spam", by=ADMIN)
    (removed,) = await scene.write("/rmblocklist scam", by=ADMIN)
    assert added.text == "All of that is blocked already; 1 in all."
    assert removed.text == "None of that is blocked. /blocklist shows what is."


async def test_words_are_removed(scene: Scene) -> None:
    await scene.write('/addblocklist spam "free money" 刷单', by=ADMIN)
    (sent,) = await scene.write('/rmblocklist "free money" 刷单 unknown', by=ADMIN)
    assert await entries(scene) == ("spam",)
    assert "2 removed, 1 still blocked" in sent.text


async def test_the_list_is_shown_as_it_would_be_typed(scene: Scene) -> None:
    await scene.write('/addblocklist <b> "free money"', by=ADMIN)
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert "(2)" in sent.text
    assert '<code>&lt;b&gt;</code> · <code>"free money"</code>' in sent.text


async def test_a_long_list_is_cut_with_a_count(scene: Scene) -> None:
    await scene.write("/addblocklist " + " ".join(f"word{number}" for number in range(150)), by=ADMIN)
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert "and 50 more" in sent.text


async def test_a_full_list_takes_no_more(scene: Scene) -> None:
    full = tuple(f"{number:03d}".ljust(100, "x") for number in range(500))
    await change(scene.work, chat_id=GROUP, path="rules.blocklist.entries", value=full, by=None, now=NOW)
    (sent,) = await scene.write("/addblocklist more", by=ADMIN)
    assert "The list is full" in sent.text
    assert await entries(scene) == full


async def test_an_empty_list_says_how_to_begin(scene: Scene) -> None:
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert "/addblocklist" in sent.text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("*", "almost anything"),
        ('fine "open', "without its partner"),
        ("a\\b", "backslash"),
        ("x" * 101, "too long"),
        ('""', "empty"),
    ],
)
async def test_a_bad_entry_is_refused_with_the_reason_and_nothing_changes(
    scene: Scene, written: str, reason: str
) -> None:
    (sent,) = await scene.write(f"/addblocklist {written}", by=ADMIN)
    assert reason in sent.text
    assert await entries(scene) == ()


@pytest.mark.parametrize("command", ["blocklist", "addblocklist spam", "rmblocklist spam"])
async def test_members_neither_see_nor_change_it(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command}", by=MEMBER)
    assert "takes the role" in sent.text
