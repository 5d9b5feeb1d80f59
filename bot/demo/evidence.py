"""What the tour knows: what people see in the chat and what the bot called, never what the bot believes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from bot.demo.cast import Player
    from bot.demo.room import Call, Event
    from domain.phrases import Text, Value
    from services.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Tongue:
    """The words people would read, to find them in what they see."""

    words: Words
    language: str
    timezone: str

    def say(self, key: str, **values: Value) -> str:
        """A phrase as it stands in the chat."""
        return self.plain(phrase(key, **values))

    def plain(self, text: Text) -> str:
        """Any text as it stands in the chat."""
        return self.words.plain(text, language=self.language, timezone=self.timezone)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A message somebody wrote in the tour, and when by the machine's clock."""

    message_id: int
    at: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The morning so far; `said` are the messages of each line, in order, `private` the chats with the bot by part.

    `crowd` are the ids of accounts that came at once.
    """

    tongue: Tongue
    title: str
    players: Mapping[str, Player]
    said: Mapping[str, Sequence[Said]]
    events: Sequence[Event]
    calls: Sequence[Call]
    nine: datetime
    written_yesterday: int
    private: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    crowd: Sequence[int] = ()

    def bot_messages(self) -> Iterator[Event]:
        """What the bot wrote, oldest first."""
        return of_bot(self.events)

    def alone_with(self, part: str) -> Iterator[Event]:
        """What the bot wrote to somebody in private, oldest first."""
        return of_bot(self.private.get(part, ()))

    def answer(self, line: str, number: int = 0) -> Event | None:
        """The bot's reply to a line."""
        if number >= len(self.said.get(line, ())):
            return None
        message_id = self.said[line][number].message_id
        return next((one for one in self.bot_messages() if one.reply_to == message_id), None)

    def deleted(self, line: str) -> bool:
        """Whether every message of a line was written and is gone."""
        ids = {one.message_id for one in self.said.get(line, ())}
        gone = {one.message_id for one in self.events if one.kind == "message" and one.deleted}
        return bool(ids) and ids <= gone

    def called(self, method: str, **params: object) -> Call | None:
        """The first call of a method that Telegram granted, with these parameters among others."""
        return next(
            (
                call
                for call in self.calls
                if call.method == method and call.status == GRANTED and params.items() <= call.params.items()
            ),
            None,
        )


GRANTED = 200


def of_bot(events: Sequence[Event]) -> Iterator[Event]:
    """The bot's own messages among what people see."""
    return (one for one in events if one.kind == "message" and one.sender and one.sender.is_bot)
