"""Chats come into being and change; people come to exist."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.acts import CloseTopic, Meet, Migrate, OpenChat, OpenTopic, Outcome, Privacy, ReopenTopic, Retitle
from sandbox.chats import Chat, Topic
from sandbox.doings.doing import present_member, require, resolve, row
from sandbox.errors import Refused
from sandbox.members import Member
from sandbox.membership import serve
from sandbox.people import ANONYMOUS_ADMIN_ID, Person
from sandbox.posting import Author, Draft, post
from sandbox.private import private_chat
from sandbox.rights import ALL_RIGHTS
from sandbox.topics import start_topic, tell_topic

if TYPE_CHECKING:
    from sandbox.world import World


def meet(world: "World", act: Meet) -> Outcome:
    """A person exists; whoever was known by the id looks like this from now on."""
    person = Person(
        id=act.person_id,
        first_name=act.first_name,
        last_name=act.last_name,
        username=act.username,
        language=act.language,
        is_bot=act.is_bot,
        is_premium=act.is_premium,
        bio=act.bio,
        personal_chat_id=act.personal_chat_id,
        photos=act.photos,
    )
    if person.id in world.people:
        _rename(world, person)
    world.people[person.id] = person
    return Outcome()


def _rename(world: "World", person: Person) -> None:
    """Every chat knows somebody as they look now."""
    for chat in world.chats.values():
        member = chat.members.get(person.id)
        if member is not None:
            chat.members[person.id] = replace(member, person=person)
        if chat.id == person.id:
            chat.partner, chat.title = person, person.name


def open_chat(world: "World", act: OpenChat) -> Outcome:
    """A group or channel with its creator; a private chat is opened by Start instead."""
    if act.kind == "private":
        private_chat(world, act.creator_id)
        return Outcome()
    if act.chat_id in world.chats:
        raise Refused("the chat exists already")
    if act.chat_id >= 0:
        raise Refused("groups and channels have negative ids")
    creator = world.person(act.creator_id)
    chat = Chat(
        id=act.chat_id,
        kind=act.kind,
        title=act.title or f"Chat {act.chat_id}",
        creator_id=act.creator_id,
        username=act.username,
        forum=act.forum,
        language=act.language,
        linked_chat_id=act.linked_chat_id,
    )
    chat.members[creator.id] = Member(person=creator, status="creator", rights=ALL_RIGHTS)
    world.chats[chat.id] = chat
    linked = world.chats.get(act.linked_chat_id) if act.linked_chat_id is not None else None
    if linked is not None:
        linked.linked_chat_id = chat.id
    return Outcome()


def retitle(world: "World", act: Retitle) -> Outcome:
    """Somebody gives the chat another title."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.person_id, "can_change_info", at)
    chat.title = act.title
    by = world.person(act.person_id)
    return Outcome(message_id=serve(world, chat, by, "new_chat_title", {"new_chat_title": act.title}, at=at))


def open_topic(world: "World", act: OpenTopic) -> Outcome:
    """Somebody opens a topic; the message that opens it lends it its id."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    if not chat.forum:
        raise Refused("the chat is not a forum")
    member = present_member(world, chat, act.person_id, at)
    if not (member.may("can_manage_topics") or "can_manage_topics" in chat.permissions):
        raise Refused(f"{member.person.name} may not open topics")
    topic = start_topic(world, chat, Topic(id=0, name=act.title), by=member.person, at=at)
    if act.name is not None:
        world.names[act.name] = (chat.id, topic.id)
    return Outcome(message_id=topic.id)


def close_topic(world: "World", act: CloseTopic) -> Outcome:
    """Somebody closes a topic."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    topic = chat.topics.get(resolve(world, chat, act.thread_id))
    if topic is None:
        raise Refused("topic not found")
    require(world, chat, act.person_id, "can_manage_topics", at)
    topic.closed = True
    by = world.person(act.person_id)
    return Outcome(message_id=tell_topic(world, chat, topic, "forum_topic_closed", {}, by=by, at=at))


def reopen_topic(world: "World", act: ReopenTopic) -> Outcome:
    """Somebody opens a closed topic again."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    topic = chat.topics.get(resolve(world, chat, act.thread_id))
    if topic is None or not topic.closed:
        raise Refused("no such closed topic")
    require(world, chat, act.person_id, "can_manage_topics", at)
    topic.closed = False
    by = world.person(act.person_id)
    return Outcome(message_id=tell_topic(world, chat, topic, "forum_topic_reopened", {}, by=by, at=at))


def migrate(world: "World", act: Migrate) -> Outcome:
    """A basic group becomes a supergroup with the same people."""
    old = world.chat(act.chat_id)
    if old.kind != "group" or old.migrated_to is not None:
        raise Refused("only a basic group becomes a supergroup, and once only")
    at = world.clock.stamp(act.at)
    new = Chat(
        id=act.new_chat_id,
        kind="supergroup",
        title=old.title,
        creator_id=old.creator_id,
        language=old.language,
        description=old.description,
        permissions=old.permissions,
        members=dict(old.members),
    )
    world.chats[new.id] = new
    creator = world.person(old.creator_id)
    serve(world, old, creator, "migrate_to_chat_id", {"migrate_to_chat_id": new.id}, at=at)
    old.migrated_to = new.id
    author = Author(person=world.people[ANONYMOUS_ADMIN_ID], true_id=creator.id, chat=new)
    content: dict[str, object] = {"migrate_from_chat_id": old.id}
    post(
        world,
        new,
        Draft(author=author, at=at, content=content, kind="service", service="migrate_from_chat_id"),
    )
    return Outcome()


def privacy(world: "World", act: Privacy) -> Outcome:
    """The owner switches privacy mode."""
    world.reads_all = not act.enabled
    return Outcome()


ROWS = (
    row(Meet, meet),
    row(OpenChat, open_chat),
    row(Retitle, retitle),
    row(OpenTopic, open_topic),
    row(CloseTopic, close_topic),
    row(ReopenTopic, reopen_topic),
    row(Migrate, migrate),
    row(Privacy, privacy),
)
