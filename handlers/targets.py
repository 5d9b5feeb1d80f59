"""Whom a command is about: by reply, text mention, @username or numeric id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.people import full_name
from domain.phrases import Person, phrase
from domain.refusals import Refusal
from services.chats import find as find_chat
from services.roles import find_person, person_by_username

if TYPE_CHECKING:
    from telegram import Message, User

    from handlers.turn import Turn

USERNAME = re.compile(r"@[A-Za-z0-9_]{1,32}")
USER_OR_CHAT_ID = re.compile(r"-?[0-9]{1,18}")
# In an answer to somebody a short number is a part of the reason ("/warn 3 times"), not an id.
SURE_ID_DIGITS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A person (`user_id`) or a chat speaking in its own name (`sender_chat_id`); exactly one is set.

    `message_id` is the message answered to, when the target was named by an answer, and `text` its words.
    """

    name: str
    user_id: int | None = None
    sender_chat_id: int | None = None
    username: str | None = None
    is_bot: bool = False
    message_id: int | None = None
    text: str = ""

    @property
    def person(self) -> Person:
        """The target as a text shows it."""
        return Person(user_id=self.user_id, name=self.name)


def looks_like_target(word: str, *, replying: bool) -> bool:
    """Whether a word names somebody by itself."""
    if USERNAME.fullmatch(word):
        return True
    return bool(USER_OR_CHAT_ID.fullmatch(word)) and (not replying or len(word) >= SURE_ID_DIGITS)


def replied_to(message: Message | None) -> Message | None:
    """The message answered to; a topic's root, which Telegram adds by itself, is none."""
    reply = message.reply_to_message if message else None
    if message is None or reply is None:
        return None
    is_root = reply.forum_topic_created or reply.message_id == message.message_thread_id
    return None if message.is_topic_message and is_root else reply


def of_reply(reply: Message) -> Target | None:
    """Who wrote the message answered to."""
    if reply.sender_chat:
        chat = reply.sender_chat
        return Target(
            name=chat.effective_name or str(chat.id),
            sender_chat_id=chat.id,
            username=chat.username,
            message_id=reply.message_id,
            text=text_of(reply),
        )
    return of_user(reply.from_user, message_id=reply.message_id, text=text_of(reply)) if reply.from_user else None


def text_of(message: Message) -> str:
    """The words of a message, or those under its media."""
    return (message.text or message.caption or "").strip()


def of_user(user: User, *, message_id: int | None = None, text: str = "") -> Target:
    """Somebody Telegram itself names."""
    return Target(
        name=full_name(user.first_name, user.last_name),
        user_id=user.id,
        username=user.username,
        is_bot=user.is_bot,
        message_id=message_id,
        text=text,
    )


async def of_word(turn: Turn, word: str) -> Target:
    """Somebody named by @username or id. Raises Refusal for a name never seen here."""
    if word.startswith("@"):
        known = await person_by_username(turn.work, word)
        if known is None:
            raise Refusal(phrase("common-target-unknown", name=word))
    else:
        number = int(word)
        if number < 0:
            chat = await find_chat(turn.work, number)
            return Target(name=(chat.title if chat else "") or word, sender_chat_id=number)
        if number == 0:
            raise Refusal(phrase("common-target-unknown", name=word))
        known = await find_person(turn.work, number)
        if known is None:
            return Target(name=word, user_id=number)
    return Target(name=known.name, user_id=known.user_id, username=known.username, is_bot=known.is_bot)
