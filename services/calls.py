"""Effects without words as calls of the Bot API, in the JSON form it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from domain.deliveries import NO_CHAT
from domain.effects import (
    Approve,
    Ban,
    BanSenderChat,
    Decline,
    Delete,
    Mute,
    Pin,
    Priority,
    Restrict,
    SetCommands,
    SetPermissions,
    Unban,
    UnbanSenderChat,
    Unmute,
    Unpin,
    UnpinAll,
)
from domain.permissions import PERMISSIONS, WORDS_ONLY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

Wordless: TypeAlias = (
    "Delete | Mute | Restrict | Unmute | Ban | Unban | BanSenderChat | UnbanSenderChat | Pin | Approve | Decline"
    " | Unpin | UnpinAll | SetPermissions | SetCommands"
)

# Telegram deletes at most so many at once, and none older than two days.
DELETED_AT_ONCE = 100
DELETABLE_FOR = timedelta(hours=48)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call of the Bot API, worthless after `expires_at`."""

    chat_id: int
    method: str
    parameters: Mapping[str, object]
    priority: Priority = Priority.MODERATION
    expires_at: datetime | None = None


def calls_of(effect: Wordless, *, now: datetime) -> list[Call]:
    """The calls that bring the effect about, in order."""
    match effect:
        case Delete():
            return deletion(effect, now=now)
        case Pin() | Unpin() | UnpinAll():
            return [pinning(effect)]
        case SetCommands():
            return [menu(effect)]
        case BanSenderChat() | UnbanSenderChat():
            method = "banChatSenderChat" if isinstance(effect, BanSenderChat) else "unbanChatSenderChat"
            parameters = {"chat_id": effect.chat_id, "sender_chat_id": effect.sender_chat_id}
            return [Call(chat_id=effect.chat_id, method=method, parameters=parameters)]
        case SetPermissions():
            allowed = {"chat_id": effect.chat_id} | permissions(effect.allowed)
            return [Call(chat_id=effect.chat_id, method="setChatPermissions", parameters=allowed)]
        case _:
            return [about_member(effect)]


def pinning(effect: Pin | Unpin | UnpinAll) -> Call:
    """What stands at the top of a chat."""
    parameters: dict[str, object] = {"chat_id": effect.chat_id}
    method = "unpinAllChatMessages"
    match effect:
        case Pin():
            method = "pinChatMessage"
            parameters |= {"message_id": effect.message_id, "disable_notification": not effect.loud}
        case Unpin():
            method = "unpinChatMessage"
            parameters["message_id"] = effect.message_id
    return Call(chat_id=effect.chat_id, method=method, parameters=parameters, priority=Priority.POST)


def about_member(effect: Mute | Restrict | Unmute | Ban | Unban | Approve | Decline) -> Call:
    """A member's rights. An end that has come makes the call worthless."""
    parameters: dict[str, object] = {"chat_id": effect.chat_id, "user_id": effect.user_id}
    until = effect.until if isinstance(effect, Mute | Restrict | Ban) else None
    if until is not None:
        parameters["until_date"] = int(until.timestamp())
    method = "restrictChatMember"
    match effect:
        case Mute() | Unmute():
            parameters |= permissions(PERMISSIONS if isinstance(effect, Unmute) else ())
        case Restrict():
            parameters |= permissions(WORDS_ONLY)
        case Ban():
            method = "banChatMember"
        case Unban():
            method = "unbanChatMember"
            parameters["only_if_banned"] = True
        case Approve() | Decline():
            method = "approveChatJoinRequest" if isinstance(effect, Approve) else "declineChatJoinRequest"
    priority = effect.priority if isinstance(effect, Ban | Unban) else Priority.MODERATION
    return Call(chat_id=effect.chat_id, method=method, parameters=parameters, priority=priority, expires_at=until)


def permissions(allowed: Collection[str]) -> dict[str, object]:
    """What a restricted member may do, each right by itself."""
    return {
        "permissions": {name: name in allowed for name in PERMISSIONS},
        "use_independent_chat_permissions": True,
    }


def deletion(effect: Delete, *, now: datetime) -> list[Call]:
    """Removal of any number of messages, up to a hundred with one call."""
    ids = effect.message_ids
    calls = []
    for start in range(0, len(ids), DELETED_AT_ONCE):
        some = ids[start : start + DELETED_AT_ONCE]
        only = {"message_id": some[0]} if len(some) == 1 else {"message_ids": list(some)}
        calls.append(
            Call(
                chat_id=effect.chat_id,
                method="deleteMessage" if len(some) == 1 else "deleteMessages",
                parameters={"chat_id": effect.chat_id, **only},
                priority=effect.priority,
                expires_at=now + DELETABLE_FOR,
            )
        )
    return calls


def menu(effect: SetCommands) -> Call:
    """The menu of commands of one scope and language; the empty language is every other."""
    commands = [{"command": name, "description": description} for name, description in effect.commands]
    parameters: dict[str, object] = {"commands": commands, "scope": dict(effect.scope)}
    if effect.language:
        parameters["language_code"] = effect.language
    chat_id = effect.scope.get("chat_id", NO_CHAT)
    return Call(
        chat_id=chat_id if isinstance(chat_id, int) else NO_CHAT,
        method="setMyCommands",
        parameters=parameters,
        priority=Priority.DIGEST,
    )
