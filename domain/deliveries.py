"""What is known of the calls that deliver: how they may be repeated, and what became of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

# Each call makes a new message: Telegram's limits count them, and a second one is a duplicate.
SENDING = ("sendMessage",)
# Repeating these changes nothing more; no limit on messages holds them.
REPEATABLE = (
    "answerCallbackQuery",
    "banChatMember",
    "banChatSenderChat",
    "deleteMessage",
    "deleteMessages",
    "editMessageText",
    "pinChatMessage",
    "restrictChatMember",
    "setMyCommands",
    "unbanChatMember",
    "unbanChatSenderChat",
    "unpinAllChatMessages",
    "unpinChatMessage",
)
# What Telegram says of a message older than two days; for want of a right it says less.
TOO_OLD = "can't be deleted for everyone"
ABOUT_A_MESSAGE = ("deleteMessage", "deleteMessages", "editMessageText", "pinChatMessage", "unpinChatMessage")
# The administrator's right that a call takes.
RIGHT_FOR = {
    "banChatMember": "can_restrict_members",
    "banChatSenderChat": "can_restrict_members",
    "deleteMessage": "can_delete_messages",
    "deleteMessages": "can_delete_messages",
    "pinChatMessage": "can_pin_messages",
    "restrictChatMember": "can_restrict_members",
    "unbanChatMember": "can_restrict_members",
    "unbanChatSenderChat": "can_restrict_members",
    "unpinAllChatMessages": "can_pin_messages",
    "unpinChatMessage": "can_pin_messages",
}
# How Telegram says that it is missing.
FOR_WANT_OF_A_RIGHT = ("not enough rights", "chat_admin_required", "need administrator rights", "can't be deleted")
# Where rows stand that are about no chat, such as the menus of all private chats.
NO_CHAT = 0
# The question about an uncertain post; asked twice, it does no harm, and unasked the post is forgotten.
QUESTION = "uncertain"
# Words of the moment: nobody is asked whether these arrived.
PASSING = ("reply", "notice", "log", "review")


class State(StrEnum):
    """Where an outbox row stands. ASKED is UNCERTAIN once managers were asked about it.

    HELD is the second choice of another row: due once that one is refused, dropped once it is not.
    """

    HELD = "held"
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCERTAIN = "uncertain"
    ASKED = "asked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """A row being delivered. `tries` counts this attempt and fences its outcome."""

    chat_id: int
    row_id: int
    tries: int
    method: str
    parameters: Mapping[str, object]
    purpose: str = "reply"
    follow_up: Mapping[str, object] = field(default_factory=dict)
    expires_at: datetime | None = None

    @property
    def repeatable(self) -> bool:
        """Whether a second attempt does no harm."""
        return self.method not in SENDING or self.purpose == QUESTION


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """It happened; `message_id` is the new message's, when there is one."""

    message_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Failed:
    """Telegram refused for good."""

    error: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Again:
    """It did not happen, or may be repeated: another try after `wait`. `flooded`: Telegram asked for the wait."""

    wait: timedelta
    error: str
    flooded: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Plain:
    """Telegram could not read the markup: another try without it."""

    error: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Uncertain:
    """It may have happened, and must not happen twice."""

    error: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """The chat has become a supergroup with another id."""

    chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """The bot cannot reach the chat; `left` when it is out of it, else a person keeps it from writing."""

    left: bool
    error: str


Verdict: TypeAlias = "Sent | Failed | Again | Plain | Uncertain | Moved | Gone"


def right_wanting(method: str, error: str) -> str | None:
    """The right for want of which a call was refused with such an error, if that was why."""
    said = error.lower()
    if TOO_OLD in said or not any(words in said for words in FOR_WANT_OF_A_RIGHT):
        return None
    return RIGHT_FOR.get(method)
