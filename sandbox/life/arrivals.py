"""Who comes and goes: newcomers with their first words, leavers, and people who came to spam."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from sandbox.acts import Expel, Join, Leave, Meet
from sandbox.life.people import Member
from sandbox.life.phrases import Language, phrases
from sandbox.life.scene import Scene
from sandbox.life.talk import LIKES

Scheme = Literal["link", "flood", "scam"]

_SCHEMES: tuple[Scheme, ...] = ("link", "flood", "scam")
_FIRST_ID = 7_500_000_000
_DAYS_PER_INTRUDER = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Intruder:
    """Somebody who came to spam, and how."""

    person_id: int
    first_name: str
    scheme: Scheme
    joined_at: datetime


def meet(scene: Scene, person: Member, at: datetime, language: Language) -> None:
    """Plan that a person exists."""
    act = Meet(
        person_id=person.person_id,
        first_name=person.first_name,
        last_name=person.last_name,
        username=person.username,
        language=language,
    )
    scene.add(at, act)


def arrive(scene: Scene, person: Member, at: datetime) -> None:
    """Plan a newcomer's arrival: through a link or brought along, a first word, a welcome."""
    act = Join(chat_id=scene.chat_id, person_id=person.person_id, at=at, invite_link=person.invite_link)
    scene.add(at, act)
    words = scene.voice.words
    if scene.rng.random() > 0.75:
        return
    text = scene.voice.say("hello", words.hello, me=person.called)
    hello = scene.say(person, scene.soon(at, minutes=4), text, thread="topic:club")
    if hello is None:
        return
    moment = hello.at
    for host in scene.around(moment, scene.rng.randint(1, 3), without=(person,)):
        moment = scene.soon(moment, minutes=8)
        text = scene.voice.say("welcome", words.welcome, you=person.called)
        scene.say(host, moment, text, reply_to=hello)
    scene.applaud(hello, scene.rng.randint(0, 4), LIKES)


def depart(scene: Scene, person: Member) -> None:
    """Plan that a member leaves, if they do."""
    if person.leaves_at is not None:
        act = Leave(chat_id=scene.chat_id, person_id=person.person_id, at=person.leaves_at)
        scene.add(person.leaves_at, act)


def intruders(*, seed: int, language: Language, start: datetime, days: int) -> tuple[Intruder, ...]:
    """Who will come to spam, about one in four days, every scheme in turn."""
    words = phrases(language).spam
    rng = Random(f"{seed}:{language}:{start.isoformat()}:intruders")
    count = max(1, round(days / _DAYS_PER_INTRUDER))
    return tuple(
        Intruder(
            person_id=_FIRST_ID + rng.randrange(400_000_000),
            first_name=words.names[(seed + index) % len(words.names)],
            scheme=_SCHEMES[index % len(_SCHEMES)],
            joined_at=start + timedelta(days=days * (index + rng.random()) / count),
        )
        for index in range(count)
    )


def intrude(scene: Scene, intruder: Intruder, *, guard: Member, language: Language) -> None:
    """Plan a spammer's visit, ended by an administrator a while later."""
    person = _as_member(intruder)
    meet(scene, person, intruder.joined_at, language)
    scene.add(
        intruder.joined_at,
        Join(chat_id=scene.chat_id, person_id=person.person_id, at=intruder.joined_at),
    )
    spam = scene.voice.words.spam
    moment = intruder.joined_at + timedelta(seconds=scene.rng.randint(15, 90))
    if intruder.scheme == "flood":
        for text in spam.flood:
            scene.say(person, moment, text, hurry=True)
            moment += timedelta(seconds=scene.rng.uniform(0.6, 1.9))
    else:
        name, texts = ("spam:link", spam.link) if intruder.scheme == "link" else ("spam:scam", spam.scam)
        for _ in range(scene.rng.randint(1, 2)):
            scene.say(person, moment, scene.voice.draw(name, texts), hurry=True)
            moment += timedelta(seconds=scene.rng.randint(20, 60))
    ended = moment + timedelta(minutes=scene.rng.uniform(4, 30))
    act = Expel(chat_id=scene.chat_id, person_id=person.person_id, by_id=guard.person_id, at=ended)
    scene.add(ended, act)


def _as_member(intruder: Intruder) -> Member:
    return Member(
        person_id=intruder.person_id,
        first_name=intruder.first_name,
        last_name=None,
        username=None,
        part="spammer",
        activity=0.0,
        rhythm="night",
        check_in=0.0,
        check_in_hour=0.0,
        joined_at=intruder.joined_at,
    )
