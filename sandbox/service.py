"""Service messages as a line of text."""

from typing import TYPE_CHECKING

from sandbox.payload import child, text_of

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.payload import Json


def service_text(message: "Message") -> str:
    """What a client writes for a service message."""
    payload = message.payload
    actor = _name(child(payload, "sender_chat") or child(payload, "from"))
    if message.service == "new_chat_members":
        return _entered(payload, actor)
    if message.service == "left_chat_member":
        gone = child(payload, "left_chat_member")
        removed = gone.get("id") != child(payload, "from").get("id")
        return f"{actor} removed {_name(gone)}" if removed else f"{actor} left the group"
    if message.service == "pinned_message":
        words = text_of(child(payload, "pinned_message"), "text").split("\n")[0]
        return f'{actor} pinned "{words[:40]}"' if words else f"{actor} pinned a message"
    if message.service == "new_chat_title":
        return f'{actor} changed the group name to "{text_of(payload, "new_chat_title")}"'
    return _other(message.service, payload)


def _entered(payload: "Json", actor: str) -> str:
    member = child(payload, "new_chat_member")
    if member.get("id") == child(payload, "from").get("id"):
        return f"{actor} joined the group"
    return f"{actor} added {_name(member)}"


def _other(service: str, payload: "Json") -> str:
    topic = text_of(child(payload, "forum_topic_created"), "name")
    lines = {
        "forum_topic_created": f'The topic "{topic}" was created',
        "forum_topic_edited": "The topic was changed",
        "forum_topic_closed": "The topic was closed",
        "forum_topic_reopened": "The topic was opened again",
        "new_chat_photo": "The group photo was changed",
        "delete_chat_photo": "The group photo was removed",
        "video_chat_started": "A video chat began",
        "video_chat_ended": "The video chat ended",
        "message_auto_delete_timer_changed": "The auto-delete timer was changed",
        "boost_added": "The group was boosted",
        "migrate_to_chat_id": "The group became a supergroup",
        "migrate_from_chat_id": "The group became a supergroup",
    }
    return lines.get(service, service.replace("_", " "))


def _name(user: "Json") -> str:
    title = text_of(user, "title") or text_of(user, "first_name")
    last = text_of(user, "last_name")
    return f"{title} {last}" if last else title
