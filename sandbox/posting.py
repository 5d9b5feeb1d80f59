"""Messages enter chats here, and from here the bot hears of those it may see."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.entities import piece
from sandbox.history import Entry, Face
from sandbox.messages import Message
from sandbox.people import ANONYMOUS_ADMIN_ID, CHANNEL_SENDER_ID, TELEGRAM_ID, Person, color_of

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.history import EntryKind
    from sandbox.payload import Json
    from sandbox.world import World

_PSEUDO_SENDERS = frozenset({ANONYMOUS_ADMIN_ID, CHANNEL_SENDER_ID, TELEGRAM_ID})
# The service messages of its own doing that Telegram tells a bot about all the same.
_OWN_SERVICE = frozenset(
    {
        "new_chat_title",
        "left_chat_member",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """Who a message seems to come from, and who it truly comes from."""

    person: Person | None
    true_id: int
    chat: "Chat | None" = None
    signature: str = ""


def author_of(person: Person) -> Author:
    """Somebody who writes under their own name."""
    return Author(person=person, true_id=person.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A message about to be posted: its content fields and where it belongs."""

    author: Author
    at: int
    content: "Json"
    kind: str = "text"
    service: str = ""
    reply_to: int | None = None
    thread_id: int | None = None
    poll_id: str | None = None
    seen_by: Person | None = None


def post(world: "World", chat: "Chat", draft: Draft) -> Message:
    """Put a message into a chat and tell the bot where it may know."""
    message_id = chat.next_message_id()
    thread_id = draft.thread_id if draft.thread_id is not None else _reply_thread(chat, draft)
    message = Message(
        chat_id=chat.id,
        id=message_id,
        date=draft.at,
        author_id=draft.author.true_id,
        payload=_payload(chat, draft, message_id, thread_id),
        outgoing=draft.author.true_id == world.bot.id,
        service=draft.service,
        kind=draft.kind,
        reply_to=draft.reply_to,
        thread_id=thread_id,
        poll_id=draft.poll_id,
        seen_by=draft.seen_by.id if draft.seen_by else None,
    )
    chat.messages[message_id] = message
    only = None if draft.seen_by is None else face(draft.seen_by)
    record(world, chat, "service" if draft.service else "message", message=message, target=only, at=draft.at)
    if _audible(world, chat, message):
        world.updates.push("channel_post" if chat.kind == "channel" else "message", render(chat, message))
    return message


def tell_edited(world: "World", chat: "Chat", message: Message, at: int) -> None:
    """Let the bot hear that somebody changed a message."""
    record(world, chat, "edit", message=message, at=at)
    if _audible(world, chat, message):
        kind = "edited_channel_post" if chat.kind == "channel" else "edited_message"
        world.updates.push(kind, render(chat, message))


def render(chat: "Chat", message: Message) -> "Json":
    """The Message object with what it answers, one level deep."""
    parent_id = message.reply_to
    if parent_id is None and message.payload.get("is_topic_message") and message.thread_id != message.id:
        # Telegram shows an unreplied message of a topic as a reply to the topic's first message.
        parent_id = message.thread_id
    parent = chat.find(parent_id) if parent_id is not None else None
    return message.payload if parent is None else {**message.payload, "reply_to_message": parent.payload}


def record(
    world: "World",
    chat: "Chat",
    kind: "EntryKind",
    *,
    at: int,
    message: Message | None = None,
    sender: Face | None = None,
    target: Face | None = None,
    text: str = "",
) -> None:
    """Write a line of the chat's history."""
    chat.history.append(
        Entry(
            seq=world.next_seq(),
            at=at,
            kind=kind,
            message_id=message.id if message else None,
            sender=sender or (face_of_message(message) if message else None),
            target=target,
            text=text,
        )
    )


def face(person: Person) -> Face:
    """How a person looks in the history."""
    return Face(id=person.id, name=person.name, is_bot=person.is_bot, color=color_of(person.id))


def face_of_message(message: Message) -> Face:
    """How a message's sender looks: a chat where one stands in for the person."""
    shown = message.payload.get("sender_chat") or message.payload.get("from")
    if not isinstance(shown, dict):
        return Face(id=message.chat_id, name="")
    identity = int(shown["id"])
    name = str(shown.get("title") or shown.get("first_name", ""))
    if shown.get("last_name"):
        name = f"{name} {shown['last_name']}"
    return Face(id=identity, name=name, is_bot=bool(shown.get("is_bot")), color=color_of(identity))


def hears(world: "World", chat: "Chat") -> bool:
    """Whether the bot is in the chat."""
    if chat.kind == "private":
        return not chat.blocked
    member = chat.members.get(world.bot.id)
    return member is not None and member.present


def _payload(chat: "Chat", draft: Draft, message_id: int, thread_id: int | None) -> "Json":
    author = draft.author
    payload: Json = {"message_id": message_id}
    if draft.seen_by is not None:
        payload = {"message_id": 0, "ephemeral_message_id": message_id, "receiver_user": draft.seen_by.payload()}
    if author.person is not None:
        payload["from"] = author.person.payload()
    if author.signature:
        payload["author_signature"] = author.signature
    if author.chat is not None:
        payload["sender_chat"] = author.chat.payload()
    payload["chat"] = chat.payload()
    payload["date"] = draft.at
    member = chat.members.get(author.true_id)
    if member is not None and member.tag and author.chat is None:
        payload["sender_tag"] = member.tag
    if thread_id is not None:
        payload["message_thread_id"] = thread_id
        if thread_id in chat.topics:
            payload["is_topic_message"] = True
    payload.update(draft.content)
    return payload


def _reply_thread(chat: "Chat", draft: Draft) -> int | None:
    """A reply in a supergroup belongs to the thread of what it answers, in the General topic of a forum as well."""
    parent = chat.find(draft.reply_to) if draft.reply_to is not None else None
    if parent is None or chat.kind != "supergroup":
        return None
    return parent.thread_id if parent.thread_id is not None else parent.id


def _audible(world: "World", chat: "Chat", message: Message) -> bool:
    if message.outgoing and message.service not in _OWN_SERVICE:
        return False
    gone = message.service == "left_chat_member" and _subject_id(message) == world.bot.id
    if not gone and not hears(world, chat):
        return False
    if _from_other_bot(world, message):
        return False
    if not chat.is_group or world.reads_all or message.service or world.bot_administers(chat):
        return True
    return _meant_for_bot(world, chat, message)


def _subject_id(message: Message) -> int:
    subject = message.payload.get("left_chat_member")
    return int(subject["id"]) if isinstance(subject, dict) else 0


def _from_other_bot(world: "World", message: Message) -> bool:
    if message.service or message.author_id in {world.bot.id, *_PSEUDO_SENDERS}:
        return False
    author = world.people.get(message.author_id)
    return author is not None and author.is_bot


def _meant_for_bot(world: "World", chat: "Chat", message: Message) -> bool:
    parent = chat.find(message.reply_to) if message.reply_to is not None else None
    if parent is not None and parent.outgoing:
        return True
    via = message.payload.get("via_bot")
    if isinstance(via, dict) and via.get("id") == world.bot.id:
        return True
    entities = message.payload.get("entities") or message.payload.get("caption_entities")
    if not isinstance(entities, list):
        return False
    return any(_addresses(world, message.words, entity) for entity in entities)


def _addresses(world: "World", words: str, entity: "Json") -> bool:
    mine = f"@{world.bot.username}".lower()
    said = piece(words, entity).lower()
    if entity["type"] == "bot_command":
        return entity["offset"] == 0 and ("@" not in said or said.endswith(mine))
    user = entity.get("user")
    return said == mine or (isinstance(user, dict) and user.get("id") == world.bot.id)
