"""A chat in the making: who is around, and every act thought of so far, given out in time order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from random import Random
from zoneinfo import ZoneInfo

from sandbox.acts import Act, MessageKind, React, Say
from sandbox.life.people import PRESENCE, Member
from sandbox.life.voice import Voice

# Nobody types faster than this, so that no honest member looks like a flood.
_SECONDS_PER_MESSAGE = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A message that was said: by whom, when, and where the talk goes on."""

    name: str
    author: Member
    at: datetime
    thread: str | None


class Scene:
    """The acts of one chat; times are aware, randomness comes from the seed."""

    def __init__(
        self,
        *,
        chat_id: int,
        members: Sequence[Member],
        voice: Voice,
        rng: Random,
        zone: ZoneInfo,
        prefix: str,
        forum: bool,
    ) -> None:
        self.chat_id = chat_id
        self.members = members
        self.voice = voice
        self.rng = rng
        self.zone = zone
        self._prefix = prefix
        self._forum = forum
        self._said = 0
        self._queued = 0
        self._busy: set[tuple[int, int]] = set()
        self._acts: list[tuple[datetime, int, Act]] = []

    def add(self, at: datetime, act: Act) -> None:
        """Plan an act."""
        self._queued += 1
        heappush(self._acts, (at, self._queued, act))

    def until(self, moment: datetime) -> Iterator[Act]:
        """Every planned act before a moment, in time order."""
        while self._acts and self._acts[0][0] < moment:
            yield heappop(self._acts)[2]

    def say(
        self,
        author: Member,
        at: datetime,
        text: str,
        *,
        reply_to: Line | None = None,
        thread: str | None = None,
        kind: MessageKind = "text",
        hurry: bool = False,
    ) -> Line | None:
        """Plan a message, a little later if its author is still typing another; None when they have left."""
        moment = at if hurry else self._free(author, at)
        if not author.present(moment):
            return None
        self._said += 1
        line = Line(
            name=f"{self._prefix}{self._said}",
            author=author,
            at=moment,
            thread=reply_to.thread if reply_to else thread,
        )
        self.add(
            moment,
            Say(
                chat_id=self.chat_id,
                person_id=author.person_id,
                at=moment,
                text=text if kind == "text" else "",
                caption=None if kind == "text" else text,
                kind=kind,
                reply_to=reply_to.name if reply_to else None,
                thread_id=line.thread if self._forum else None,
                name=line.name,
            ),
        )
        return line

    def react(self, person: Member, at: datetime, line: Line, emoji: str) -> None:
        """Plan a reaction; nothing happens when the person has left."""
        if person.present(at):
            act = React(chat_id=self.chat_id, person_id=person.person_id, at=at, message=line.name, emoji=(emoji,))
            self.add(at, act)

    def applaud(self, line: Line, count: int, emoji: Sequence[str]) -> None:
        """Plan reactions of so many different people who are around."""
        for person in self.around(line.at, count, without=(line.author,)):
            self.react(person, self.soon(line.at, minutes=25), line, self.rng.choice(emoji))

    def around(self, moment: datetime, count: int, without: Sequence[Member] = ()) -> list[Member]:
        """So many different members, the likelier the more active and awake they are."""
        hour = moment.astimezone(self.zone).hour
        absent = {person.person_id for person in without}
        awake = [
            (person, person.activity * PRESENCE[person.rhythm][hour])
            for person in self.members
            if person.person_id not in absent and person.present(moment)
        ]
        chosen: list[Member] = []
        candidates = [(person, weight) for person, weight in awake if weight > 0]
        while candidates and len(chosen) < count:
            weights = [weight for _, weight in candidates]
            index = self.rng.choices(range(len(candidates)), weights)[0]
            chosen.append(candidates.pop(index)[0])
        return chosen

    def soon(self, moment: datetime, *, minutes: float) -> datetime:
        """A later moment, usually within so many minutes."""
        seconds = 8 + self.rng.expovariate(1 / (minutes * 60))
        return moment + timedelta(seconds=min(seconds, minutes * 60 * 5))

    def moment(self, day: datetime, hour: float) -> datetime:
        """The UTC moment of a local hour of a day, which is given as its local midnight."""
        seconds = int(hour * 3600) + self.rng.random()
        return (day + timedelta(seconds=seconds)).astimezone(UTC)

    def times(self, mean: float) -> int:
        """How often something happens that happens so often on average."""
        count, passed = 0, self.rng.expovariate(1)
        while passed < mean:
            count += 1
            passed += self.rng.expovariate(1)
        return count

    def _free(self, author: Member, at: datetime) -> datetime:
        moment = at
        while (slot := (author.person_id, int(moment.timestamp()) // _SECONDS_PER_MESSAGE)) in self._busy:
            moment += timedelta(seconds=_SECONDS_PER_MESSAGE + self.rng.randint(1, 9))
        self._busy.add(slot)
        return moment
