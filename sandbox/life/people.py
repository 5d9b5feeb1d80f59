"""Who lives in a synthetic community: people with parts, habits and a time of day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from sandbox.life.phrases import Language, Phrases, phrases

Part = Literal["creator", "admin", "leader", "regular", "casual", "lurker", "newcomer", "spammer"]
Rhythm = Literal["early", "office", "evening", "night"]

INVITE_LINKS = ("https://t.me/+cafe0Poster2026x", "https://t.me/+bike0Fair2026xx", "https://t.me/+friends0OfClubx")
_FIRST_ID = 1_000_000_000
_LAST_ID = 7_400_000_000
_PER_LEADER = 15
_FEWEST = 6
_SHARE: dict[Part, float] = {"newcomer": 0.20, "lurker": 0.15, "casual": 0.30}
_ACTIVITY: dict[Part, tuple[float, float]] = {
    "creator": (1.0, 1.4),
    "admin": (1.0, 1.6),
    "leader": (1.6, 2.2),
    "regular": (1.2, 2.6),
    "casual": (0.2, 0.7),
    "lurker": (0.01, 0.04),
    "newcomer": (0.2, 1.4),
    "spammer": (0.0, 0.0),
}
_CHECK_IN: dict[Part, tuple[float, ...]] = {
    "creator": (0.95,),
    "admin": (0.9,),
    "leader": (0.97, 0.85),
    "regular": (0.95, 0.8, 0.6, 0.0),
    "casual": (0.5, 0.0, 0.0),
    "newcomer": (0.8, 0.4, 0.0),
    "lurker": (0.0,),
    "spammer": (0.0,),
}
# How likely somebody is at the keyboard, hour by hour.
PRESENCE: dict[Rhythm, tuple[int, ...]] = {
    "early": (0, 0, 0, 0, 1, 5, 9, 9, 6, 4, 3, 3, 5, 4, 3, 3, 3, 4, 5, 5, 4, 2, 1, 0),
    "office": (0, 0, 0, 0, 0, 1, 3, 6, 6, 5, 4, 4, 9, 8, 4, 3, 4, 6, 7, 6, 6, 5, 3, 1),
    "evening": (1, 0, 0, 0, 0, 0, 1, 3, 3, 2, 2, 2, 4, 4, 2, 2, 3, 5, 8, 10, 10, 9, 6, 3),
    "night": (8, 6, 3, 1, 0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 3, 3, 4, 4, 5, 6, 8, 10, 10, 9),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person of the community; `joined_at` None means there from the beginning."""

    person_id: int
    first_name: str
    last_name: str | None
    username: str | None
    part: Part
    activity: float
    rhythm: Rhythm
    check_in: float
    check_in_hour: float
    joined_at: datetime | None = None
    leaves_at: datetime | None = None
    invite_link: str | None = None

    @property
    def called(self) -> str:
        """What others call them."""
        return self.first_name

    def present(self, moment: datetime) -> bool:
        """Whether they are in the chat at a moment."""
        arrived = self.joined_at is None or self.joined_at <= moment
        return arrived and (self.leaves_at is None or moment < self.leaves_at)


def parts(members: int) -> tuple[Part, ...]:
    """The part each of so many people plays, in the order of their ids."""
    staff: list[Part] = ["creator", "admin"]
    leader: Part = "leader"
    regular: Part = "regular"
    leaders = [leader] * max(2, round(members / _PER_LEADER))
    rest = [part for part, share in _SHARE.items() for _ in range(round(members * share))]
    regulars = [regular] * max(3, members - len(staff) - len(leaders) - len(rest))
    return tuple([*staff, *leaders, *regulars, *rest][:members])


def person_ids(seed: int, count: int) -> tuple[int, ...]:
    """So many ids; a larger community begins with the ids of a smaller one."""
    rng = Random(f"{seed}:people")
    return tuple(dict.fromkeys(rng.randint(_FIRST_ID, _LAST_ID) for _ in range(count + 8)))[:count]


def planted(*, seed: int, members: int) -> tuple[int, ...]:
    """The ids of those who answer questions and are thanked for it: whom a good ranking must find."""
    pairs = zip(person_ids(seed, members), parts(members), strict=True)
    return tuple(person_id for person_id, part in pairs if part == "leader")


def cast(*, seed: int, language: Language, start: datetime, days: int, members: int) -> tuple[Member, ...]:
    """The community's people without its spammers; `start` is local midnight of the first day."""
    if members < _FEWEST:
        raise ValueError(f"a community has at least {_FEWEST} members, not {members}")
    words = phrases(language)
    rng = Random(f"{seed}:{language}:cast")
    names = _names(words, rng, members)
    pairs = zip(person_ids(seed, members), parts(members), names, strict=True)
    return tuple(_member(rng, person_id, part, name, start, days) for person_id, part, name in pairs)


def _member(rng: Random, person_id: int, part: Part, name: str, start: datetime, days: int) -> Member:
    first, last = _split(name)
    arrival = timedelta(days=rng.randrange(max(1, days)), hours=rng.triangular(8, 22.5, 19))
    joined = start + arrival if part == "newcomer" else None
    stays = part in {"creator", "admin", "leader"} or rng.random() > (0.25 if part == "newcomer" else 0.07)
    earliest = joined or start
    left = earliest + (start + timedelta(days=days) - earliest) * rng.uniform(0.1, 1.0)
    return Member(
        person_id=person_id,
        first_name=first,
        last_name=last,
        username=_username(rng, person_id),
        part=part,
        activity=rng.uniform(*_ACTIVITY[part]),
        rhythm=rng.choice(("early", "office", "office", "evening", "evening", "night")),
        check_in=rng.choice(_CHECK_IN[part]),
        check_in_hour=rng.triangular(6.5, 23.0, 8.5),
        joined_at=joined,
        leaves_at=None if stays else left,
        invite_link=rng.choice((*INVITE_LINKS, None)) if joined else None,
    )


def _names(words: Phrases, rng: Random, count: int) -> list[str]:
    names = list(words.names)
    rng.shuffle(names)
    family_first = words.family[0].isidentifier() and not words.family[0].isascii()
    while len(names) < count:
        given, family = rng.choice(words.given), rng.choice(words.family)
        names.append(f"{family}{given}" if family_first else f"{given} {family}")
    return names[:count]


def _split(name: str) -> tuple[str, str | None]:
    first, _, last = name.partition(" ")
    is_plain = last[:1].isalpha() and ord(last[0]) < 0x3000 and first.isalpha()
    return (first, last) if is_plain else (name, None)


def _username(rng: Random, person_id: int) -> str | None:
    if rng.random() > 0.7:
        return None
    stem = rng.choice(("pedal", "lens", "rider", "shutter", "spoke", "aperture", "saddle", "gravel"))
    return f"{stem}_{person_id % 100_000:05d}"
