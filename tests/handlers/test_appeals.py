"""[Appeal] pressed in a real router, words in private, the managers' decision, /appeals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.roles import Role
from domain.rules.appeals import APPEAL
from domain.rules.sanctions import Offender
from models import people
from services import appeal_texts, appeals
from services.verdicts import find
from tests.court import sentenced
from tests.handlers.scene import ADMIN, BOT, CREATOR, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from models.verdicts import Verdict
    from tests.handlers.scene import Scene, Sent

MAX = Offender(chat_id=GROUP, name="Max", user_id=MEMBER)


async def verdict_of(scene: Scene) -> Verdict:
    return await sentenced(scene.work, offender=MAX, at=NOW)


async def press(scene: Scene, verdict: Verdict, *, by: int = MEMBER) -> list[Sent]:
    button = await scene.button(
        APPEAL, presser_id=MEMBER, single_use=True, arguments={"verdict": verdict.verdict_id}, token="token-of-appeal"
    )
    return await scene.press(button.token, by=by)


async def open_private(scene: Scene, *user_ids: int) -> None:
    for user_id in user_ids:
        await people.open_private_chat(scene.work, user_id, is_open=True)


def token_in(sent: list[Sent]) -> str:
    (answer,) = [one for one in sent if one.method == "answerCallbackQuery"]
    address, _, token = str(answer.parameters["url"]).partition("?start=")
    assert address == f"https://t.me/{BOT.username}"
    return token


async def test_without_a_private_chat_telegram_opens_it_with_a_link(scene: Scene) -> None:
    token = token_in(await press(scene, await verdict_of(scene)))
    assert len(token) >= 22
    (asked,) = await scene.write(f"/start {token}", chat_id=MEMBER)
    assert "Your appeal in <b>Group" in asked.text
    assert "Rule 4" in asked.text


async def test_the_link_is_of_no_use_to_others_nor_twice(scene: Scene) -> None:
    token = token_in(await press(scene, await verdict_of(scene)))
    (other,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert "expired" in other.text
    await scene.write(f"/start {token}", chat_id=MEMBER)
    (again,) = await scene.write(f"/start {token}", chat_id=MEMBER)
    assert "expired" in again.text


async def test_with_one_the_words_are_asked_for_there(scene: Scene) -> None:
    await open_private(scene, MEMBER)
    answer, asked = await press(scene, await verdict_of(scene))
    assert "written to you in private" in answer.text
    assert asked.parameters["chat_id"] == MEMBER


async def test_the_next_words_in_private_are_the_members_own(scene: Scene) -> None:
    await open_private(scene, MEMBER, ADMIN)
    await press(scene, await verdict_of(scene))
    sent = await scene.write("it was a joke", chat_id=MEMBER)
    assert [one.parameters["chat_id"] for one in sent] == [ADMIN, MEMBER]
    assert "it was a joke" in sent[0].text
    assert "with the managers of" in sent[1].text
    (hint,) = await scene.write("hello?", chat_id=MEMBER)
    assert "/help" in hint.text


async def test_somebody_else_who_presses_changes_nothing(scene: Scene) -> None:
    (answer,) = await press(scene, await verdict_of(scene), by=ADMIN)
    assert answer.parameters["show_alert"]
    assert await appeals.is_waiting(scene.work, MEMBER) is None


async def test_a_second_press_changes_nothing(scene: Scene) -> None:
    verdict = await verdict_of(scene)
    await press(scene, verdict)
    (answer,) = await scene.press("token-of-appeal")
    assert answer.parameters["show_alert"]


async def test_a_refused_press_says_why(scene: Scene) -> None:
    verdict = await verdict_of(scene)
    await appeals.ask(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id, user_id=MEMBER, now=NOW)
    (answer,) = await press(scene, verdict)
    assert "with the managers already" in answer.text


async def brought(scene: Scene, verdict: Verdict) -> int:
    appeal = await appeals.ask(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id, user_id=MEMBER, now=NOW)
    await appeals.bring(scene.work, appeal, words="a joke", now=NOW)
    return appeal.appeal_id


async def test_a_manager_decides_once(scene: Scene) -> None:
    verdict = await verdict_of(scene)
    number = await brought(scene, verdict)
    buttons = [
        await scene.button(
            appeal_texts.DECIDE,
            permission=Role.MANAGER,
            arguments={"appeal": number, "decision": decision},
            token=f"token-{decision}",
            single_use=True,
        )
        for decision in ("granted", "closed")
    ]
    sent = await scene.press(buttons[0].token, by=ADMIN)
    assert "editMessageText" in {one.method for one in sent}
    decided = await find(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id)
    assert decided is not None
    assert decided.state == "overturned"
    (late,) = await scene.press(buttons[1].token, by=CREATOR)
    assert "decided this already" in late.text


async def test_open_appeals_are_listed_and_shown_again(scene: Scene) -> None:
    (nothing,) = await scene.write("/appeals", by=ADMIN)
    assert "No appeals are open" in nothing.text
    number = await brought(scene, await verdict_of(scene))
    (listed,) = await scene.write("/appeals", by=ADMIN)
    assert "<b>Open appeals</b> 1" in listed.text
    assert "a warning" in listed.text
    button = await scene.button("appeal-show", permission=Role.MANAGER, arguments={"appeal": number})
    ticket = (await scene.press(button.token, by=ADMIN))[-1]
    assert "a joke" in ticket.text


async def test_members_may_not_read_them(scene: Scene) -> None:
    (refused,) = await scene.write("/appeals")
    assert "takes the role" in refused.text


async def test_the_appeal_goes_without_words_at_a_press(scene: Scene) -> None:
    await open_private(scene, MEMBER, ADMIN)
    verdict = await verdict_of(scene)
    appeal = await appeals.ask(scene.work, chat_id=GROUP, verdict_id=verdict.verdict_id, user_id=MEMBER, now=NOW)
    button = await scene.button(
        appeal_texts.SEND, chat_id=MEMBER, presser_id=MEMBER, single_use=True, arguments={"appeal": appeal.appeal_id}
    )
    sent = await scene.press(button.token, chat_id=MEMBER)
    assert {"answerCallbackQuery", "sendMessage", "editMessageText"} == {one.method for one in sent}
    assert await appeals.is_waiting(scene.work, MEMBER) is None
