"""What is proposed after a mistake, taken or left by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.roles import Role
from services import learning
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER

if TYPE_CHECKING:
    from models.buttons import StoredButton
    from tests.handlers.scene import Scene


async def button(scene: Scene, action: str = learning.REMEDY, **more: object) -> StoredButton:
    arguments = {"kind": "put", "path": "rules.flood.messages", "value": 8, "user": MEMBER} | more
    return await scene.button(action, permission=Role.MANAGER, single_use=True, arguments=arguments)


async def test_one_press_makes_the_change_and_says_who_did(scene: Scene) -> None:
    edit = (await scene.press((await button(scene)).token, by=ADMIN))[-1]
    assert "Done: Allow one more: 8 messages" in edit.text
    assert "By <a" in edit.text
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 8


async def test_it_can_be_left(scene: Scene) -> None:
    edit = (await scene.press((await button(scene, learning.LEAVE)).token, by=ADMIN))[-1]
    assert "Left as it is" in edit.text
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


async def test_what_was_changed_since_is_not_changed_again(scene: Scene) -> None:
    (answer,) = await scene.press((await button(scene, value=7)).token, by=ADMIN)
    assert "changed already" in answer.text


async def test_a_button_of_another_version_has_expired(scene: Scene) -> None:
    (answer,) = await scene.press((await button(scene, kind="pray")).token, by=ADMIN)
    assert "expired" in answer.text
