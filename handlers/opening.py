"""Opens a turn: who speaks, where, about which chat, in which language, with which role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import ChatType

from domain.people import full_name
from domain.roles import Role
from handlers.turn import BotIdentity, Turn
from services.connections import connected_chat
from services.roles import find_person, is_present, role_in
from services.settings import settings_of
from services.voices import spoken_by

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Chat, MaybeInaccessibleMessage, Message, Update, User

    from handlers.turn import Attachment
    from models.work import Work
    from services.words import Words

GENERAL_TOPIC = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """In whose name words stand: a person's, or a chat's (`sender_chat_id`)."""

    name: str
    user_id: int | None = None
    sender_chat_id: int | None = None


def speaker_of(message: Message) -> Speaker | None:
    """Who wrote the message; None for other bots, whose commands nobody obeys."""
    if message.sender_chat:
        chat = message.sender_chat
        return Speaker(name=chat.effective_name or str(chat.id), sender_chat_id=chat.id)
    user = message.from_user
    return None if user is None or user.is_bot else of_person(user)


def of_person(user: User) -> Speaker:
    """A person speaking in their own name."""
    return Speaker(name=full_name(user.first_name, user.last_name), user_id=user.id)


async def open_turn(
    update: Update,
    speaker: Speaker,
    *,
    message: MaybeInaccessibleMessage,
    work: Work,
    words: Words,
    bot: BotIdentity,
    now: datetime,
    about_chat: int | None = None,
    attachment: Attachment | None = None,
) -> Turn:
    """The turn of what the speaker wrote or pressed at the message; `about_chat` when it is known already."""
    private = message.chat.type == ChatType.PRIVATE
    about = about_chat or await _about(work, message.chat, speaker)
    settings = await settings_of(work, about)
    language = await _own_language(work, speaker) if private else settings.language
    return Turn(
        update=update,
        work=work,
        words=words,
        bot=bot,
        now=now,
        chat_id=message.chat.id,
        about_chat=about,
        private=private,
        user_id=speaker.user_id,
        user_name=speaker.name,
        sender_chat_id=speaker.sender_chat_id,
        role=await _role(work, about, speaker),
        settings=settings,
        language=language,
        thread_id=topic_of(message),
        message_id=message.message_id,
        attachment=attachment,
    )


def topic_of(message: MaybeInaccessibleMessage) -> int | None:
    """The forum topic to answer in; Telegram refuses the id of the General topic."""
    thread = getattr(message, "message_thread_id", None)
    in_topic = getattr(message, "is_topic_message", False) and thread != GENERAL_TOPIC
    return thread if in_topic else None


async def _about(work: Work, chat: Chat, speaker: Speaker) -> int:
    if chat.type != ChatType.PRIVATE or speaker.user_id is None:
        return chat.id
    connected = await connected_chat(work, speaker.user_id)
    if connected is not None and await is_present(work, chat_id=connected, user_id=speaker.user_id):
        return connected
    return chat.id


async def _role(work: Work, chat_id: int, speaker: Speaker) -> Role:
    """An anonymous admin is a manager of the chat in whose name it speaks; other chats have no rights."""
    if speaker.user_id is not None:
        return await role_in(work, chat_id=chat_id, user_id=speaker.user_id)
    return Role.MANAGER if speaker.sender_chat_id == chat_id else Role.MEMBER


async def _own_language(work: Work, speaker: Speaker) -> str:
    person = await find_person(work, speaker.user_id) if speaker.user_id else None
    return spoken_by(person) or work.defaults.language
