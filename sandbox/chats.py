"""Chats and what belongs to them: members, messages, topics, invite links, join requests."""

from dataclasses import dataclass, field

from sandbox.acts import ChatKind
from sandbox.history import Entry
from sandbox.links import InviteLink
from sandbox.members import Member
from sandbox.messages import Message
from sandbox.payload import Json
from sandbox.people import Person
from sandbox.rights import USUAL_PERMISSIONS

GENERAL_TOPIC_ID = 1


@dataclass(slots=True, kw_only=True)
class Topic:
    """A forum topic; its id is the id of the message that opened it."""

    id: int
    name: str
    icon_color: int = 0x6FB9F0
    icon_emoji_id: str = ""
    closed: bool = False
    hidden: bool = False


@dataclass(slots=True, kw_only=True)
class JoinRequest:
    """Somebody waiting at the door."""

    person: Person
    date: int
    link: InviteLink | None = None


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat of any kind, with everything in it."""

    id: int
    kind: ChatKind
    title: str
    creator_id: int
    username: str | None = None
    forum: bool = False
    language: str = "en"
    linked_chat_id: int | None = None
    description: str = ""
    permissions: frozenset[str] = USUAL_PERMISSIONS
    members: dict[int, Member] = field(default_factory=dict)
    banned_senders: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    topics: dict[int, Topic] = field(default_factory=dict)
    general: Topic = field(default_factory=lambda: Topic(id=GENERAL_TOPIC_ID, name="General"))
    links: dict[str, InviteLink] = field(default_factory=dict)
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    pinned: list[int] = field(default_factory=list)
    history: list[Entry] = field(default_factory=list)
    migrated_to: int | None = None
    blocked: bool = False
    started: bool = True
    partner: Person | None = None

    @property
    def is_group(self) -> bool:
        """Whether it is a group of either kind."""
        return self.kind in {"group", "supergroup"}

    def payload(self) -> Json:
        """The Chat object."""
        if self.partner is not None:
            return private_payload(self.partner)
        shape: Json = {"id": self.id, "title": self.title}
        if self.username:
            shape["username"] = self.username
        if self.forum:
            shape["is_forum"] = True
        shape["type"] = self.kind
        if self.kind == "group":
            shape["all_members_are_administrators"] = False
        return shape

    def member(self, person_id: int, stamp: int) -> Member | None:
        """A person's standing at a moment, or None for somebody who was never here."""
        known = self.members.get(person_id)
        return None if known is None else known.at(stamp)

    def present(self, stamp: int) -> list[Member]:
        """Everybody who is in the chat at a moment."""
        standing = (member.at(stamp) for member in self.members.values())
        return [member for member in standing if member.present]

    def next_message_id(self) -> int:
        """A fresh message id."""
        self.last_message_id += 1
        return self.last_message_id

    def find(self, message_id: int) -> Message | None:
        """A message that everybody can still see."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted or message.seen_by is not None else message


def private_payload(person: Person) -> Json:
    """The Chat object of a person's private chat."""
    shape: Json = {"id": person.id, "first_name": person.first_name}
    if person.last_name:
        shape["last_name"] = person.last_name
    if person.username:
        shape["username"] = person.username
    shape["type"] = "private"
    return shape
