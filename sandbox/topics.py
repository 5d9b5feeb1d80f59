"""Forum topics begin, change and close with a service message each."""

from typing import TYPE_CHECKING

from sandbox.membership import serve

if TYPE_CHECKING:
    from sandbox.chats import Chat, Topic
    from sandbox.payload import Json
    from sandbox.people import Person
    from sandbox.world import World


def start_topic(world: "World", chat: "Chat", topic: "Topic", *, by: "Person", at: int) -> "Topic":
    """List a topic and post the message it begins with; the message lends it its id."""
    topic.id = chat.last_message_id + 1
    chat.topics[topic.id] = topic
    tell_topic(world, chat, topic, "forum_topic_created", shape_of(topic), by=by, at=at)
    return topic


def tell_topic(
    world: "World", chat: "Chat", topic: "Topic", service: str, content: "Json", *, by: "Person", at: int
) -> int:
    """Post a service message in a topic; returns its id."""
    thread_id = topic.id if topic.id in chat.topics else None
    return serve(world, chat, by, service, {service: content}, at=at, thread_id=thread_id)


def shape_of(topic: "Topic") -> "Json":
    """The fields ForumTopic and ForumTopicCreated share."""
    shape: Json = {"name": topic.name, "icon_color": topic.icon_color}
    if topic.icon_emoji_id:
        shape["icon_custom_emoji_id"] = topic.icon_emoji_id
    return shape
