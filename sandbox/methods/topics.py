"""Forum topics."""

from typing import TYPE_CHECKING

from sandbox.access import need, reach
from sandbox.chats import Topic
from sandbox.errors import bad_request
from sandbox.posting import face, record
from sandbox.topics import shape_of, start_topic, tell_topic

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.methods.method import Method, Methods
    from sandbox.payload import Json
    from sandbox.world import World

_COLORS = frozenset({0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})


def create(world: "World", call: "Call") -> object:
    """CreateForumTopic."""
    chat = _forum(world, call, "can_manage_topics", "not enough rights to create a topic")
    color = call.integer("icon_color", 0x6FB9F0)
    if color not in _COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = Topic(id=0, name=_name(call), icon_color=color, icon_emoji_id=call.text("icon_custom_emoji_id"))
    start_topic(world, chat, topic, by=world.bot, at=world.clock.stamp())
    return {"message_thread_id": topic.id, **shape_of(topic)}


def edit(world: "World", call: "Call") -> object:
    """EditForumTopic."""
    chat, topic = _topic(world, call)
    changed: Json = {}
    if call.text("name"):
        changed["name"] = topic.name = _name(call)
    if call.has("icon_custom_emoji_id"):
        changed["icon_custom_emoji_id"] = topic.icon_emoji_id = call.text("icon_custom_emoji_id")
    if not changed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    tell_topic(world, chat, topic, "forum_topic_edited", changed, by=world.bot, at=world.clock.stamp())
    return True


def delete(world: "World", call: "Call") -> object:
    """deleteForumTopic: the topic and all its messages."""
    chat = _forum(world, call, "can_delete_messages", "not enough rights to delete a topic")
    topic = _found(chat, call)
    now = world.clock.stamp()
    for message in chat.messages.values():
        if message.thread_id == topic.id and not message.deleted:
            message.deleted = True
            record(world, chat, "delete", message=message, sender=face(world.bot), at=now)
    del chat.topics[topic.id]
    return True


def _switch(service: str, field: str, *, value: bool, general: bool = False) -> "Method":
    def method(world: "World", call: "Call") -> object:
        chat, topic = _general(world, call) if general else _topic(world, call)
        if getattr(topic, field) == value:
            raise bad_request("TOPIC_NOT_MODIFIED")
        setattr(topic, field, value)
        tell_topic(world, chat, topic, service, {}, by=world.bot, at=world.clock.stamp())
        return True

    return method


def edit_general(world: "World", call: "Call") -> object:
    """EditGeneralForumTopic."""
    chat, topic = _general(world, call)
    topic.name = _name(call)
    content: Json = {"name": topic.name}
    tell_topic(world, chat, topic, "forum_topic_edited", content, by=world.bot, at=world.clock.stamp())
    return True


def icon_stickers(_world: "World", _call: "Call") -> object:
    """getForumTopicIconStickers: the sandbox has none."""
    return []


def _forum(world: "World", call: "Call", right: str, words: str) -> "Chat":
    chat = reach(world, call)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    need(world, chat, right, words)
    return chat


def _topic(world: "World", call: "Call") -> "tuple[Chat, Topic]":
    chat = _forum(world, call, "can_manage_topics", "not enough rights to edit the topic")
    return chat, _found(chat, call)


def _found(chat: "Chat", call: "Call") -> Topic:
    topic = chat.topics.get(call.integer("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _general(world: "World", call: "Call") -> "tuple[Chat, Topic]":
    chat = _forum(world, call, "can_manage_topics", "not enough rights to edit the topic")
    return chat, chat.general


def _name(call: "Call") -> str:
    name = call.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    return name


METHODS: "Methods" = {
    "createForumTopic": create,
    "editForumTopic": edit,
    "deleteForumTopic": delete,
    "closeForumTopic": _switch("forum_topic_closed", "closed", value=True),
    "reopenForumTopic": _switch("forum_topic_reopened", "closed", value=False),
    "editGeneralForumTopic": edit_general,
    "closeGeneralForumTopic": _switch("forum_topic_closed", "closed", value=True, general=True),
    "reopenGeneralForumTopic": _switch("forum_topic_reopened", "closed", value=False, general=True),
    "hideGeneralForumTopic": _switch("general_forum_topic_hidden", "hidden", value=True, general=True),
    "unhideGeneralForumTopic": _switch("general_forum_topic_unhidden", "hidden", value=False, general=True),
    "getForumTopicIconStickers": icon_stickers,
}
