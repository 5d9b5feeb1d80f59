"""/cleanservice, /cleancommands, /setactiontopic, and commands that go once they are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import chats
from models.chats import Chat
from services.settings import change, settings_of
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW
from tests.handlers.talk import deleted

if TYPE_CHECKING:
    from tests.handlers.scene import Scene

TOPIC: dict[str, object] = {"message_thread_id": 7, "is_topic_message": True}


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [
        ("on", ("all",)),
        ("off", ()),
        ("pin join", ("join", "pin")),
        ("join, video-chat", ("join", "video_chat")),
        ("入群 退群", ("join", "leave")),
        ("pin all", ("all",)),
    ],
)
async def test_kinds_of_telegrams_lines_are_chosen(scene: Scene, chosen: str, kinds: tuple[str, ...]) -> None:
    await scene.write(f"/cleanservice {chosen}", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).cleaning.service == kinds


async def test_an_unknown_kind_is_refused(scene: Scene) -> None:
    (sent,) = await scene.write("/cleanservice jokes", by=ADMIN)
    assert "does not fit" in sent.text


async def test_alone_it_says_what_goes_and_what_could(scene: Scene) -> None:
    (sent,) = await scene.write("/cleanservice", by=ADMIN)
    assert "Now: <b>none</b>" in sent.text
    assert "video_chat" in sent.text


@pytest.mark.parametrize(
    ("word", "whose"), [("members", "members"), ("on", "members"), ("全部", "all"), ("off", "off")]
)
async def test_whose_commands_go_is_chosen(scene: Scene, word: str, whose: str) -> None:
    await scene.write(f"/cleancommands {word}", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).cleaning.commands == whose
    (sent,) = [one for one in await scene.write("/cleancommands", by=ADMIN) if one.method == "sendMessage"]
    assert "Now:" in sent.text


@pytest.mark.parametrize(
    ("whose", "by", "goes"),
    [
        ("off", MEMBER, False),
        ("members", MEMBER, True),
        ("members", ADMIN, False),
        ("all", MEMBER, True),
        ("all", ADMIN, True),
    ],
)
async def test_commands_go_once_they_are_answered(scene: Scene, whose: str, by: int, *, goes: bool) -> None:
    await change(scene.work, chat_id=GROUP, path="cleaning.commands", value=whose, by=None, now=NOW)
    assert deleted(await scene.write("/rules", by=by)) == ([60] if goes else [])


async def test_refused_commands_go_as_well(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="cleaning.commands", value="members", by=None, now=NOW)
    sent = await scene.write("/ban @sam", by=MEMBER)
    assert [one.method for one in sent] == ["sendMessage", "deleteMessage"]


async def test_plain_words_stay(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="cleaning.commands", value="all", by=None, now=NOW)
    assert deleted(await scene.write("群规", by=MEMBER)) == []


async def test_without_the_right_nothing_is_tried(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="cleaning.commands", value="all", by=None, now=NOW)
    bare = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=())
    await chats.put(scene.work, bare, now=NOW)
    assert deleted(await scene.write("/rules", by=MEMBER)) == []


async def test_notices_move_to_the_topic_of_the_command(scene: Scene) -> None:
    await scene.write("/setactiontopic", by=ADMIN, fields=TOPIC)
    assert (await settings_of(scene.work, GROUP)).rules.notice_topic == 7
    await scene.write("/setactiontopic off", by=ADMIN)
    assert (await settings_of(scene.work, GROUP)).rules.notice_topic == 0


async def test_outside_of_topics_there_is_none_to_move_to(scene: Scene) -> None:
    (sent,) = await scene.write("/setactiontopic", by=ADMIN)
    assert "in the topic" in sent.text


@pytest.mark.parametrize("command", ["cleanservice", "cleancommands", "setactiontopic"])
async def test_members_change_nothing(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} off", by=MEMBER)
    assert "takes the role" in sent.text
