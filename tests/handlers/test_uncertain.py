"""[Resend] and [It arrived], pressed in a manager's private chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update
from telegram import Update

from domain.effects import Priority, Send
from domain.phrases import Markup
from domain.roles import Role
from handlers.router import answer
from models.tables import outbox
from services.outbox import enqueue
from tests.handlers.scene import ADMIN, BOT, GROUP, MEMBER, NOW, Scene, message_json, user_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.work import Work
    from services.words import Words


@pytest.fixture
async def post(work: Work, words: Words) -> int:
    """The row of an uncertain post in the group."""
    text = Markup(html="<b>Movie</b> night")
    await enqueue(work, words, [Send(chat_id=GROUP, text=text, priority=Priority.POST, purpose="post")], now=NOW)
    await work.connection.execute(update(outbox).values(state="asked", tries=1, settled_at=NOW))
    return int((await work.connection.execute(select(outbox.c.row_id))).scalar_one())


async def rows(work: Work, method: str) -> Sequence[Any]:
    return (await work.connection.execute(select(outbox).where(outbox.c.method == method))).all()


async def press(scene: Scene, action: str, post: int, *, by: int = ADMIN) -> None:
    """Somebody presses the button under the question in their private chat."""
    button = await scene.button(
        action,
        permission=Role.MANAGER,
        chat_id=by,
        arguments={"row": post},
        token=f"{action}-{by}-{len(await rows(scene.work, 'answerCallbackQuery'))}",
    )
    message = message_json("?", by=BOT.bot_id, chat_id=by, at=NOW) | {"message_id": 50}
    query = {
        "id": "7",
        "from": user_json(by),
        "message": message,
        "chat_instance": "1",
        "data": button.token,
    }
    pressed = Update.de_json({"update_id": 5, "callback_query": query}, scene.office.bot)
    await answer(scene.office, pressed, work=scene.work, now=NOW)


async def test_resending_sends_once_more_and_says_so(scene: Scene, work: Work, post: int) -> None:
    await press(scene, "resend", post)
    (sent,) = await rows(work, "sendMessage")
    (edit,) = await rows(work, "editMessageText")
    assert sent.state == "due"
    assert edit.parameters["chat_id"] == ADMIN
    assert "<blockquote>Movie night</blockquote>" in edit.parameters["text"]
    assert "reply_markup" not in edit.parameters


async def test_what_arrived_is_sent(scene: Scene, work: Work, post: int) -> None:
    await press(scene, "arrived", post)
    (sent,) = await rows(work, "sendMessage")
    assert sent.state == "sent"


async def test_a_second_decision_is_refused(scene: Scene, work: Work, post: int) -> None:
    await press(scene, "arrived", post)
    await press(scene, "resend", post)
    (sent,) = await rows(work, "sendMessage")
    *_, refusal = await rows(work, "answerCallbackQuery")
    assert sent.state == "sent"
    assert refusal.parameters["show_alert"] is True


async def test_a_plain_member_decides_nothing(scene: Scene, work: Work, post: int) -> None:
    await press(scene, "resend", post, by=MEMBER)
    (sent,) = await rows(work, "sendMessage")
    assert sent.state == "asked"
