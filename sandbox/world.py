"""The sandbox's whole state, and the door through which people act on it."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from sandbox.acts import Act, Outcome
from sandbox.calls import CallLog
from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.doings import DOINGS
from sandbox.ephemeral import Ephemeral
from sandbox.errors import Refused
from sandbox.faults import Faults
from sandbox.files import FileStore
from sandbox.limits import Limits
from sandbox.members import Member
from sandbox.people import Person, service_accounts
from sandbox.polling import Polling
from sandbox.polls import Poll, close_due
from sandbox.presses import Callback
from sandbox.profile import Profile
from sandbox.updates import UpdateQueue
from sandbox.webhook import Webhook


@dataclass(kw_only=True)
class World:
    """One bot, the people around it and the chats they share."""

    token: str = "42:TEST"  # noqa: S105 - the token of a bot that exists nowhere
    bot_name: str = "Steward"
    bot_username: str = "steward_sandbox_bot"
    reads_all: bool = True
    enforce_limits: bool = False
    ephemeral: Ephemeral = "delivered"
    seed: int = 0
    clock: Clock = field(default_factory=Clock)
    people: dict[int, Person] = field(default_factory=service_accounts)
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    names: dict[str, tuple[int, int]] = field(default_factory=dict)
    polls: dict[str, Poll] = field(default_factory=dict)
    callbacks: dict[str, Callback] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)
    files: FileStore = field(default_factory=FileStore)
    calls: CallLog = field(default_factory=CallLog)
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    polling: Polling = field(default_factory=Polling)
    webhook: Webhook = field(default_factory=Webhook)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.closing = asyncio.Event()
        self._seq = 0
        self._serial = 0
        self.bot = Person(
            id=int(self.token.partition(":")[0]),
            first_name=self.bot_name,
            username=self.bot_username,
            is_bot=True,
        )
        self.people[self.bot.id] = self.bot

    def apply(self, act: Act) -> Outcome:
        """Let a person do something; raises Refused where Telegram would not allow it."""
        return DOINGS[type(act)](self, act)

    def apply_all(self, acts: Sequence[Act]) -> list[Outcome]:
        """Let people act in order; a refusal is an outcome with its reason."""
        outcomes: list[Outcome] = []
        for act in acts:
            try:
                outcomes.append(self.apply(act))
            except Refused as refused:
                outcomes.append(Outcome(error=refused.reason))
        return outcomes

    def close(self) -> None:
        """Let go of everybody who waits for an answer."""
        self.closing.set()
        self.polling.finish(self)

    def tick(self) -> None:
        """Let everything happen whose time has come."""
        close_due(self)

    def next_seq(self) -> int:
        """The next number of the record everybody's history shares."""
        self._seq += 1
        return self._seq

    @property
    def seq(self) -> int:
        """The last number given."""
        return self._seq

    def serial(self) -> int:
        """A number never given before, for ids of links, polls, files and button presses."""
        self._serial += 1
        return self._serial

    def person(self, person_id: int) -> Person:
        """Somebody who exists; people mentioned before they were met get a plain name."""
        known = self.people.get(person_id)
        if known is None:
            known = self.people[person_id] = Person(id=person_id, first_name=f"User {person_id}")
        return known

    def chat(self, chat_id: int) -> Chat:
        """A chat that exists, or a refusal."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise Refused("chat not found")
        return chat

    def bot_member(self, chat: Chat) -> Member:
        """The bot's own standing in a chat."""
        if chat.kind == "private":
            return Member(person=self.bot, status="member")
        return chat.member(self.bot.id, self.clock.stamp()) or Member(person=self.bot, status="left")

    def bot_administers(self, chat: Chat) -> bool:
        """Whether the bot is administrator of a chat."""
        member = chat.members.get(self.bot.id)
        return member is not None and member.administers
