"""/blocklist, /addblocklist, /rmblocklist, typed into the real router."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.settings import change, settings_of
from tests.handlers.keyboards import edits, keyboard, press_label
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


async def test_actions_and_reasons_stand_beside_their_entries(scene: Scene) -> None:
    await scene.write("/addblocklist (casino, “free money”) {tmute 6h} ### no gambling\nspam", by=ADMIN)
    assert await entries(scene) == (
        "casino {mute 6h} ### no gambling",
        '"free money" {mute 6h} ### no gambling',
        "spam",
    )
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert "<code>casino</code> → a mute of 6 hours — no gambling" in sent.text


async def test_an_entry_that_is_there_takes_its_new_action(scene: Scene) -> None:
    await scene.write("/addblocklist spam ham", by=ADMIN)
    (sent,) = await scene.write("/addblocklist spam {ban}", by=ADMIN)
    assert await entries(scene) == ("spam {ban}", "ham")
    assert "1 changed, 2 blocked" in sent.text


async def test_an_entry_is_removed_whatever_follows_it(scene: Scene) -> None:
    await scene.write("/addblocklist spam {ban} ### why /sp[ae]m+/ {kick}", by=ADMIN)
    await scene.write("/addblocklist /sp[ae]m+/ {kick}", by=ADMIN)
    await scene.write("/rmblocklist spam /sp[ae]m+/", by=ADMIN)
    assert await entries(scene) == ()


@pytest.mark.parametrize("command", ["rmblocklistall", "unblocklistall"])
async def test_everything_is_unblocked_at_once(scene: Scene, command: str) -> None:
    await scene.write("/addblocklist spam ham", by=ADMIN)
    (sent,) = await scene.write(f"/{command}", by=ADMIN)
    assert "All 2 removed" in sent.text
    assert await entries(scene) == ()


async def test_where_nothing_is_blocked_nothing_can_be_unblocked(scene: Scene) -> None:
    (sent,) = await scene.write("/rmblocklistall", by=ADMIN)
    assert "Nothing is blocked yet" in sent.text


async def test_a_long_list_has_pages(scene: Scene) -> None:
    await scene.write("/addblocklist " + " ".join(f"word{number}" for number in range(150)), by=ADMIN)
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert "1–60 of 150" in sent.text
    (later,) = edits(await press_label(scene, sent, "Later ›", by=ADMIN, chat_id=GROUP))
    assert "61–120 of 150" in later.text
    assert set(keyboard(later)) == {"‹ Earlier", "Later ›"}
    assert "word60" in later.text


async def test_members_cannot_turn_the_pages(scene: Scene) -> None:
    await scene.write("/addblocklist " + " ".join(f"word{number}" for number in range(150)), by=ADMIN)
    (sent,) = await scene.write("/blocklist", by=ADMIN)
    assert edits(await press_label(scene, sent, "Later ›", by=MEMBER, chat_id=GROUP)) == []


async def test_a_full_list_takes_no_more(scene: Scene) -> None:
    full = tuple(f"{number:03d}".ljust(100, "x") for number in range(1000))
    await change(scene.work, chat_id=GROUP, path="rules.blocklist.entries", value=full, by=None, now=NOW)
    (sent,) = await scene.write("/addblocklist more", by=ADMIN)
    assert "The list is full" in sent.text
    assert await entries(scene) == full


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (" ".join(f"/a.{{0,40}}b{number}/" for number in range(3)), "regular expressions at most"),
        (" ".join(f"a?{one}?{other}" for one in "bcdefghijklmnop" for other in "bcdefghijklmnop"), "three letters"),
    ],
)
async def test_what_is_too_much_to_search_is_refused(scene: Scene, written: str, reason: str) -> None:
    (sent,) = await scene.write(f"/addblocklist {written}", by=ADMIN)
    assert reason in sent.text
    assert await entries(scene) == ()


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
        ("{ban}", "empty"),
        ("spam {explode}", "do not know the action"),
        ("spam {ban", "brace"),
        ("spam ### " + "x" * 121, "reason"),
        ("/(?=a)b/", "looks ahead or behind"),
        (r"/(a)\1/", "refers back"),
        ("/(a/", "regular expression"),
        ("/a*/", "empty message"),
        ("/" + "a" * 257 + "/", "256"),
        ("/x.{0,200}y/", "take too long"),
    ],
)
async def test_a_bad_entry_is_refused_with_the_reason_and_nothing_changes(
    scene: Scene, written: str, reason: str
) -> None:
    (sent,) = await scene.write(f"/addblocklist {written}", by=ADMIN)
    assert reason in sent.text
    assert await entries(scene) == ()


@pytest.mark.parametrize("command", ["blocklist", "addblocklist spam", "rmblocklist spam", "rmblocklistall"])
async def test_members_neither_see_nor_change_it(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command}", by=MEMBER)
    assert "takes the role" in sent.text
