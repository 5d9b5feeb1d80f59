"""Looking at a chat and changing its face."""

from typing import TYPE_CHECKING

from sandbox.access import known_person, need, reach
from sandbox.errors import bad_request
from sandbox.membership import serve
from sandbox.methods.profiles import accepted_gifts, person_info
from sandbox.permissions import asked_permissions
from sandbox.rights import permissions_payload

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World


def get_chat(world: "World", call: "Call") -> object:
    """getChat: the ChatFullInfo object; of a person too whom the bot met without ever talking in private."""
    person = known_person(world, call)
    if person is not None:
        return person_info(world, person)
    chat = reach(world, call, write=False)
    full: Json = {**chat.payload(), "accepted_gift_types": accepted_gifts(accepted=False)}
    if chat.username:
        full["active_usernames"] = [chat.username]
    if chat.description:
        full["description"] = chat.description
    primary = next((link.url for link in chat.links.values() if link.is_primary), None)
    if primary and world.bot_member(chat).may("can_invite_users"):
        full["invite_link"] = primary
    if chat.is_group:
        full["permissions"] = permissions_payload(chat.permissions)
    if chat.kind == "supergroup":
        full["has_visible_history"] = True
    if chat.linked_chat_id is not None:
        full["linked_chat_id"] = chat.linked_chat_id
    pinned = chat.find(chat.pinned[0]) if chat.pinned else None
    if pinned is not None:
        full["pinned_message"] = pinned.payload
    full.update(max_reaction_count=11, accent_color_id=abs(chat.id) % 7)
    return full


def set_permissions(world: "World", call: "Call") -> object:
    """SetChatPermissions."""
    permissions = asked_permissions(call)
    chat = reach(world, call)
    if not chat.is_group:
        raise bad_request("can't change chat permissions in the chat")
    need(world, chat, "can_restrict_members", "not enough rights to change chat permissions")
    chat.permissions = permissions
    return True


def set_title(world: "World", call: "Call") -> object:
    """SetChatTitle."""
    title = call.text("title").strip()
    chat = _changeable(world, call, "not enough rights to change chat title")
    if not title:
        raise bad_request("title must be non-empty")
    if len(title) > 128:
        raise bad_request("CHAT_TITLE_TOO_LONG")
    if title == chat.title:
        return True
    chat.title = title
    content: Json = {"new_chat_title": title}
    serve(world, chat, world.bot, "new_chat_title", content, at=world.clock.stamp())
    return True


def set_description(world: "World", call: "Call") -> object:
    """SetChatDescription."""
    chat = _changeable(world, call, "not enough rights to set chat description")
    description = call.text("description").strip()
    if len(description) > 255:
        raise bad_request("CHAT_ABOUT_TOO_LONG")
    if description == chat.description:
        raise bad_request("chat description is not modified")
    chat.description = description
    return True


def set_photo(world: "World", call: "Call") -> object:
    """setChatPhoto: checked, and shown as a service message."""
    chat = _changeable(world, call, "not enough rights to change chat photo")
    upload = call.uploads.get("photo")
    if upload is None:
        raise bad_request("photo must be uploaded as an InputFile")
    stored = world.files.put(upload.content, name="photo.jpg", kind="photo")
    photo: Json = {"new_chat_photo": [{**stored.reference(), "width": 640, "height": 640}]}
    serve(world, chat, world.bot, "new_chat_photo", photo, at=world.clock.stamp())
    return True


def delete_photo(world: "World", call: "Call") -> object:
    """DeleteChatPhoto."""
    chat = _changeable(world, call, "not enough rights to change chat photo")
    serve(world, chat, world.bot, "delete_chat_photo", {"delete_chat_photo": True}, at=world.clock.stamp())
    return True


def chat_boosts(world: "World", call: "Call") -> object:
    """getUserChatBoosts: nobody boosts here."""
    need(world, reach(world, call), "can_manage_chat", "CHAT_ADMIN_REQUIRED")
    return {"boosts": []}


def _changeable(world: "World", call: "Call", words: str) -> "Chat":
    chat = reach(world, call)
    if chat.kind == "private":
        raise bad_request("can't change private chat")
    if not (chat.is_group and "can_change_info" in chat.permissions):
        need(world, chat, "can_change_info", words)
    return chat


METHODS: "Methods" = {
    "getChat": get_chat,
    "setChatPermissions": set_permissions,
    "setChatTitle": set_title,
    "setChatDescription": set_description,
    "setChatPhoto": set_photo,
    "deleteChatPhoto": delete_photo,
    "getUserChatBoosts": chat_boosts,
}
