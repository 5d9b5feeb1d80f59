"""Telegram's own lines about what happened in a group, read a second time: talk costs nothing for them."""

from datetime import UTC, datetime

import msgspec
from msgspec import UNSET, Struct

from bot.telegram_shapes import Chat, Present
from domain.cleaning import ServiceKind
from services.cleaning import ServiceLine


class Pinned(Struct, frozen=True):
    """The message that was pinned."""

    message_id: int


class Line(Struct, frozen=True):
    """Message, as far as it says what happened."""

    message_id: int
    date: int
    chat: Chat
    pinned_message: Pinned | None = None
    new_chat_members: Present = UNSET
    left_chat_member: Present = UNSET
    new_chat_title: Present = UNSET
    new_chat_photo: Present = UNSET
    delete_chat_photo: Present = UNSET
    video_chat_scheduled: Present = UNSET
    video_chat_started: Present = UNSET
    video_chat_ended: Present = UNSET
    video_chat_participants_invited: Present = UNSET
    boost_added: Present = UNSET
    forum_topic_created: Present = UNSET
    forum_topic_edited: Present = UNSET
    forum_topic_closed: Present = UNSET
    forum_topic_reopened: Present = UNSET
    general_forum_topic_hidden: Present = UNSET
    general_forum_topic_unhidden: Present = UNSET
    migrate_to_chat_id: Present = UNSET
    migrate_from_chat_id: Present = UNSET
    message_auto_delete_timer_changed: Present = UNSET
    chat_background_set: Present = UNSET
    proximity_alert_triggered: Present = UNSET
    write_access_allowed: Present = UNSET
    giveaway_created: Present = UNSET
    giveaway_completed: Present = UNSET
    checklist_tasks_done: Present = UNSET
    checklist_tasks_added: Present = UNSET
    paid_message_price_changed: Present = UNSET
    direct_message_price_changed: Present = UNSET
    suggested_post_approved: Present = UNSET


class Lined(Struct, frozen=True):
    """Update."""

    message: Line | None = None


# The beginning of a topic is its root: without it the topic is gone.
KEPT = ("migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created")
KINDS: dict[str, ServiceKind] = {
    "new_chat_members": "join",
    "left_chat_member": "leave",
    "pinned_message": "pin",
    "new_chat_title": "title",
    "new_chat_photo": "photo",
    "delete_chat_photo": "photo",
    "video_chat_scheduled": "video_chat",
    "video_chat_started": "video_chat",
    "video_chat_ended": "video_chat",
    "video_chat_participants_invited": "video_chat",
    "boost_added": "boost",
    "forum_topic_edited": "topic",
    "forum_topic_closed": "topic",
    "forum_topic_reopened": "topic",
    "general_forum_topic_hidden": "topic",
    "general_forum_topic_unhidden": "topic",
}
FIELDS = tuple(name for name in Line.__struct_fields__ if name not in {"message_id", "date", "chat", *KEPT})


def is_there(value: object) -> bool:
    """Whether a field was given."""
    return value is not UNSET and value is not None


decoder = msgspec.json.Decoder(Lined)


def service_line(raw: bytes) -> ServiceLine | None:
    """What happened, by kind; None for what must stay, and for what nobody here has a name for."""
    line = decoder.decode(raw).message
    if line is None or any(getattr(line, name) is not UNSET for name in KEPT):
        return None
    found = next((name for name in FIELDS if is_there(getattr(line, name))), None)
    if found is None:
        return None
    return ServiceLine(
        chat_id=line.chat.id,
        message_id=line.message_id,
        at=datetime.fromtimestamp(line.date, UTC),
        kind=KINDS.get(found, "other"),
        pinned=None if line.pinned_message is None else line.pinned_message.message_id,
    )
