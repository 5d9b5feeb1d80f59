"""People write, change, delete and pin messages."""

from typing import TYPE_CHECKING

from sandbox.acts import Edit, Erase, Outcome, Pin, Ref, Say
from sandbox.chats import GENERAL_TOPIC_ID, Chat
from sandbox.content import formatted, said
from sandbox.doings.doing import message_of, present_member, require, resolve, row
from sandbox.errors import Refused
from sandbox.forwarding import automatic_forward
from sandbox.membership import serve
from sandbox.people import ANONYMOUS_ADMIN_ID, CHANNEL_SENDER_ID
from sandbox.posting import Author, Draft, author_of, post, record, tell_edited
from sandbox.private import private_chat
from sandbox.rights import permission_for

if TYPE_CHECKING:
    from sandbox.members import Member
    from sandbox.world import World


def say(world: "World", act: Say) -> Outcome:
    """A person sends a message, as themselves, as the group, or as a channel of theirs."""
    chat = _place(world, act)
    at = world.clock.stamp(act.at)
    member = _speaker(world, chat, act, at)
    thread_id = _thread(world, chat, act.thread_id, member)
    reply_to = None if act.reply_to is None else resolve(world, chat, act.reply_to)
    content = said(world, chat, act, None if reply_to is None else chat.find(reply_to))
    poll = content.get("poll")
    poll_id = str(poll["id"]) if isinstance(poll, dict) else None
    draft = Draft(
        author=_author(world, chat, act, member),
        at=at,
        content=content,
        kind=act.kind,
        reply_to=reply_to,
        thread_id=thread_id,
        poll_id=poll_id,
    )
    message = post(world, chat, draft)
    if poll_id is not None:
        world.polls[poll_id].message_id = message.id
    if act.name is not None:
        world.names[act.name] = (chat.id, message.id)
    if chat.kind == "channel":
        automatic_forward(world, chat, message)
    return Outcome(message_id=message.id)


def edit(world: "World", act: Edit) -> Outcome:
    """An author changes what they wrote; administrators of a channel change its posts."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    message = message_of(world, chat, act.message)
    if message.service:
        raise Refused("a service message is not edited")
    if message.author_id != act.person_id:
        if chat.kind != "channel":
            raise Refused("only the author edits a message")
        require(world, chat, act.person_id, "can_edit_messages", at)
    text, entities = formatted(world, act.text, html=act.html)
    field = "text" if "text" in message.payload else "caption"
    names = {"text": "entities", "caption": "caption_entities"}
    changed = {**message.payload, field: text, "edit_date": at}
    changed.pop(names[field], None)
    if entities:
        changed[names[field]] = entities
    message.payload = changed
    tell_edited(world, chat, message, at)
    return Outcome(message_id=message.id)


def erase(world: "World", act: Erase) -> Outcome:
    """A person deletes a message."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    message = message_of(world, chat, act.message)
    if message.author_id != act.person_id and chat.kind != "private":
        require(world, chat, act.person_id, "can_delete_messages", at)
    message.deleted = True
    record(world, chat, "delete", message=message, at=at)
    return Outcome(message_id=message.id)


def pin(world: "World", act: Pin) -> Outcome:
    """An administrator pins a message."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    message = message_of(world, chat, act.message)
    if chat.kind != "private":
        member = present_member(world, chat, act.person_id, at)
        if not member.may("can_pin_messages") and "can_pin_messages" not in chat.permissions:
            raise Refused(f"{member.person.name} lacks the right can_pin_messages")
    chat.pinned = [message.id, *(other for other in chat.pinned if other != message.id)]
    by = world.person(act.person_id)
    content: dict[str, object] = {"pinned_message": message.payload}
    serve(world, chat, by, "pinned_message", content, at=at, thread_id=message.thread_id)
    return Outcome(message_id=message.id)


def _place(world: "World", act: Say) -> Chat:
    if act.chat_id > 0:
        if act.chat_id != act.person_id:
            raise Refused("a private chat with the bot has the id of its person")
        return private_chat(world, act.person_id)
    chat = world.chat(act.chat_id)
    if chat.migrated_to is not None:
        raise Refused(f"the group became the supergroup {chat.migrated_to}")
    return chat


def _speaker(world: "World", chat: Chat, act: Say, at: int) -> "Member | None":
    if chat.kind == "private":
        return None
    if act.sender_chat_id is not None and act.sender_chat_id != chat.id:
        _check_channel(world, chat, act.sender_chat_id)
        if chat.member(act.person_id, at) is None:
            return None
    member = present_member(world, chat, act.person_id, at)
    if chat.kind == "channel":
        require(world, chat, act.person_id, "can_post_messages", at)
        return member
    needed = {permission_for(act.kind)} | ({"can_send_other_messages"} if act.via_bot_id is not None else set())
    if member.status == "restricted" and not needed <= member.permissions:
        raise Refused(f"{member.person.name} is restricted from sending {act.kind} messages")
    if not member.administers and not needed <= chat.permissions:
        raise Refused(f"members may not send {act.kind} messages here")
    return member


def _check_channel(world: "World", chat: Chat, channel_id: int) -> None:
    """A banned channel silences all channels of its owner."""
    owner = world.chat(channel_id).creator_id
    banned = (world.chats[number].creator_id for number in chat.banned_senders if number in world.chats)
    if owner in banned:
        raise Refused("the channel is banned from the chat")


def _thread(world: "World", chat: Chat, ref: Ref | None, member: "Member | None") -> int | None:
    if ref is None:
        return None
    thread_id = resolve(world, chat, ref)
    topic = chat.topics.get(thread_id)
    if chat.forum and thread_id != GENERAL_TOPIC_ID and topic is None:
        raise Refused("message thread not found")
    if topic is not None and topic.closed and not (member and member.may("can_manage_topics")):
        raise Refused("the topic is closed")
    return None if thread_id == GENERAL_TOPIC_ID else thread_id


def _author(world: "World", chat: Chat, act: Say, member: "Member | None") -> Author:
    person = world.person(act.person_id)
    if chat.kind == "channel":
        return Author(person=None, true_id=person.id, chat=chat)
    if act.sender_chat_id is not None and act.sender_chat_id != chat.id:
        channel = world.chat(act.sender_chat_id)
        return Author(person=world.people[CHANNEL_SENDER_ID], true_id=person.id, chat=channel)
    hidden = member is not None and member.administers and member.anonymous
    if member is not None and (hidden or act.sender_chat_id == chat.id):
        if not member.administers:
            raise Refused("only administrators write as the group")
        shown = world.people[ANONYMOUS_ADMIN_ID]
        return Author(person=shown, true_id=person.id, chat=chat, signature=member.title)
    return author_of(person)


ROWS = (row(Say, say), row(Edit, edit), row(Erase, erase), row(Pin, pin))
