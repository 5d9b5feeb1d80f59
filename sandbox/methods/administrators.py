"""Promoting members, titles and tags."""

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.access import need, person_of, reach, supergroup_or_channel
from sandbox.errors import bad_request
from sandbox.members import Member
from sandbox.membership import change, standing
from sandbox.rights import rights_of_kind

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.methods.method import Methods
    from sandbox.world import World

_LONGEST_TITLE = 16


def promote(world: "World", call: "Call") -> object:
    """promoteChatMember: with no right given, a demotion."""
    chat = reach(world, call)
    supergroup_or_channel(chat)
    person = person_of(world, call)
    now = world.clock.stamp()
    old = standing(chat, person, now)
    if old.status == "creator":
        raise bad_request("can't demote chat owner")
    mine = need(world, chat, "can_promote_members", "not enough rights")
    if old.status == "administrator" and not old.editable_by_bot:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    if not old.present:
        raise bad_request("USER_NOT_MUTUAL_CONTACT")
    rights = frozenset(name for name in rights_of_kind(chat.kind) if call.flag(name))
    if not all(mine.may(name) for name in rights):
        raise bad_request("RIGHT_FORBIDDEN")
    anonymous = call.flag("is_anonymous")
    new = Member(person=person, tag=old.tag)
    if rights or anonymous:
        new = Member(
            person=person,
            status="administrator",
            rights=rights | {"can_manage_chat"},
            anonymous=anonymous,
            title=old.title,
            editable_by_bot=True,
        )
    change(world, chat, new, by=world.bot, at=now)
    return True


def set_title(world: "World", call: "Call") -> object:
    """SetChatAdministratorCustomTitle."""
    chat = _group(world, call)
    now = world.clock.stamp()
    member = standing(chat, person_of(world, call), now)
    if member.status == "creator":
        raise bad_request("only the owner can edit their custom title")
    if member.status != "administrator":
        raise bad_request("user is not an administrator")
    if not member.editable_by_bot:
        raise bad_request("not enough rights to change custom title of the user")
    title = _checked(call.text("custom_title"), "CUSTOM_TITLE")
    change(world, chat, replace(member, title=title), by=world.bot, at=now)
    return True


def set_tag(world: "World", call: "Call") -> object:
    """SetChatMemberTag."""
    chat = _group(world, call)
    now = world.clock.stamp()
    person = person_of(world, call)
    need(world, chat, "can_manage_tags", "CHAT_ADMIN_REQUIRED")
    member = standing(chat, person, now)
    if not member.present:
        raise bad_request("USER_NOT_PARTICIPANT")
    tag = _checked(call.text("tag"), "TAG")
    change(world, chat, replace(member, tag=tag), by=world.bot, at=now)
    return True


def _group(world: "World", call: "Call") -> "Chat":
    chat = reach(world, call)
    if not chat.is_group:
        raise bad_request("method is available only for groups and supergroups")
    return chat


def _checked(words: str, name: str) -> str:
    if len(words) > _LONGEST_TITLE:
        raise bad_request(f"{name}_INVALID")
    if any(unicodedata.category(character) == "So" for character in words):
        raise bad_request(f"{name}_EMOJI_NOT_ALLOWED")
    return words


METHODS: "Methods" = {
    "promoteChatMember": promote,
    "setChatAdministratorCustomTitle": set_title,
    "setChatMemberTag": set_tag,
}
