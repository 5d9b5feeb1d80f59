"""The replay of a Telegram Desktop export as the updates a bot in that chat would have received."""

import re
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from zlib import crc32

from sandbox.life.export import Head, chats
from sandbox.life.identities import Identities, chat_of
from sandbox.life.markup import mentioned, text_of
from sandbox.life.media import media_of
from sandbox.life.membership import membership
from sandbox.life.reactions import Reactions
from sandbox.life.register import Note, Register
from sandbox.life.services import event_of
from sandbox.payload import Json, encode

_SAMPLE = 5_000
_KEPT_BODIES = 20_000
_PRIVATE = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes"})


def replay(path: Path, *, chat_id: int | None = None, username_pattern: str | None = "u{id}") -> Iterator[bytes]:
    """Raw updates without update_id, in order; the file is read as they are taken.

    Of a full export, `chat_id` chooses the chat by its bare or its Bot API id; the chat of a single export
    gets it as its id. Exports know no usernames: where an export's mentions are ids written in
    `username_pattern`, everybody gets the username it makes of theirs; None gives nobody one.
    """
    is_named = username_pattern is not None and _mentions_ids(path, username_pattern)
    for head, records in chats(path):
        if not _is_wanted(head, chat_id):
            continue
        own_id = None if head.listed else chat_id
        replayed = Replay(head, chat_id=own_id, username_pattern=username_pattern if is_named else None)
        yield from replayed.updates(records)


def _is_wanted(head: Head, chat_id: int | None) -> bool:
    if not head.listed:
        return True
    if chat_id is None:
        return head.kind not in _PRIVATE
    return chat_id in {head.id, chat_of(head)["id"]}


def _mentions_ids(path: Path, pattern: str) -> bool:
    """Whether the first mentions of an export are all ids in this form."""
    form = re.compile("@" + re.escape(pattern).replace(r"\{id\}", r"\d+"))
    mentions = [
        mention
        for _, records in islice(chats(path), 1)
        for record in islice(records, _SAMPLE)
        for mention in mentioned(record)
    ]
    return bool(mentions) and all(form.fullmatch(mention) for mention in mentions)


class Replay:
    """One chat's export on its way to becoming updates."""

    def __init__(self, head: Head, *, chat_id: int | None = None, username_pattern: str | None = None) -> None:
        self._identities = Identities(head, chat_of(head, chat_id), username_pattern)
        self._reactions = Reactions(self._identities)
        self._register = Register()
        self._topics: dict[int, Json] = {}
        self._bodies: OrderedDict[int, Json] = OrderedDict()
        kind = self._identities.chat["type"]
        self._field = "channel_post" if kind == "channel" else "message"
        self._has_threads = kind == "supergroup"

    def updates(self, records: Iterator[Json]) -> Iterator[bytes]:
        """The updates of all records, and the reactions between them at their own times."""
        for record in records:
            stamp = _stamp(record)
            for reaction in self._reactions.until(stamp):
                yield encode({"message_reaction": reaction})
            if record.get("type") == "message":
                yield from self._message(record, stamp)
            elif record.get("type") == "service":
                yield from self._service(record, stamp)
        for reaction in self._reactions.rest():
            yield encode({"message_reaction": reaction})

    def _message(self, record: Json, stamp: int) -> Iterator[bytes]:
        content = _content(record)
        author, sender = self._identities.sender(record)
        if content and author:
            yield self._posted(record, stamp, author, {**sender, **_origin(record, stamp), **content})
            self._reactions.expect(record, stamp)

    def _service(self, record: Json, stamp: int) -> Iterator[bytes]:
        author, sender = self._identities.sender(record)
        event = event_of(record, self._identities)
        if event is None or not author:
            return
        for change in membership(event, sender, self._identities.chat, stamp):
            yield encode({"chat_member": change})
        if "forum_topic_created" in event.content:
            self._identities.chat = {**self._identities.chat, "is_forum": True}
            self._topics[_id(record)] = {}
        yield self._posted(record, stamp, author, {**sender, **event.content})

    def _posted(self, record: Json, stamp: int, author: int, content: Json) -> bytes:
        message_id = _id(record)
        target, thread = self._place(record)
        body: Json = {"message_id": message_id, "chat": self._identities.chat, "date": stamp, **content}
        if thread:
            body["message_thread_id"] = thread
            if thread in self._topics:
                body["is_topic_message"] = True
        self._register.add(message_id, Note(author=author, date=stamp, thread=thread))
        self._keep(message_id, body)
        parent = self._body(target)
        return encode({self._field: {**body, "reply_to_message": parent} if parent else body})

    def _place(self, record: Json) -> tuple[int, int]:
        """What a record answers, and the thread it thereby belongs to; a topic's first message is its own."""
        message_id = _id(record)
        if message_id in self._topics:
            return 0, message_id
        target = record.get("reply_to_message_id")
        if not isinstance(target, int) or "reply_to_peer_id" in record:
            return 0, 0
        note = self._register.find(target)
        if note is None or not self._has_threads:
            return target, 0
        return target, note.thread or (0 if self._topics else target)

    def _keep(self, message_id: int, body: Json) -> None:
        if message_id in self._topics:
            self._topics[message_id] = body
            return
        self._bodies[message_id] = body
        if len(self._bodies) > _KEPT_BODIES:
            self._bodies.popitem(last=False)

    def _body(self, message_id: int) -> Json | None:
        """A message as it is shown in a reply; of one long past only who wrote it and when."""
        known = self._bodies.get(message_id) or self._topics.get(message_id)
        if known is not None:
            return known
        note = self._register.find(message_id)
        if note is None:
            return None
        sender = self._identities.written_by(note.author)
        body: Json = {"message_id": message_id, **sender, "chat": self._identities.chat, "date": note.date}
        return {**body, "message_thread_id": note.thread} if note.thread else body


def _content(record: Json) -> Json:
    text, entities = text_of(record)
    media = media_of(record)
    if not text:
        return media
    name, marks = ("caption", "caption_entities") if media else ("text", "entities")
    content: Json = {**media, name: text}
    if entities:
        content[marks] = entities
    return content


def _origin(record: Json, stamp: int) -> Json:
    """Where a message came from, as far as the export knows: names, for which Telegram has ids."""
    origin: Json = {}
    if record.get("forwarded_from") is not None:
        name = str(record["forwarded_from"])
        origin["forward_origin"] = {"type": "hidden_user", "date": stamp, "sender_user_name": name}
    if record.get("via_bot") is not None:
        name = str(record["via_bot"]).removeprefix("@")
        bot: Json = {"id": crc32(name.encode()), "is_bot": True, "first_name": name, "username": name}
        origin["via_bot"] = bot
    return origin


def _id(record: Json) -> int:
    number = record.get("id")
    return number if isinstance(number, int) else 0


def _stamp(record: Json) -> int:
    """The moment of a record; exports of before 2022 have local dates only, which are taken for UTC."""
    exact = record.get("date_unixtime")
    if exact is not None:
        return int(str(exact))
    moment = datetime.fromisoformat(str(record.get("date") or "1970-01-01T00:00:00"))
    return int(moment.replace(tzinfo=UTC).timestamp())
