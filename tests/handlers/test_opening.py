from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import InaccessibleMessage, Message

from handlers.opening import Speaker, speaker_of, topic_of
from tests.handlers.scene import ANONYMOUS_ADMIN, GROUP, MEMBER, NOW, chat_json, message_json

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage


def written(fields: dict[str, object] | None = None, *, by: int = MEMBER) -> Message:
    raw: dict[str, Any] = message_json("hi", by=by, chat_id=GROUP, at=NOW) | (fields or {})
    return Message.de_json(raw)


@pytest.mark.parametrize(
    ("message", "speaker"),
    [
        (written(), Speaker(name="Max", user_id=MEMBER)),
        (
            written({"sender_chat": chat_json(GROUP)}, by=ANONYMOUS_ADMIN),
            Speaker(name=f"Group {GROUP}", sender_chat_id=GROUP),
        ),
        (written(by=ANONYMOUS_ADMIN), None),
        (written({"from": {"id": 9, "is_bot": True, "first_name": "Bot"}}), None),
    ],
    ids=["a person", "an anonymous admin", "its id alone", "a bot"],
)
def test_it_is_known_in_whose_name_words_stand(message: Message, speaker: Speaker | None) -> None:
    assert speaker_of(message) == speaker


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        (written(), None),
        (written({"message_thread_id": 7}), None),
        (written({"message_thread_id": 7, "is_topic_message": True}), 7),
        (written({"message_thread_id": 1, "is_topic_message": True}), None),
        (InaccessibleMessage(chat=written().chat, message_id=1), None),
    ],
)
def test_only_topics_are_answered_in(message: MaybeInaccessibleMessage, topic: int | None) -> None:
    assert topic_of(message) == topic
