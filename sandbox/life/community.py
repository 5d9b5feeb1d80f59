"""A synthetic community: seeded, believable, as the acts of its people in time order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sandbox.acts import Act, AddBot, Join, OpenChat, OpenTopic, Promote
from sandbox.life import talk
from sandbox.life.arrivals import arrive, depart, intrude, intruders, meet
from sandbox.life.outing import outing
from sandbox.life.people import INVITE_LINKS, Member, cast, planted
from sandbox.life.phrases import Language, phrases
from sandbox.life.scene import Scene
from sandbox.life.voice import Voice

__all__ = ["BOT_RIGHTS", "INVITE_LINKS", "afterwards", "cast", "community", "intruders", "planted"]

BOT_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_ADMIN_RIGHTS = ("can_manage_chat", "can_delete_messages", "can_restrict_members", "can_pin_messages")

# How many of each a member starts on an average day.
_STARTED = (
    (talk.question, 0.15),
    (talk.talk, 0.045),
    (talk.snap, 0.115),
    (talk.spin, 0.045),
    (talk.report, 0.09),
)
_WEEKDAY = (0.92, 0.95, 1.0, 1.05, 1.1, 1.2, 1.05)
# When a day's conversations begin: a rush before work, lunch, and the long evening.
_HOURS = (1, 1, 0, 0, 0, 1, 4, 7, 6, 4, 4, 5, 8, 7, 4, 4, 4, 6, 8, 9, 9, 8, 5, 3)


def community(
    *,
    seed: int,
    language: Language,
    start: datetime,
    days: int,
    members: int,
    chat_id: int,
    timezone: str,
    forum: bool = False,
    check_in: Sequence[str] = ("/checkin",),
    title: str | None = None,
    bot_rights: tuple[str, ...] | None = BOT_RIGHTS,
) -> Iterator[Act]:
    """A community from its opening on, for so many days from the local midnight that begins `start`'s day."""
    midnight = _midnight(start, timezone)
    people = cast(seed=seed, language=language, start=midnight.astimezone(UTC), days=days, members=members)
    scene = _scene(
        f"{seed}:{language}", people, chat_id=chat_id, language=language, timezone=timezone, prefix="m", forum=forum
    )
    opened = (midnight - timedelta(hours=1)).astimezone(UTC)
    _found(scene, opened, language=language, title=title, forum=forum, bot_rights=bot_rights)
    _visit(scene, seed=seed, language=language, midnight=midnight, days=days)
    yield from _days(scene, midnight, days, check_in)


def afterwards(
    *,
    seed: int,
    language: Language,
    start: datetime,
    days: int,
    members: int,
    chat_id: int,
    timezone: str,
    forum: bool = False,
    check_in: Sequence[str] = ("/checkin",),
    more_days: int = 3650,
) -> Iterator[Act]:
    """What goes on after `community` with the same arguments: those who stayed, and new faces now and then."""
    first = _midnight(start, timezone)
    stayed = [
        replace(person, joined_at=None)
        for person in cast(seed=seed, language=language, start=first.astimezone(UTC), days=days, members=members)
        if person.leaves_at is None
    ]
    midnight = first + timedelta(days=days)
    scene = _scene(
        f"{seed}:{language}:after",
        stayed,
        chat_id=chat_id,
        language=language,
        timezone=timezone,
        prefix="a",
        forum=forum,
    )
    _visit(scene, seed=seed + 1, language=language, midnight=midnight, days=more_days)
    yield from _days(scene, midnight, more_days, check_in)


def _midnight(start: datetime, timezone: str) -> datetime:
    return start.astimezone(ZoneInfo(timezone)).replace(hour=0, minute=0, second=0, microsecond=0)


def _scene(
    seed: str, people: Sequence[Member], *, forum: bool, chat_id: int, language: Language, timezone: str, prefix: str
) -> Scene:
    rng = Random(f"{seed}:life")
    voice = Voice(phrases(language), rng)
    return Scene(
        chat_id=chat_id, members=people, voice=voice, rng=rng, zone=ZoneInfo(timezone), prefix=prefix, forum=forum
    )


def _found(
    scene: Scene,
    at: datetime,
    *,
    language: Language,
    title: str | None,
    forum: bool,
    bot_rights: tuple[str, ...] | None,
) -> None:
    words = scene.voice.words
    creator, admin = scene.members[0], scene.members[1]
    for person in scene.members:
        meet(scene, person, at, language)
    scene.add(
        at,
        OpenChat(
            chat_id=scene.chat_id,
            title=title or words.club,
            creator_id=creator.person_id,
            forum=forum,
            language=language,
            at=at,
        ),
    )
    for person in scene.members[1:]:
        if person.joined_at is None:
            scene.add(at, Join(chat_id=scene.chat_id, person_id=person.person_id, at=at))
    promoted = Promote(
        chat_id=scene.chat_id, person_id=admin.person_id, by_id=creator.person_id, at=at, rights=_ADMIN_RIGHTS
    )
    scene.add(at, promoted)
    for subject, name in words.subjects.items() if forum else ():
        topic = OpenTopic(
            chat_id=scene.chat_id, person_id=creator.person_id, title=name, at=at, name=f"topic:{subject}"
        )
        scene.add(at, topic)
    scene.add(at, AddBot(chat_id=scene.chat_id, by_id=creator.person_id, at=at, administrator=bot_rights))
    for person in scene.members:
        if person.joined_at is not None:
            arrive(scene, person, person.joined_at)
        depart(scene, person)


def _visit(scene: Scene, *, seed: int, language: Language, midnight: datetime, days: int) -> None:
    start = midnight.astimezone(UTC)
    for intruder in intruders(seed=seed, language=language, start=start, days=days):
        intrude(scene, intruder, guard=scene.members[0], language=language)


def _days(scene: Scene, midnight: datetime, days: int, check_in: Sequence[str]) -> Iterator[Act]:
    for number in range(days):
        day = midnight + timedelta(days=number)
        _day(scene, day, check_in)
        yield from scene.until((day + timedelta(days=1)).astimezone(UTC))


def _day(scene: Scene, day: datetime, check_in: Sequence[str]) -> None:
    present = sum(person.present(scene.moment(day, 12)) for person in scene.members)
    for start, share in _STARTED:
        for _ in range(scene.times(present * share * _WEEKDAY[day.weekday()])):
            hour = scene.rng.choices(range(24), _HOURS)[0] + scene.rng.random()
            start(scene, scene.moment(day, hour))
    talk.greetings(scene, day)
    outing(scene, day, scene.members[0])
    for person in scene.members:
        if check_in and scene.rng.random() < person.check_in:
            hour = min(23.9, max(5.0, scene.rng.gauss(person.check_in_hour, 0.6)))
            command = check_in[person.person_id % len(check_in)]
            scene.say(person, scene.moment(day, hour), command, thread="topic:club")
