"""The permissions a call asks for, with Telegram's implications."""

from typing import TYPE_CHECKING

from sandbox.errors import bad_request
from sandbox.rights import MEDIA_PERMISSIONS, PERMISSIONS

if TYPE_CHECKING:
    from sandbox.calling import Call

_FOLLOWS = {
    "can_manage_topics": "can_pin_messages",
    "can_edit_tag": "can_pin_messages",
    "can_react_to_messages": "can_send_messages",
}
_LEGACY = (
    "can_send_messages",
    "can_send_media_messages",
    "can_send_other_messages",
    "can_add_web_page_previews",
)


def asked_permissions(call: "Call") -> frozenset[str]:
    """The permissions of a call, as restrictChatMember and setChatPermissions understand them."""
    asked = call.mapping("permissions", "permissions")
    if asked is None:
        # The old way: permissions as arguments of their own, each false when missing.
        asked = {name: call.flag(name) for name in _LEGACY if call.has(name)}
    for name in PERMISSIONS:
        if name in asked and not isinstance(asked[name], bool):
            raise bad_request(f'can\'t parse chat permissions: Field "{name}" must be of type Boolean')
    held = {name for name in PERMISSIONS if asked.get(name)}
    independent = call.flag("use_independent_chat_permissions")
    if not any(name in asked for name in MEDIA_PERMISSIONS) and asked.get("can_send_media_messages"):
        held |= {*MEDIA_PERMISSIONS} if independent else {*MEDIA_PERMISSIONS, "can_send_messages"}
    held |= {name for name, source in _FOLLOWS.items() if name not in asked and source in held}
    if not independent:
        held |= _implied(held)
    return frozenset(held)


def _implied(held: set[str]) -> set[str]:
    if held & {"can_send_other_messages", "can_add_web_page_previews"}:
        return {*MEDIA_PERMISSIONS, "can_send_messages"}
    return {"can_send_messages"} if "can_send_polls" in held else set()
