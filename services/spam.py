"""How likely messages are spam, by what ships and by what each chat has taught; and teaching it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from domain.spam.detector import Detector, Texts
from domain.spam.lessons import Together, lesson_of, number_of
from domain.spam.likelihood import is_judgeable, likelihood
from models import spam
from models.spam import Lesson

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from typing import TypeVar

    from domain.messages import Message
    from domain.spam.features import Features
    from domain.spam.likelihood import Likelihood
    from models.work import Work

    K = TypeVar("K", bound=Hashable)

FOLDER = Path(__file__).parent.parent / "domain" / "spam"
# A manager's word counts for more than what members happen to say.
VERDICT_WEIGHT, SAMPLE_WEIGHT = 3, 1
# Members teach what this group's talk is like; once in a while is enough, and nobody can teach much in a day.
SAMPLE_EVERY, SAMPLE_AGAIN = timedelta(minutes=30), timedelta(minutes=1)
# Some three megabytes a chat at most.
MOST_FEATURES, MOST_LESSONS = 20_000, 2_000


def shipped_detector(folder: Path = FOLDER) -> Detector:
    """The detector of the files that ship; they are read when it is first asked. Raises OSError then."""
    return Detector(lambda: read_texts(folder))


def read_texts(folder: Path) -> Texts:
    """Subjects and corpora of a folder."""
    corpus = folder / "corpus"
    return Texts(
        subjects=(folder / "subjects.txt").read_text(encoding="utf-8"),
        spam=tuple(path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*-spam.txt"))),
        ham=tuple(path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*-ham.txt"))),
    )


def text_of(message: Message) -> str:
    """Everything in a message that may lure: its words, and where its hidden links lead."""
    return "\n".join([*message.words, *(link.url for link in message.links if link.hidden)])


async def assess(work: Work, chat_id: int, text: str) -> Likelihood | None:
    """How likely a text is spam in a chat; None where the process has no detector."""
    return (await assess_all(work, {0: (chat_id, text)})).get(0)


async def assess_all(work: Work, texts: Mapping[K, tuple[int, str]]) -> dict[K, Likelihood]:
    """How likely each (chat_id, text) is spam; nothing where the process has no detector. One query a chat at most."""
    detector = work.defaults.detector
    if detector is None:
        return {}
    taken = {key: (chat_id, detector.take_apart(text)) for key, (chat_id, text) in texts.items()}
    own = await _own_counts(work, taken.values())
    return {
        key: likelihood(features, Together(detector.shipped, own[chat_id]) if own[chat_id] else detector.shipped)
        for key, (chat_id, features) in taken.items()
    }


async def _own_counts(work: Work, taken: Iterable[tuple[int, Features]]) -> Mapping[int, dict[int, tuple[int, int]]]:
    wanted: dict[int, set[int]] = defaultdict(set)
    for chat_id, features in taken:
        if is_judgeable(features) and await _is_taught(work, chat_id):
            wanted[chat_id].update(map(number_of, lesson_of(features)))
    own: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for chat_id, numbers in wanted.items():
        own[chat_id] = await spam.counts(work, chat_id, numbers)
    return own


async def _is_taught(work: Work, chat_id: int) -> bool:
    known = work.cache.get(("spam_taught", chat_id))
    if known is None:
        known = await spam.is_taught(work, chat_id)
        work.cache.put(("spam_taught", chat_id), known)
    return bool(known)


async def learn(work: Work, *, chat_id: int, message_id: int, text: str, is_spam: bool, at: datetime) -> bool:
    """Learn from a manager's verdict about a message. False when that was learnt before.

    A second verdict takes the place of the first, and of what the message taught as a member's.
    """
    detector = work.defaults.detector
    if detector is None:
        return False
    label: spam.Label = "spam" if is_spam else "ham"
    known = await spam.find(work, chat_id, message_id)
    if known is not None and (known.label, known.source) == (label, "verdict"):
        return False
    if known is not None:
        await spam.remove(work, chat_id, known)
    lesson = _lesson(detector.take_apart(text), message_id=message_id, label=label, source="verdict", at=at)
    await _keep(work, chat_id, lesson)
    return True


async def unlearn(work: Work, *, chat_id: int, message_id: int) -> bool:
    """Take back exactly what a message taught; its text is not needed. False when it taught nothing."""
    known = await spam.find(work, chat_id, message_id)
    if known is None:
        return False
    await spam.remove(work, chat_id, known)
    return True


async def take_sample(work: Work, message: Message) -> bool:
    """Learn what talk is like here from a message of a member in good standing, once in a while.

    By the message's own date; what looks like spam, or is too short to tell anything, is not taken.
    """
    detector, chat_id = work.defaults.detector, message.chat_id
    if detector is None or not await _is_sample_due(work, message):
        return False
    # One that does not serve is not followed by the very next: looking at each costs more than judging it.
    work.cache.put(("spam_sample", chat_id), message.at - SAMPLE_EVERY + SAMPLE_AGAIN)
    features = detector.take_apart(text_of(message))
    if not is_judgeable(features) or await spam.find(work, chat_id, message.message_id) is not None:
        return False
    found = await assess(work, chat_id, text_of(message))
    if found is None or found.verdict == "spam":
        return False
    lesson = _lesson(features, message_id=message.message_id, label="ham", source="sample", at=message.at)
    await _keep(work, chat_id, lesson)
    work.cache.put(("spam_sample", chat_id), message.at)
    return True


async def _is_sample_due(work: Work, message: Message) -> bool:
    last = work.cache.get(("spam_sample", message.chat_id))
    if last is None:
        last = await spam.last_sample_at(work, message.chat_id) or message.at - SAMPLE_EVERY
        work.cache.put(("spam_sample", message.chat_id), last)
    return isinstance(last, datetime) and message.at - last >= SAMPLE_EVERY


def _lesson(features: Features, *, message_id: int, label: spam.Label, source: spam.Source, at: datetime) -> Lesson:
    return Lesson(
        message_id=message_id,
        label=label,
        source=source,
        features=tuple(sorted(set(map(number_of, lesson_of(features))))),
        weight=VERDICT_WEIGHT if source == "verdict" else SAMPLE_WEIGHT,
        at=at,
    )


async def _keep(work: Work, chat_id: int, lesson: Lesson) -> None:
    await spam.add(work, chat_id, lesson)
    await spam.prune(work, chat_id, most_features=MOST_FEATURES, most_lessons=MOST_LESSONS)
    work.cache.drop(("spam_taught", chat_id))


async def forget(work: Work, chat_id: int) -> None:
    """Forget everything a chat has taught."""
    await spam.erase(work, chat_id)
    work.cache.drop(("spam_taught", chat_id))
    work.cache.drop(("spam_sample", chat_id))
