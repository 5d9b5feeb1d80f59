from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import ADMIN, MEMBER, STRANGER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def test_private_chat_begins_with_a_welcome(scene: Scene) -> None:
    (sent,) = await scene.write("/start", by=STRANGER, chat_id=STRANGER)
    assert "<b>Steward</b>" in sent.text
    assert set(keyboard(sent)) == {"➕ Add me to a group", "中文", "English"}


async def test_the_welcome_leads_to_adding_the_bot_with_its_rights(scene: Scene) -> None:
    (sent,) = await scene.write("/start", by=STRANGER, chat_id=STRANGER)
    assert keyboard(sent)["➕ Add me to a group"] == (
        "https://t.me/steward_bot?startgroup=true"
        "&admin=delete_messages+restrict_members+pin_messages+invite_users+manage_topics"
    )


async def test_a_language_pressed_is_kept_and_spoken(scene: Scene) -> None:
    (sent,) = await scene.write("/start", by=STRANGER, chat_id=STRANGER)
    (edit,) = edits(await press_label(scene, sent, "中文", by=STRANGER, chat_id=STRANGER))
    assert "您好" in edit.text
    (again,) = await scene.write("/start", by=STRANGER, chat_id=STRANGER)
    assert "您好" in again.text


@pytest.mark.parametrize("token", ["true", "x" * 64, "../../etc", "<b>"])
async def test_a_token_nobody_gave_connects_to_nothing(scene: Scene, token: str) -> None:
    (sent,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert "expired" in sent.text
    assert keyboard(sent) == {}


async def test_in_a_group_everybody_is_greeted(scene: Scene) -> None:
    (sent,) = await scene.write("/start@steward_bot true", by=MEMBER)
    assert "/help" in sent.text


@pytest.mark.parametrize(("days", "said"), [("0", "no text at all"), ("1", "for one day"), ("30", "for 30 days")])
async def test_privacy_says_how_long_texts_are_kept_here(scene: Scene, days: str, said: str) -> None:
    await scene.write(f"/set privacy.text_days {days}", by=ADMIN)
    (sent,) = await scene.write("/privacy", by=MEMBER)
    assert said in sent.text
