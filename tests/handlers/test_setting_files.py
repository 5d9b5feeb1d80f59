from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pytest

from handlers.turn import Attachment
from services.settings import settings_of
from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import ADMIN, BOT, GROUP, MEMBER, OTHER_GROUP, Scene, message_json

if TYPE_CHECKING:
    from tests.handlers.scene import Sent

APPLY = "✅ Apply"
FILE = "steward: 1\nsettings:\n  rules:\n    flood: {messages: 9}\n"


def answering(scene: Scene, text: str) -> dict[str, Any]:
    """The fields of a message that answers to another."""
    return {"reply_to_message": message_json(text, by=BOT.bot_id, chat_id=GROUP, at=scene.now) | {"message_id": 40}}


async def given(scene: Scene, text: str) -> Sent:
    (sent,) = await scene.write("/settings import", by=ADMIN, fields=answering(scene, text))
    return sent


async def messages(scene: Scene, chat_id: int = GROUP) -> int:
    return (await settings_of(scene.work, chat_id)).rules.flood.messages


async def test_an_export_imported_in_another_group_copies_it(scene: Scene) -> None:
    await scene.status(ADMIN, "administrator", chat_id=OTHER_GROUP)
    await scene.write("/set rules.flood.messages 9", by=ADMIN)
    parts = await scene.write("/settings export", by=ADMIN)
    text = "\n".join(html.unescape(part.text.removeprefix("<pre>").removesuffix("</pre>")) for part in parts)
    (sent,) = await scene.write(f"/settings import {text}", by=ADMIN, chat_id=OTHER_GROUP)
    assert await messages(scene, OTHER_GROUP) == 7
    await press_label(scene, sent, APPLY, by=ADMIN, chat_id=OTHER_GROUP)
    assert await messages(scene, OTHER_GROUP) == 9


async def test_a_file_is_shown_first_and_taken_over_when_confirmed(scene: Scene) -> None:
    sent = await given(scene, FILE)
    assert "Messages: 7 → <b>9</b>" in sent.text
    assert await messages(scene) == 7
    (done,) = edits(await press_label(scene, sent, APPLY, by=ADMIN, chat_id=GROUP))
    assert "7 → <b>9</b>" in done.text
    assert await messages(scene) == 9


async def test_a_change_in_between_has_to_be_seen_first(scene: Scene) -> None:
    sent = await given(scene, FILE)
    await scene.write("/set language en", by=ADMIN)
    (refused,) = await press_label(scene, sent, APPLY, by=ADMIN, chat_id=GROUP)
    assert "changed since this was shown" in refused.text
    assert await messages(scene) == 7


async def test_a_file_that_says_what_is_so_has_no_button(scene: Scene) -> None:
    sent = await given(scene, "steward: 1\n")
    assert "as in that file already" in sent.text
    assert keyboard(sent) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hello", "must begin with <code>steward: 1</code>"),
        ("steward: 1\nsettings: {rules: {flod: 1}}", "Line 2: there is no setting “rules.flod”"),
        ("steward: 1\nsettings: {log_chat: -100}", "each group’s own"),
        ("steward: 1\na: &a 1", "refers to another place"),
    ],
)
async def test_a_mistake_is_told_in_one_sentence(scene: Scene, text: str, told: str) -> None:
    sent = await given(scene, text)
    assert told in sent.text
    assert "\n" not in sent.text
    assert keyboard(sent) == {}


async def test_without_a_file_it_is_said_what_to_do(scene: Scene) -> None:
    (sent,) = await scene.write("/settings import", by=ADMIN)
    assert "answer to the file" in sent.text


@pytest.mark.parametrize(
    ("attachment", "told"),
    [
        (Attachment(content=FILE.encode()), "7 → <b>9</b>"),
        (Attachment(content=b"\xef\xbb\xbf" + FILE.encode()), "7 → <b>9</b>"),
        (Attachment(content=b"\xff\xfe\x00"), "no text in UTF-8"),
        (Attachment(fault="large"), "256 KB at most"),
        (Attachment(fault="unreachable"), "did not give me that file"),
    ],
)
async def test_a_document_is_read_as_the_words_would_be(scene: Scene, attachment: Attachment, told: str) -> None:
    scene.attachment = attachment
    (sent,) = await scene.write("/settings import", by=ADMIN, fields=answering(scene, ""))
    assert told in sent.text


async def test_no_member_exports_or_imports(scene: Scene) -> None:
    for text in ("/settings export", f"/settings import {FILE}"):
        (sent,) = await scene.write(text, by=MEMBER)
        assert "manager" in sent.text
