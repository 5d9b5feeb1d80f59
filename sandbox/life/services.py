"""An export's service records as the fields of service messages, and who came or went with them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.life.identities import Identities
from sandbox.life.markup import plain
from sandbox.payload import Json

_TOPIC_COLOR = 0x6FB9F0


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """The fields of a service message, and the people who came in or went out."""

    content: Json
    came: list[Json] = field(default_factory=list)
    went: list[Json] = field(default_factory=list)


def event_of(record: Json, identities: Identities) -> Event | None:
    """What a service record tells, or None when Telegram tells a bot nothing of the kind."""
    builder = _BUILDERS.get(str(record.get("action")))
    return None if builder is None else builder(record, identities)


def _joined(record: Json, identities: Identities) -> Event | None:
    actor = _actor(record, identities)
    return Event(content={"new_chat_members": [actor]}, came=[actor]) if actor else None


def _invited(record: Json, identities: Identities) -> Event | None:
    return _joined(record, identities) if _concerns_only_actor(record) else None


def _removed(record: Json, identities: Identities) -> Event | None:
    actor = _actor(record, identities)
    if actor is None or not _concerns_only_actor(record):
        return None
    return Event(content={"left_chat_member": actor}, went=[actor])


def _actor(record: Json, identities: Identities) -> Json | None:
    _, fields = identities.sender(record)
    actor = fields.get("from")
    return actor if isinstance(actor, dict) else None


def _concerns_only_actor(record: Json) -> bool:
    """The export names members without ids, so nothing can be told of others than the actor."""
    return record.get("members") == [record.get("actor")]


def _topic(record: Json, _: Identities) -> Event:
    name = plain(record.get("title"))
    return Event(content={"forum_topic_created": {"name": name, "icon_color": _TOPIC_COLOR}})


def _topic_edited(record: Json, _: Identities) -> Event:
    title = plain(record.get("new_title"))
    return Event(content={"forum_topic_edited": {"name": title} if title else {}})


def _titled(record: Json, _: Identities) -> Event:
    return Event(content={"new_chat_title": plain(record.get("title"))})


def _pinned(record: Json, identities: Identities) -> Event | None:
    message_id = record.get("message_id")
    if not isinstance(message_id, int):
        return None
    return Event(content={"pinned_message": {"chat": identities.chat, "message_id": message_id, "date": 0}})


def _boosted(record: Json, _: Identities) -> Event:
    return Event(content={"boost_added": {"boost_count": record.get("boosts") or 1}})


_BUILDERS: dict[str, Callable[[Json, Identities], Event | None]] = {
    "invite_members": _invited,
    "remove_members": _removed,
    "join_group_by_link": _joined,
    "join_group_by_request": _joined,
    "topic_created": _topic,
    "topic_edit": _topic_edited,
    "edit_group_title": _titled,
    "pin_message": _pinned,
    "boost_apply": _boosted,
    "create_group": lambda _record, _identities: Event(content={"group_chat_created": True}),
    "create_supergroup": lambda _record, _identities: Event(content={"supergroup_chat_created": True}),
}
