from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from handlers.versions import A_PAGE, ROLLBACK
from services.rules import own_rules
from services.settings import settings_of
from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import ADMIN, CREATOR, GROUP, MEMBER, Scene

if TYPE_CHECKING:
    from tests.handlers.scene import Sent

GO = "↩️ Go back"


async def changed(scene: Scene) -> None:
    for line in ("/set rules.flood.messages 9", "/set rules.flood.messages 12", "/setrules Be kind"):
        await scene.write(line, by=ADMIN)


async def asked(scene: Scene, text: str) -> Sent:
    (sent,) = await scene.write(text, by=ADMIN)
    return sent


async def messages(scene: Scene) -> int:
    return (await settings_of(scene.work, GROUP)).rules.flood.messages


async def test_the_log_tells_who_changed_what(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings log")
    assert "<b>#2</b> · " in sent.text
    assert "Ada · by command" in sent.text
    assert "• Rules › Flooding › Messages: 9 → <b>12</b>" in sent.text
    assert "• Your /rules: added “Be kind”" in sent.text
    assert sent.text.index("#3") < sent.text.index("#1")


async def test_a_long_log_is_turned_page_by_page(scene: Scene) -> None:
    for step in range(A_PAGE + 2):
        await scene.write(f"/set rules.flood.messages {step + 10}", by=ADMIN)
    sent = await asked(scene, "/settings log")
    assert list(keyboard(sent)) == ["Older ›"]
    (older,) = edits(await press_label(scene, sent, "Older ›", by=ADMIN, chat_id=GROUP))
    assert "<b>#2</b>" in older.text
    assert "<b>#3</b>" not in older.text
    (newer,) = edits(await press_label(scene, older, "‹ Newer", by=ADMIN, chat_id=GROUP))
    assert newer.text == sent.text


@pytest.mark.parametrize("text", ["/settings log", "/settings diff", "/settings rollback", "/settings rollback 1"])
async def test_without_changes_there_is_nothing_to_tell(scene: Scene, text: str) -> None:
    assert "Nothing has been changed here yet" in (await asked(scene, text)).text


async def test_a_difference_is_told_since_the_change_named(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings diff 1")
    assert "since #1" in sent.text
    assert "9 → <b>12</b>" in sent.text
    assert "Be kind" in sent.text


async def test_without_a_number_it_is_the_last_change(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings diff")
    assert "Be kind" in sent.text
    assert "Flooding" not in sent.text


async def test_a_word_that_names_no_change_is_answered_with_what_does(scene: Scene) -> None:
    await changed(scene)
    assert "from 0 to 3" in (await asked(scene, "/settings diff soon")).text


async def test_going_back_is_shown_first_and_done_when_confirmed(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings rollback 1")
    assert "12 → <b>9</b>" in sent.text
    assert await messages(scene) == 12
    (done,) = edits(await press_label(scene, sent, GO, by=ADMIN, chat_id=GROUP))
    assert "as it was after #1" in done.text
    assert await messages(scene) == 9
    assert await own_rules(scene.work, GROUP) == ()


async def test_nothing_to_go_back_from_has_no_button(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings rollback 3")
    assert "as it was after #3" in sent.text
    assert keyboard(sent) == {}


async def test_a_change_in_between_has_to_be_seen_first(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings rollback 1")
    await scene.write("/set rules.flood.messages 20", by=ADMIN)
    (refused,) = await press_label(scene, sent, GO, by=ADMIN, chat_id=GROUP)
    assert "changed since this was shown" in refused.text
    assert await messages(scene) == 20


async def test_only_who_asked_confirms_and_only_once(scene: Scene) -> None:
    await changed(scene)
    sent = await asked(scene, "/settings rollback 1")
    assert edits(await press_label(scene, sent, GO, by=CREATOR, chat_id=GROUP)) == []
    assert edits(await press_label(scene, sent, GO, by=ADMIN, chat_id=GROUP))
    await scene.write("/set rules.flood.messages 20", by=ADMIN)
    assert edits(await press_label(scene, sent, GO, by=ADMIN, chat_id=GROUP)) == []
    assert await messages(scene) == 20


async def test_no_member_looks_or_goes_back(scene: Scene) -> None:
    await changed(scene)
    for text in ("/settings log", "/settings diff 1", "/settings rollback 1"):
        (sent,) = await scene.write(text, by=MEMBER)
        assert "manager" in sent.text
    button = await scene.button(ROLLBACK, permission=Role.MANAGER, arguments={"version": 1, "seen": 3})
    assert edits(await scene.press(button.token, by=MEMBER)) == []
    assert await messages(scene) == 12


async def test_chinese_words_do_it_too(scene: Scene) -> None:
    await changed(scene)
    assert "What was changed here" in (await asked(scene, "/settings 历史")).text


async def test_other_words_after_the_command_open_the_menu(scene: Scene) -> None:
    assert "Rules ›" in keyboard(await asked(scene, "/settings please"))
