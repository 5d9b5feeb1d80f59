"""What services want done in Telegram; written as outbox rows and performed by the one dispatcher."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from domain.phrases import Phrase, Text
    from domain.roles import Role


class Priority(IntEnum):
    """Classes of the dispatcher; a lower number goes first."""

    MODERATION = 0
    REPLY = 1
    POST = 2
    DIGEST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button that calls back: `action` names an entry of the button catalog, `arguments` are its JSON values.

    Stored as a row; Telegram carries only the row's random id. Every press is authorised anew for
    `permission` in `chat_id` (None: the chat the message stands in). `presser_id` limits it to one person.
    """

    label: Phrase
    action: str
    arguments: Mapping[str, str | int | bool | None] = field(default_factory=dict)
    permission: Role
    chat_id: int | None = None
    presser_id: int | None = None
    single_use: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkButton:
    """A button that opens an address."""

    label: Phrase
    url: str


Keyboard: TypeAlias = "tuple[tuple[Button | LinkButton, ...], ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Send:
    """A message. `key` makes it unique for ever (a second row with the same key is not written).

    Posted at most once: when Telegram's answer is lost the row becomes uncertain and managers are asked.
    `expires_after` drops it when it could not be sent in time; `delete_after` deletes it again once sent.
    `language` is the chat's (a person's own in private chat) when None. `purpose` names what managers see.
    `receiver_id` alone sees it in the group, where the server can do that. `otherwise` is sent when Telegram refuses
    this one for good, never both.
    """

    chat_id: int
    text: Text
    priority: Priority = Priority.REPLY
    thread_id: int | None = None
    reply_to: int | None = None
    keyboard: Keyboard = ()
    language: str | None = None
    key: str | None = None
    purpose: str = "reply"
    silent: bool = False
    pin: bool = False
    expires_after: timedelta | None = None
    delete_after: timedelta | None = None
    receiver_id: int | None = None
    otherwise: Send | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """New text and keyboard for a message of the bot."""

    chat_id: int
    message_id: int
    text: Text
    keyboard: Keyboard = ()
    language: str | None = None
    priority: Priority = Priority.REPLY


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """The answer to a button press; worthless after 150 seconds. `url` opens the bot in private, by a deep link."""

    chat_id: int
    query_id: str
    text: Phrase | None = None
    alert: bool = False
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Delete:
    """Removal of up to 100 messages; those already gone count as removed."""

    chat_id: int
    message_ids: tuple[int, ...]
    priority: Priority = Priority.MODERATION


@dataclass(frozen=True, kw_only=True, slots=True)
class Mute:
    """No right to send anything; `until` None is for ever (Telegram: under 30 s or over 366 d is for ever)."""

    chat_id: int
    user_id: int
    until: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Restrict:
    """Words only: no media, stickers, polls, link previews; `until` as for Mute."""

    chat_id: int
    user_id: int
    until: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Unmute:
    """The right to send, as the chat's default permissions give it."""

    chat_id: int
    user_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Ban:
    """Removal from the chat until a time, or for ever."""

    chat_id: int
    user_id: int
    until: datetime | None
    priority: Priority = Priority.MODERATION


@dataclass(frozen=True, kw_only=True, slots=True)
class Unban:
    """Leave to come back; a Ban followed by an Unban is a kick."""

    chat_id: int
    user_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class BanSenderChat:
    """A channel may no longer write in the chat in its own name."""

    chat_id: int
    sender_chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UnbanSenderChat:
    """A channel may write in the chat again."""

    chat_id: int
    sender_chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """A message at the top of the chat; `loud` notifies everybody."""

    chat_id: int
    message_id: int
    loud: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Unpin:
    """A message no longer at the top of the chat."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UnpinAll:
    """Nothing at the top of the chat any more."""

    chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SetCommands:
    """BotFather's menu for one scope and language, as Telegram's setMyCommands takes it."""

    scope: Mapping[str, str | int]
    language: str
    commands: tuple[tuple[str, str], ...]


Effect: TypeAlias = (
    "Send | Edit | Answer | Delete | Mute | Restrict | Unmute | Ban | Unban | BanSenderChat | UnbanSenderChat | Pin"
    " | Unpin | UnpinAll | SetCommands"
)
