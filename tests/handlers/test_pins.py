"""/pin, /unpin, /pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import chats
from models.chats import Chat
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW
from tests.handlers.talk import ANSWERED, answering

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent


def calls(sent: list[Sent]) -> list[tuple[str, object]]:
    return [(one.method, one.parameters.get("message_id")) for one in sent]


@pytest.mark.parametrize(("text", "is_quiet"), [("/pin", True), ("/pin loud", False), ("/pin 通知", False)])
async def test_the_message_answered_to_is_pinned(scene: Scene, text: str, *, is_quiet: bool) -> None:
    (sent,) = await scene.write(text, by=ADMIN, fields=answering(MEMBER))
    assert sent.parameters == {"chat_id": GROUP, "message_id": ANSWERED, "disable_notification": is_quiet}


async def test_the_message_answered_to_is_unpinned(scene: Scene) -> None:
    sent = await scene.write("/unpin", by=ADMIN, fields=answering(MEMBER))
    assert calls(sent) == [("unpinChatMessage", ANSWERED), ("sendMessage", None)]


async def test_without_an_answer_the_newest_pin_goes(scene: Scene) -> None:
    await scene.write("/pin", by=ADMIN, fields=answering(MEMBER, message_id=51))
    assert calls(await scene.write("/unpin", by=ADMIN))[0] == ("unpinChatMessage", 51)
    (sent,) = await scene.write("/unpin", by=ADMIN)
    assert "Which one?" in sent.text


@pytest.mark.parametrize("text", ["/unpin all", "/unpin 全部"])
async def test_everything_is_unpinned(scene: Scene, text: str) -> None:
    await scene.write("/pin", by=ADMIN, fields=answering(MEMBER))
    assert calls(await scene.write(text, by=ADMIN))[0][0] == "unpinAllChatMessages"
    (sent,) = await scene.write("/pinned")
    assert "not seen anything pinned" in sent.text


async def test_everybody_finds_the_newest_pin(scene: Scene) -> None:
    await scene.write("/pin", by=ADMIN, fields=answering(MEMBER))
    (sent,) = await scene.write("/pinned", by=MEMBER)
    assert f"https://t.me/c/1000000001/{ANSWERED}" in sent.text


@pytest.mark.parametrize(
    ("text", "answer"),
    [("/pin", "as an answer to the message you mean"), ("/unpin", "Which one?"), ("/pin softly", "softly")],
)
async def test_what_cannot_be_pinned_is_said(scene: Scene, text: str, answer: str) -> None:
    (sent,) = await scene.write(text, by=ADMIN)
    assert answer in sent.text


@pytest.mark.parametrize("text", ["/pin", "/unpin", "/unpin all"])
async def test_members_pin_nothing(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text, by=MEMBER, fields=answering(ADMIN))
    assert "takes the role" in sent.text


@pytest.mark.parametrize("text", ["/pin", "/unpin"])
async def test_without_the_right_nothing_is_pinned(scene: Scene, text: str) -> None:
    bare = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=())
    await chats.put(scene.work, bare, now=NOW)
    (sent,) = await scene.write(text, by=ADMIN, fields=answering(MEMBER))
    assert "pin messages" in sent.text
