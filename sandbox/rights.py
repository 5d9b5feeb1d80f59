"""What administrators may do and what members may do, by Telegram's names."""

from collections.abc import Iterable

from sandbox.acts import ChatKind
from sandbox.payload import Json

_EVERYWHERE = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_CHANNEL = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
_GROUP = ("can_pin_messages", "can_manage_tags")
_SUPERGROUP = (*_GROUP, "can_manage_topics")

ALL_RIGHTS = frozenset((*_EVERYWHERE, *_CHANNEL, *_SUPERGROUP))

MEDIA_PERMISSIONS = (
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
)
PERMISSIONS = (
    "can_send_messages",
    *MEDIA_PERMISSIONS,
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
ALL_PERMISSIONS = frozenset(PERMISSIONS)
# A new group lets members talk and invite, and keeps its title, pins and topics to administrators.
USUAL_PERMISSIONS = ALL_PERMISSIONS - {"can_change_info", "can_pin_messages", "can_manage_topics"}

_NEEDED = {
    "text": "can_send_messages",
    "contact": "can_send_messages",
    "location": "can_send_messages",
    "photo": "can_send_photos",
    "video": "can_send_videos",
    "video_note": "can_send_video_notes",
    "voice": "can_send_voice_notes",
    "audio": "can_send_audios",
    "document": "can_send_documents",
    "poll": "can_send_polls",
    "sticker": "can_send_other_messages",
    "animation": "can_send_other_messages",
    "dice": "can_send_other_messages",
    "game": "can_send_other_messages",
    "venue": "can_send_messages",
    "invoice": "can_send_messages",
    "giveaway": "can_send_messages",
    "checklist": "can_send_polls",
    "story": "can_send_photos",
    "paid_media": "can_send_photos",
}


def permission_for(kind: str) -> str:
    """The member permission a kind of message needs."""
    return _NEEDED[kind]


def rights_of_kind(kind: ChatKind) -> tuple[str, ...]:
    """The administrator rights a kind of chat knows."""
    extra = {"channel": _CHANNEL, "group": _GROUP, "supergroup": _SUPERGROUP, "private": ()}
    return (*_EVERYWHERE, *extra[kind])


def rights_payload(rights: Iterable[str], kind: ChatKind, *, anonymous: bool) -> Json:
    """The rights as Telegram lists them for a kind of chat."""
    held = frozenset(rights)
    payload: Json = {name: name in held for name in rights_of_kind(kind)}
    payload["is_anonymous"] = anonymous
    return payload


def permissions_payload(permissions: Iterable[str]) -> Json:
    """The ChatPermissions object."""
    held = frozenset(permissions)
    return {name: name in held for name in PERMISSIONS}
