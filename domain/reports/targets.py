"""Where a digest goes, as settings write it: `here`, `topic:<id>`, or the id of a chat or person."""

from __future__ import annotations

import re
from dataclasses import dataclass

HERE = "here"
TOPIC = re.compile(r"topic:(\d{1,18})")
ID = re.compile(r"-?\d{1,18}")
GENERAL_TOPIC = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A chat, or one topic of it; people's private chats have positive ids."""

    chat_id: int
    thread_id: int | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is somebody's private chat with the bot."""
        return self.chat_id > 0


def place_of(target: str, chat_id: int) -> Place | None:
    """What a target in this chat's settings means, or None. The General topic is the chat itself to Telegram."""
    topic = TOPIC.fullmatch(target)
    if topic:
        thread_id = int(topic[1])
        return Place(chat_id=chat_id, thread_id=None if thread_id == GENERAL_TOPIC else thread_id)
    if target == HERE:
        return Place(chat_id=chat_id)
    return Place(chat_id=int(target)) if ID.fullmatch(target) and int(target) else None
