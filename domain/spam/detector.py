"""What ships with the bot for telling spam from talk, read when it is first needed and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.spam.corpus import read_messages
from domain.spam.features import features_of
from domain.spam.lessons import teach
from domain.spam.subjects import read_subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from domain.spam.features import Features
    from domain.spam.lessons import Shipped
    from domain.spam.subjects import Subjects


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """The files as they are written: subjects, and corpora of both kinds."""

    subjects: str
    spam: tuple[str, ...]
    ham: tuple[str, ...]


class Detector:
    """Takes messages apart, and knows what the shipped corpus says about their parts. One instance a process."""

    def __init__(self, read: Callable[[], Texts]) -> None:
        self._read = read
        self._ready: tuple[Subjects, Shipped] | None = None

    def ready(self) -> tuple[Subjects, Shipped]:
        """Learn what ships, once: some 150 ms the first time, nothing after."""
        if self._ready is None:
            texts = self._read()
            subjects = read_subjects(texts.subjects)
            shipped = teach(subjects, spam=_all(texts.spam), ham=_all(texts.ham))
            self._ready = (subjects, shipped)
        return self._ready

    def take_apart(self, text: str) -> Features:
        """What a message is made of."""
        return features_of(text, self.ready()[0])

    @property
    def shipped(self) -> Shipped:
        """What the corpus that ships teaches."""
        return self.ready()[1]


def _all(corpora: Iterable[str]) -> list[str]:
    return [message for corpus in corpora for message in read_messages(corpus)]
