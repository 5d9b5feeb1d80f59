"""The bot's menus: commands per scope and language, the menu button, rights it asks for."""

import re
from typing import TYPE_CHECKING

from sandbox.errors import bad_request
from sandbox.payload import Json
from sandbox.rights import ALL_RIGHTS, rights_of_kind

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.world import World

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def set_commands(world: "World", call: "Call") -> object:
    """SetMyCommands."""
    commands = _commands(call)
    world.profile.commands[_place(world, call)] = commands
    return True


def get_commands(world: "World", call: "Call") -> object:
    """getMyCommands: exactly what was set for the scope and language."""
    return world.profile.commands.get(_place(world, call), [])


def delete_commands(world: "World", call: "Call") -> object:
    """DeleteMyCommands."""
    world.profile.commands.pop(_place(world, call), None)
    return True


def _commands(call: "Call") -> list[Json]:
    items = call.items("commands", "BotCommand")
    if items is None:
        raise bad_request("can't parse commands JSON object")
    if len(items) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(item) for item in items]


def _command(item: object) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(item.get("command", "")).removeprefix("/")
    words = str(item.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(words) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": words}


def _place(world: "World", call: "Call") -> tuple[str, str]:
    language = call.text("language_code")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    scope = call.mapping("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type")
    if kind in _PLAIN_SCOPES:
        return str(kind), language
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = scope.get("chat_id")
    if not isinstance(chat_id, int) or chat_id not in world.chats:
        raise bad_request("chat not found")
    place = f"{kind}:{chat_id}"
    if kind == "chat_member":
        place = f"{place}:{scope.get('user_id')}"
    return place, language


def set_menu_button(world: "World", call: "Call") -> object:
    """SetChatMenuButton."""
    button = call.mapping("menu_button", "MenuButton") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.profile.menu_buttons[call.integer("chat_id")] = button
    return True


def get_menu_button(world: "World", call: "Call") -> object:
    """GetChatMenuButton."""
    buttons = world.profile.menu_buttons
    return buttons.get(call.integer("chat_id")) or buttons.get(0) or {"type": "commands"}


def set_default_rights(world: "World", call: "Call") -> object:
    """SetMyDefaultAdministratorRights."""
    rights = call.mapping("rights", "ChatAdministratorRights") or {}
    world.profile.rights[call.flag("for_channels")] = {name: bool(rights.get(name)) for name in ALL_RIGHTS}
    world.profile.rights[call.flag("for_channels")]["is_anonymous"] = bool(rights.get("is_anonymous"))
    return True


def get_default_rights(world: "World", call: "Call") -> object:
    """GetMyDefaultAdministratorRights."""
    channels = call.flag("for_channels")
    kept = world.profile.rights.get(channels, {})
    names = rights_of_kind("channel" if channels else "supergroup")
    return {name: bool(kept.get(name)) for name in (*names, "is_anonymous")}


METHODS: "Methods" = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
    "setMyDefaultAdministratorRights": set_default_rights,
    "getMyDefaultAdministratorRights": get_default_rights,
}
