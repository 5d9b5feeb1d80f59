"""Polls: their state, votes and what the bot hears of them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.payload import Json

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.people import Person
    from sandbox.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """An answer people may choose."""

    persistent_id: str
    text: str
    entities: list[Json] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Poll:
    """A poll or quiz and everybody's votes."""

    id: str
    chat_id: int
    message_id: int = 0
    question: str
    question_entities: list[Json] = field(default_factory=list)
    options: list[Option]
    anonymous: bool = True
    quiz: bool = False
    multiple: bool = False
    revoting: bool = True
    members_only: bool = False
    correct: list[int] = field(default_factory=list)
    explanation: str = ""
    explanation_entities: list[Json] = field(default_factory=list)
    description: str = ""
    open_period: int = 0
    close_date: int = 0
    closed: bool = False
    by_bot: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def count(self, option: int) -> int:
        """How many people chose an option."""
        return sum(option in chosen for chosen in self.votes.values())

    def payload(self) -> Json:
        """The Poll object."""
        shape: Json = {
            "id": self.id,
            "question": self.question,
            "options": [self._option(index) for index in range(len(self.options))],
            "total_voter_count": len(self.votes),
            "is_closed": self.closed,
            "is_anonymous": self.anonymous,
            "type": "quiz" if self.quiz else "regular",
            "allows_multiple_answers": self.multiple,
            "allows_revoting": self.revoting,
            "members_only": self.members_only,
        }
        if self.question_entities:
            shape["question_entities"] = self.question_entities
        if self.quiz and (self.by_bot or self.closed):
            shape["correct_option_ids"] = self.correct
            shape["correct_option_id"] = self.correct[0]
        optional = ("explanation", "explanation_entities", "description", "open_period", "close_date")
        shape.update({name: value for name in optional if (value := getattr(self, name))})
        return shape

    def _option(self, index: int) -> Json:
        option = self.options[index]
        shape: Json = {"persistent_id": option.persistent_id, "text": option.text}
        if option.entities:
            shape["text_entities"] = option.entities
        shape["voter_count"] = self.count(index)
        return shape


def vote(world: "World", poll: Poll, person: "Person", chosen: tuple[int, ...]) -> None:
    """Record a vote; the bot hears of its own polls only."""
    if chosen:
        poll.votes[person.id] = chosen
    else:
        poll.votes.pop(person.id, None)
    refresh(world, poll)
    if not poll.by_bot:
        return
    if not poll.anonymous:
        answer: Json = {
            "poll_id": poll.id,
            "user": person.payload(),
            "option_ids": list(chosen),
            "option_persistent_ids": [poll.options[index].persistent_id for index in chosen],
        }
        world.updates.push("poll_answer", answer)
    world.updates.push("poll", poll.payload())


def close(world: "World", poll: Poll) -> None:
    """End a poll."""
    poll.closed = True
    refresh(world, poll)
    if poll.by_bot:
        world.updates.push("poll", poll.payload())


def close_due(world: "World") -> None:
    """End every poll whose time has come."""
    now = world.clock.stamp()
    for poll in world.polls.values():
        if poll.close_date and not poll.closed and poll.close_date <= now:
            close(world, poll)


def refresh(world: "World", poll: Poll) -> None:
    """Let the poll's message show the poll as it is."""
    message = _message(world.chats.get(poll.chat_id), poll)
    if message is not None:
        message.payload["poll"] = poll.payload()


def _message(chat: "Chat | None", poll: Poll) -> "Message | None":
    return None if chat is None else chat.messages.get(poll.message_id)
