"""What can be done to those who break rules, the ladder of warnings, and how it is undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.effects import Ban, BanSenderChat, Button, Delete, Mute, Restrict, Unban, UnbanSenderChat, Unmute
from domain.phrases import Person, phrase
from domain.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.messages import Message
    from domain.rules.actions import Verb

Undo: TypeAlias = Literal["unwarn", "unmute", "unban"]
UNDO = "moderation-undo"
MOST_DELETED = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Offender:
    """Somebody acted upon: a person, or a channel that writes in its own name."""

    chat_id: int
    name: str
    user_id: int | None = None
    sender_chat_id: int | None = None

    @classmethod
    def of(cls, message: Message) -> Offender:
        """Whoever the message stands in the name of."""
        channel = message.sender_chat_id
        return cls(
            chat_id=message.chat_id,
            name=message.sender_name,
            user_id=None if channel else message.sender_id,
            sender_chat_id=channel,
        )

    @property
    def person(self) -> Person:
        """The offender as a text shows them."""
        return Person(user_id=self.user_id, name=self.name)

    @property
    def target_id(self) -> int | None:
        """The id that stands in the audit: a person's, or a channel's."""
        return self.sender_chat_id if self.user_id is None else self.user_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Rung:
    """A warning's place on the ladder; the top one is a mute."""

    count: int
    limit: int

    @property
    def is_top(self) -> bool:
        """Whether this warning was one too many."""
        return self.count >= self.limit


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """What is done: the act, until when (None: for ever), and the warning's rung when it came by the ladder.

    `warning_id` is the warning given, `lifted` are those that were used up by the ladder's top.
    """

    act: Verb
    until: datetime | None = None
    rung: Rung | None = None
    warning_id: int | None = None
    lifted: tuple[int, ...] = ()


def next_rung(in_force: int, *, limit: int) -> Rung:
    """The rung of one more warning; a limit lowered meanwhile is not counted beyond."""
    return Rung(count=min(in_force + 1, limit), limit=limit)


def possible(act: Verb, offender: Offender) -> Verb:
    """What of it can be done: a channel can be banned or have its messages removed, nothing between."""
    return act if offender.user_id is not None or act in {"ban", "review"} else "delete"


def effects_of(sentence: Sentence, offender: Offender) -> list[Effect]:  # noqa: PLR0911 - an act a line
    """What Telegram is asked to do to the offender; a warning is only a word."""
    chat_id, user_id = offender.chat_id, offender.user_id
    if user_id is None:
        if sentence.act != "ban" or offender.sender_chat_id is None:
            return []
        return [BanSenderChat(chat_id=chat_id, sender_chat_id=offender.sender_chat_id)]
    match sentence.act:
        case "mute":
            return [Mute(chat_id=chat_id, user_id=user_id, until=sentence.until)]
        case "restrict":
            return [Restrict(chat_id=chat_id, user_id=user_id, until=sentence.until)]
        case "ban":
            return [Ban(chat_id=chat_id, user_id=user_id, until=sentence.until)]
        case "kick":
            return [Ban(chat_id=chat_id, user_id=user_id, until=None), Unban(chat_id=chat_id, user_id=user_id)]
        case _:
            return []


def undoing(undo: Undo, offender: Offender) -> list[Effect]:
    """What Telegram is asked to take back."""
    chat_id, user_id = offender.chat_id, offender.user_id
    if user_id is None:
        if undo != "unban" or offender.sender_chat_id is None:
            return []
        return [UnbanSenderChat(chat_id=chat_id, sender_chat_id=offender.sender_chat_id)]
    match undo:
        case "unmute":
            return [Unmute(chat_id=chat_id, user_id=user_id)]
        case "unban":
            return [Unban(chat_id=chat_id, user_id=user_id)]
        case _:
            return []


def undo_of(act: Verb) -> Undo | None:
    """What takes an act back, where anything does."""
    undos: dict[Verb, Undo] = {"warn": "unwarn", "restrict": "unmute", "mute": "unmute", "ban": "unban"}
    return undos.get(act)


def undo_keyboard(sentence: Sentence, offender: Offender, *, verdict_id: int) -> Keyboard:
    """[Undo] under what can be undone: warnings, mutes and bans; once, for those who may undo it by hand."""
    undo = undo_of(sentence.act)
    if undo is None:
        return ()
    button = Button(
        label=phrase("moderation-undo"),
        action=UNDO,
        arguments={
            "undo": undo,
            "user_id": offender.user_id,
            "sender_chat_id": offender.sender_chat_id,
            "name": offender.name,
            "verdict": verdict_id,
        },
        permission=Role.MANAGER if undo == "unban" else Role.SPECIALIST,
        chat_id=offender.chat_id,
        single_use=True,
    )
    return ((button,),)


def deletions(chat_id: int, message_ids: Iterable[int]) -> list[Delete]:
    """The removal of any number of messages, as many at a time as Telegram takes."""
    ids = sorted(set(message_ids))
    starts = range(0, len(ids), MOST_DELETED)
    return [Delete(chat_id=chat_id, message_ids=tuple(ids[start : start + MOST_DELETED])) for start in starts]
