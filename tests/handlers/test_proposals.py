"""What is proposed once a week, taken or left by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from services import proposals
from services.settings import settings_of
from tests.handlers.scene import ADMIN, GROUP

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


@pytest.mark.parametrize(
    ("action", "before", "said", "mode"),
    [
        (proposals.TAKE, "on", "only watches from now on", "shadow"),
        (proposals.LEAVE, "on", "stays as it is", "on"),
        (proposals.TAKE, "off", "switched this rule since", "on"),
    ],
)
async def test_a_press_does_what_it_says(scene: Scene, action: str, before: str, said: str, mode: str) -> None:
    button = await scene.button(
        action,
        permission=Role.MANAGER,
        single_use=True,
        arguments={"rule": "links", "before": before, "mode": "shadow"},
    )
    sent = await scene.press(button.token, by=ADMIN)
    assert said in sent[-1].text
    assert (await settings_of(scene.work, GROUP)).rules.links.mode == mode
