"""The buttons under a ticket pressed in a real router, and /reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from domain.rules.sanctions import Offender
from services import reviews
from services.verdicts import find
from tests.court import sentenced
from tests.handlers.scene import ADMIN, CREATOR, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from models.buttons import StoredButton
    from models.verdicts import Verdict
    from tests.handlers.scene import Scene

MAX = Offender(chat_id=GROUP, name="Max", user_id=MEMBER)


async def opened(scene: Scene) -> Verdict:
    return await sentenced(scene.work, "review", state="open", offender=MAX, at=NOW)


async def button(scene: Scene, verdict: Verdict, choice: str) -> StoredButton:
    return await scene.button(
        reviews.DECIDE,
        permission=Role.MANAGER,
        single_use=True,
        token=f"token-{choice}",
        arguments={"verdict": verdict.verdict_id, "choice": choice},
    )


@pytest.mark.parametrize(
    ("choice", "methods", "state"),
    [
        ("warn", {"answerCallbackQuery", "deleteMessage", "sendMessage", "editMessageText"}, "upheld"),
        ("ban", {"answerCallbackQuery", "deleteMessage", "banChatMember", "sendMessage", "editMessageText"}, "upheld"),
        ("fine", {"answerCallbackQuery", "editMessageText"}, "overturned"),
    ],
)
async def test_a_manager_decides(scene: Scene, choice: str, methods: set[str], state: str) -> None:
    verdict = await opened(scene)
    sent = await scene.press((await button(scene, verdict, choice)).token, by=ADMIN)
    assert {one.method for one in sent} == methods
    decided = await find(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id)
    assert decided is not None
    assert (decided.state, decided.decided_by) == (state, ADMIN)


async def test_the_second_of_two_is_told_so_and_changes_nothing(scene: Scene) -> None:
    verdict = await opened(scene)
    fine, ban = [await button(scene, verdict, choice) for choice in ("fine", "ban")]
    await scene.press(fine.token, by=ADMIN)
    (late,) = await scene.press(ban.token, by=CREATOR)
    assert "decided this already" in late.text


async def test_a_choice_there_is_not_has_expired(scene: Scene) -> None:
    (answer,) = await scene.press((await button(scene, await opened(scene), "burn")).token, by=ADMIN)
    assert "expired" in answer.text


async def test_what_waits_is_listed_and_shown_again(scene: Scene) -> None:
    (nothing,) = await scene.write("/reviews", by=ADMIN)
    assert "Nothing waits" in nothing.text
    verdict = await opened(scene)
    (listed,) = await scene.write("/reviews", by=ADMIN)
    assert "<b>Waiting for a look</b> 1" in listed.text
    shown = await scene.button("review-show", permission=Role.MANAGER, arguments={"verdict": verdict.verdict_id})
    ticket = (await scene.press(shown.token, by=ADMIN))[-1]
    assert "come to evil.example" in ticket.text


async def test_members_may_not_read_it(scene: Scene) -> None:
    (refused,) = await scene.write("/reviews")
    assert "takes the role" in refused.text
