"""What plain members may do, by Telegram's names, and what a closed chat leaves of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Closes: TypeAlias = Literal["everything", "media"]

# ChatPermissions, all of them: what is left out of a call would count as forbidden.
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
# What a chat that takes words only keeps besides, as far as it had it.
NO_MEDIA = WORDS_ONLY | {"can_edit_tag", "can_change_info", "can_pin_messages", "can_manage_topics"}


def closed(usual: frozenset[str], closes: Iterable[Closes]) -> frozenset[str]:
    """What is left of a chat's usual permissions while it is closed for these reasons together."""
    reasons = frozenset(closes)
    if "everything" in reasons:
        return frozenset()
    return usual & NO_MEDIA if "media" in reasons else usual
