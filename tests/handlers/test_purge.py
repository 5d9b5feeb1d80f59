"""/purge, /spurge and /del: what goes, what stays, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from models import chats, verdicts
from models.chats import Chat
from models.tables import audit, messages
from tests.handlers.scene import ADMIN, BOT, CREATOR, GROUP, MEMBER, NOW
from tests.handlers.talk import answering, deleted, written

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent

COMMAND = 60


def said(sent: list[Sent]) -> list[str]:
    return [one.text for one in sent if one.method == "sendMessage"]


async def test_everything_from_the_message_answered_to_goes(scene: Scene) -> None:
    await written(scene, [49, 51, 55], by=MEMBER)
    sent = await scene.write("/purge", by=ADMIN, fields=answering(MEMBER, message_id=50))
    assert deleted(sent) == list(range(50, COMMAND + 1))
    assert said(sent) == ["🧹 2 messages removed."]
    assert scene.follow_ups == [{"delete_after": 30.0}]


async def test_the_last_so_many_go(scene: Scene) -> None:
    await written(scene, [40, 41, 52, 57], by=MEMBER)
    sent = await scene.write("/purge 2", by=ADMIN)
    assert deleted(sent) == list(range(52, COMMAND + 1))


async def test_a_hundred_go_with_a_call(scene: Scene) -> None:
    await written(scene, [2], by=MEMBER)
    fields = answering(MEMBER, message_id=2) | {"message_id": 252}
    sent = await scene.write("/spurge", by=ADMIN, fields=fields)
    assert [len(one.parameters["message_ids"]) for one in sent] == [100, 100, 51]


async def test_what_is_too_old_for_telegram_stays(scene: Scene) -> None:
    await written(scene, [50, 51], by=MEMBER, hours_ago=49)
    await written(scene, [55], by=MEMBER)
    sent = await scene.write("/purge", by=ADMIN, fields=answering(MEMBER, message_id=50, hours_ago=49))
    assert deleted(sent) == list(range(55, COMMAND + 1))


async def test_other_topics_are_left_alone(scene: Scene) -> None:
    await written(scene, [51, 53], by=MEMBER, thread_id=7)
    await written(scene, [52], by=MEMBER, thread_id=8)
    topic = {"message_thread_id": 7, "is_topic_message": True}
    sent = await scene.write("/purge", by=ADMIN, fields=answering(MEMBER, message_id=51) | topic)
    assert deleted(sent) == [51, 53]


async def test_a_purge_is_remembered(scene: Scene) -> None:
    await written(scene, [55], by=MEMBER)
    await scene.write("/purge", by=ADMIN, fields=answering(MEMBER))
    rows = await scene.work.connection.execute(select(audit.c.actor_id, audit.c.details, audit.c.action))
    assert [tuple(row) for row in rows] == [(ADMIN, {"count": 1}, "purge")]
    assert list((await scene.work.connection.execute(select(messages.c.removed))).scalars()) == [True]


@pytest.mark.parametrize(
    ("text", "fields", "answer"),
    [
        ("/purge", {}, "From where on?"),
        ("/purge 3", {}, "nothing left to remove"),
        ("/purge 0", {}, "at least 1"),
        ("/purge", {"message_id": 4000} | answering(MEMBER), "more than 2,000 messages"),
        ("/del", {}, "as an answer to the message you mean"),
        ("/del", answering(MEMBER, hours_ago=50), "more than two days old"),
        ("/del", answering(CREATOR), "is an admin"),
    ],
)
async def test_what_cannot_be_removed_is_said(scene: Scene, text: str, fields: dict[str, object], answer: str) -> None:
    (sent,) = await scene.write(text, by=ADMIN, fields=fields)
    assert answer in sent.text


@pytest.mark.parametrize("command", ["purge", "spurge", "del"])
async def test_members_remove_nothing(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command}", by=MEMBER, fields=answering(CREATOR))
    assert "takes the role" in sent.text


@pytest.mark.parametrize("command", ["purge", "spurge", "del"])
async def test_without_the_right_nothing_goes(scene: Scene, command: str) -> None:
    bare = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=())
    await chats.put(scene.work, bare, now=NOW)
    (sent,) = await scene.write(f"/{command}", by=ADMIN, fields=answering(MEMBER))
    assert "delete messages" in sent.text


async def test_a_single_message_goes_with_the_command_and_a_verdict_says_whose_it_was(scene: Scene) -> None:
    sent = await scene.write("/del #3", by=ADMIN, fields=answering(MEMBER))
    assert (deleted(sent), said(sent)) == ([55, COMMAND], [])
    (verdict,) = await verdicts.of_target(scene.work, chat_id=GROUP, target_id=MEMBER)
    assert (verdict.verb, verdict.number, verdict.text) == ("delete", 3, "hello")


async def test_the_bots_own_message_goes_as_well(scene: Scene) -> None:
    assert deleted(await scene.write("/del", by=ADMIN, fields=answering(BOT.bot_id))) == [55, COMMAND]


async def test_a_channels_message_goes(scene: Scene) -> None:
    channel = {"id": -1009, "type": "channel", "title": "News"}
    fields = answering(136817688, sender_chat=channel)
    assert deleted(await scene.write("/del", by=ADMIN, fields=fields)) == [55, COMMAND]
