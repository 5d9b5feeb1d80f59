from __future__ import annotations

import pytest
from telegram import Chat, ForumTopicCreated, Message

from handlers.targets import looks_like_target, replied_to
from tests.handlers.scene import GROUP, NOW

CHAT = Chat(id=GROUP, type="supergroup")


@pytest.mark.parametrize(
    ("word", "alone", "replying"),
    [
        ("@max", True, True),
        ("@", False, False),
        ("@max!", False, False),
        ("12345", True, True),
        ("1234", True, False),
        ("-1001000000001", True, True),
        ("max", False, False),
        ("10m", False, False),
        ("", False, False),
    ],
)
def test_names_and_ids_look_like_somebody(word: str, *, alone: bool, replying: bool) -> None:
    assert looks_like_target(word, replying=False) is alone
    assert looks_like_target(word, replying=True) is replying


def message(message_id: int, **more: object) -> Message:
    return Message(message_id=message_id, date=NOW, chat=CHAT, **more)  # type: ignore[arg-type]  # a table of fields


ROOT = message(7, forum_topic_created=ForumTopicCreated(name="Topic", icon_color=1))


@pytest.mark.parametrize(
    ("written", "is_answer"),
    [
        (message(9), False),
        (message(9, reply_to_message=message(8)), True),
        (message(9, reply_to_message=message(8), message_thread_id=8), True),
        (message(9, reply_to_message=message(8), message_thread_id=7, is_topic_message=True), True),
        (message(9, reply_to_message=message(7), message_thread_id=7, is_topic_message=True), False),
        (message(9, reply_to_message=ROOT, message_thread_id=7, is_topic_message=True), False),
    ],
    ids=["nothing", "an answer", "a thread of answers", "an answer in a topic", "a topic's root", "a topic's start"],
)
def test_only_what_somebody_answered_to_is_an_answer(written: Message, *, is_answer: bool) -> None:
    assert (replied_to(written) is not None) is is_answer
