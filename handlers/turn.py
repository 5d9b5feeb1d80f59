"""One update being answered: who speaks where, with the open unit of work and the effects gathered so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from domain.effects import Priority, Send

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from telegram import Update

    from domain.effects import Effect, Keyboard
    from domain.phrases import Text
    from domain.roles import Role
    from domain.settings import ChatSettings
    from models.work import Work
    from services.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class BotIdentity:
    """The bot as getMe describes it."""

    bot_id: int
    username: str
    name: str
    reads_all: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file that a command answers to, fetched before the transaction; or why it is not there."""

    content: bytes = b""
    fault: Literal["large", "unreachable"] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Everything a handler may use. `chat_id` is where the words stand, `about_chat` what they are about.

    The two differ in private chat, where a manager works on a group connected by a deep link (then `settings`
    and `role` are the group's). `user_id` is None for anonymous admins and channels; `sender_chat_id` names them.
    """

    update: Update
    work: Work
    words: Words
    bot: BotIdentity
    now: datetime
    chat_id: int
    about_chat: int
    private: bool
    user_id: int | None
    user_name: str
    sender_chat_id: int | None
    role: Role
    settings: ChatSettings
    language: str
    thread_id: int | None = None
    message_id: int | None = None
    attachment: Attachment | None = None
    effects: list[Effect] = field(default_factory=list)

    def do(self, *effects: Effect) -> None:
        """Have effects performed once this update is committed."""
        self.effects.extend(effects)

    def say(self, text: Text, *, keyboard: Keyboard = (), quote: bool = True, stays: timedelta | None = None) -> None:
        """Answer where the words stand, in their language, as a reply to them unless `quote` is off.

        The answer `stays` for so long, or for ever.
        """
        self.do(
            Send(
                chat_id=self.chat_id,
                text=text,
                thread_id=self.thread_id,
                reply_to=self.message_id if quote else None,
                keyboard=keyboard,
                language=self.language,
                priority=Priority.REPLY,
                delete_after=stays,
            )
        )
