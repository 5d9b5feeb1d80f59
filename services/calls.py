"""Effects without words as calls of the Bot API, in the JSON form it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from domain.deliveries import NO_CHAT
from domain.effects import (
    Ban,
    BanSenderChat,
    Delete,
    Mute,
    Pin,
    Priority,
    Restrict,
    SetCommands,
    Unban,
    UnbanSenderChat,
    Unmute,
    Unpin,
    UnpinAll,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

Wordless: TypeAlias = (
    "Delete | Mute | Restrict | Unmute | Ban | Unban | BanSenderChat | UnbanSenderChat | Pin"
    " | Unpin | UnpinAll | SetCommands"
)

# Telegram deletes at most so many at once, and none older than two days.
DELETED_AT_ONCE = 100
DELETABLE_FOR = timedelta(hours=48)
# ChatPermissions, all of them: what is left out would count as forbidden.
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
WORDS_ONLY = frozenset({"can_send_messages", "can_react_to_messages", "can_invite_users"})


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


def about_member(effect: Mute | Restrict | Unmute | Ban | Unban) -> Call:
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
    priority = effect.priority if isinstance(effect, Ban) else Priority.MODERATION
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
