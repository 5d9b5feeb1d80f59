"""A history put in reading order: days, lines about what happened, and messages in runs of one sender."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sandbox.pages.events import Event, Face
from sandbox.pages.words import Words

_RUN_SECONDS = 300
_MANY = 3
_NOT_SHOWN = frozenset({"edit", "delete", "reaction", "topic"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A new day begins."""

    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that happened besides messages."""

    text: str
    time: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bubble:
    """A message; `first` and `last` say where it stands among its sender's in a row."""

    event: Event
    sender: Face
    time: str
    first: bool
    last: bool
    edited: bool
    only: str
    pinned: bool
    deleted: str | None
    quote: Event | None
    topic: str


Item = Day | Note | Bubble


class Conversation:
    """What a reader needs to know of a whole history before its first line can be shown."""

    def __init__(self, events: Sequence[Event], words: Words, zone: tzinfo) -> None:
        self._words = words
        self._zone = zone
        self._events = [
            event
            for before, event in zip([None, *events], events, strict=False)
            if event.kind not in _NOT_SHOWN and not _is_repeated(before, event)
        ]
        self._messages = {event.message_id: event for event in self._events if event.kind == "message"}
        self._edited = {event.message_id for event in events if event.kind == "edit"}
        self._deleters = {event.message_id: event.sender for event in events if event.kind == "delete"}
        self._topics = {
            event.message_id: event.text if event.kind == "topic" else _quoted(event.text)
            for event in events
            if event.action == "forum_topic_created"
        }
        self._pinned = {self._pin(event) for event in events if event.action == "pinned_message"}

    def items(self) -> list[Item]:
        """Everything to be shown, in order."""
        items: list[Item] = []
        today = ""
        index = 0
        while index < len(self._events):
            event = self._events[index]
            day = self._words.day(self._moment(event))
            if day != today:
                today = day
                items.append(Day(title=day))
            crowd = self._crowd(index)
            if crowd > _MANY:
                items.append(self._arrivals(event, crowd))
                index += crowd
                continue
            items.extend([self._bubble(index)] if event.kind == "message" else self._note(event))
            index += 1
        return items

    def _pin(self, event: Event) -> int | None:
        """Which message was pinned: the one said, or else the latest that begins with the words quoted."""
        if event.reply_to is not None:
            return event.reply_to
        words = _quoted(event.text)
        earlier = (one for one in reversed(self._events) if one.kind == "message" and one.seq < event.seq)
        return next((one.message_id for one in earlier if words and one.text.startswith(words)), None)

    def _moment(self, event: Event) -> datetime:
        return datetime.fromtimestamp(event.at, self._zone)

    def _time(self, event: Event) -> str:
        return f"{self._moment(event):%H:%M}"

    def _crowd(self, index: int) -> int:
        """How many joins in a row begin here, on one day."""
        day = self._moment(self._events[index]).date()
        count = 0
        for event in self._events[index:]:
            if event.action != "new_chat_members" or self._moment(event).date() != day:
                break
            count += 1
        return count

    def _arrivals(self, event: Event, count: int) -> Note:
        who = _name(event.target or event.sender)
        return Note(text=self._words.say("joined_many", who=who, others=count - 1, total=count), time=self._time(event))

    def _bubble(self, index: int) -> Bubble:
        event = self._events[index]
        before = self._events[index - 1] if index else None
        after = self._events[index + 1] if index + 1 < len(self._events) else None
        return Bubble(
            event=event,
            sender=event.sender or Face(id=0, name=""),
            time=self._time(event),
            first=before is None or not self._continues(before, event),
            last=after is None or not self._continues(event, after),
            edited=event.message_id in self._edited,
            pinned=event.message_id in self._pinned,
            deleted=self._deletion(event),
            quote=self._messages.get(event.reply_to) if event.reply_to else None,
            only=self._only(event),
            topic=self._topics.get(event.thread, "") if event.thread else "",
        )

    def _only(self, event: Event) -> str:
        """Who alone sees a message, in words."""
        return "" if event.seen_by is None else self._words.say("only", who=_name(event.target))

    def _continues(self, before: Event, after: Event) -> bool:
        if before.kind != "message" or after.kind != "message":
            return False
        authors = [event.sender.id if event.sender else 0 for event in (before, after)]
        is_same = authors[0] == authors[1] and before.thread == after.thread
        is_same_day = self._moment(before).date() == self._moment(after).date()
        return is_same and is_same_day and after.at - before.at <= _RUN_SECONDS

    def _deletion(self, event: Event) -> str | None:
        if not event.deleted:
            return None
        deleter = self._deleters.get(event.message_id)
        if deleter is None or (event.sender is not None and deleter.id == event.sender.id):
            return self._words.say("deleted")
        return self._words.say("deleted_by", by=deleter.name)

    def _note(self, event: Event) -> list[Note]:
        text = self._happening(event)
        return [Note(text=text, time=self._time(event))] if text else []

    def _happening(self, event: Event) -> str:
        by = _name(event.sender)
        if event.kind == "service":
            return self._service(event, by)
        who = _name(event.target or event.sender)
        if event.kind == "restrict" and event.text.isdigit():
            until = self._words.short(datetime.fromtimestamp(int(event.text), self._zone))
            return self._words.say("muted_until", by=by, who=who, until=until)
        if event.kind == "answer" and not event.text:
            return ""  # the button only stops spinning
        phrase = _HAPPENINGS.get(event.kind)
        return self._words.say(phrase, by=by, who=who, what=event.text) if phrase else event.text

    def _service(self, event: Event, by: str) -> str:
        """The server says it in English; what is known by its action is said in the reader's words."""
        other = _subject(event, by)
        phrase = _SERVICES.get(event.action or "")
        if phrase is None:
            return event.text
        if other and phrase in _BY_OTHERS:
            return self._words.say(_BY_OTHERS[phrase], by=by, who=other)
        return self._words.say(phrase, by=by, who=by, what=_quoted(event.text))


_HAPPENINGS = {
    "restrict": "muted",
    "ban": "banned",
    "unban": "unbanned",
    "promote": "promoted",
    "join_request": "asked_in",
    "press": "pressed",
    "answer": "answered",
}
_SERVICES = {
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "pinned_message": "pin",
    "forum_topic_created": "topic",
    "new_chat_title": "titled",
    "group_chat_created": "created",
    "supergroup_chat_created": "created",
}


_BY_OTHERS = {"joined": "invited", "left": "removed"}
_VERBS = (" added ", " removed ")
_QUOTED = re.compile(r'"(.*)"', re.DOTALL)


def _is_repeated(before: Event | None, event: Event) -> bool:
    """Whether a service message only says again that somebody was banned."""
    return before is not None and before.kind == "ban" and event.action == "left_chat_member"


def _subject(event: Event, by: str) -> str:
    """Whom a service message is about, unless it is its sender."""
    if event.target is not None:
        return "" if event.sender and event.target.id == event.sender.id else event.target.name
    for verb in _VERBS:
        subject = event.text.removeprefix(by + verb)
        if subject != event.text:
            return subject
    return ""


def _quoted(text: str) -> str:
    found = _QUOTED.search(text)
    return found[1] if found else text


def _name(face: Face | None) -> str:
    return face.name if face is not None else ""
