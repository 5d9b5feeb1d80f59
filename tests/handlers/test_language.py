from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import people
from services.settings import settings_of
from tests.handlers.keyboards import keyboard
from tests.handlers.scene import ADMIN, GROUP, MEMBER, STRANGER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize("word", ["zh", "ZH", "中文", "Chinese"])
async def test_a_manager_chooses_the_groups_language(scene: Scene, word: str) -> None:
    (sent,) = await scene.write(f"/language {word}", by=ADMIN)
    assert sent.text == "好的，以后我在本群说中文。"
    assert (await settings_of(scene.work, GROUP)).language == "zh"


@pytest.mark.parametrize("text", ["/language zh", "/language"])
async def test_a_member_may_not_choose_for_the_group(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text, by=MEMBER)
    assert "manager" in sent.text
    assert (await settings_of(scene.work, GROUP)).language == "en"


async def test_without_a_language_the_group_is_offered_a_choice(scene: Scene) -> None:
    (sent,) = await scene.write("/language", by=ADMIN)
    assert {"中文", "• English •"} <= set(keyboard(sent))


@pytest.mark.parametrize("user_id", [MEMBER, STRANGER, 555])
async def test_everybody_chooses_their_own_in_private(scene: Scene, user_id: int) -> None:
    (sent,) = await scene.write("/language zh", by=user_id, chat_id=user_id)
    person = await people.find(scene.work, user_id)
    assert sent.text == "好的，以后我和您说中文。"
    assert person is not None
    assert person.language == "zh"
    assert (await settings_of(scene.work, GROUP)).language == "en"


async def test_the_choice_holds_in_private_from_then_on(scene: Scene) -> None:
    await scene.write("/language zh", by=MEMBER, chat_id=MEMBER)
    (sent,) = await scene.write("/language", by=MEMBER, chat_id=MEMBER)
    assert sent.text == "我们用哪种语言聊？"
    assert set(keyboard(sent)) == {"中文", "English"}


async def test_a_language_i_do_not_speak_is_refused(scene: Scene) -> None:
    (sent,) = await scene.write("/language <fr>", by=ADMIN)
    assert "&lt;fr&gt;" in sent.text
    assert "/language zh" in sent.text
