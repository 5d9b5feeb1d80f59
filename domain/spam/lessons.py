"""Counts of features in spam and in talk, learnt one message at a time and unlearnt as exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from domain.spam.features import features_of
from domain.spam.likelihood import evidence_of, script_feature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from domain.spam.features import Features
    from domain.spam.likelihood import Evidence, Seen
    from domain.spam.subjects import Subjects

NEVER = (0, 0)


def lesson_of(features: Features) -> tuple[str, ...]:
    """Everything of a message that is counted, its script included."""
    return (*features.seen, script_feature(features.script))


def number_of(feature: str) -> int:
    """A feature as a chat keeps it: a number that does not tell the word (CRC-32)."""
    return crc32(feature.encode())


class Shipped:
    """What the corpus that ships teaches."""

    def __init__(self, counts: Mapping[str, Seen]) -> None:
        self._counts = counts
        self._evidence = {feature: evidence_of(seen) for feature, seen in counts.items()}

    def seen(self, feature: str) -> Seen:
        """In so many messages of spam, in so many of talk."""
        return self._counts.get(feature, NEVER)

    def evidence(self, feature: str) -> Evidence | None:
        """What a feature says; None for one never seen."""
        return self._evidence.get(feature)


class Together:
    """What ships and what a chat has learnt for itself, by feature number."""

    def __init__(self, shipped: Shipped, own: Mapping[int, Seen]) -> None:
        self._shipped = shipped
        self._own = own

    def seen(self, feature: str) -> Seen:
        """In so many messages of spam, in so many of talk."""
        spam, ham = self._shipped.seen(feature)
        more_spam, more_ham = self._own.get(number_of(feature), NEVER)
        return spam + more_spam, ham + more_ham

    def evidence(self, feature: str) -> Evidence | None:
        """What a feature says; None for one never seen."""
        if number_of(feature) not in self._own:
            return self._shipped.evidence(feature)
        return evidence_of(self.seen(feature))


def teach(subjects: Subjects, *, spam: Iterable[str], ham: Iterable[str]) -> Shipped:
    """Count the features of messages of both kinds."""
    counts: dict[str, Seen] = {}
    for messages, one in ((spam, (1, 0)), (ham, (0, 1))):
        more_spam, more_ham = one
        for message in messages:
            for feature in lesson_of(features_of(message, subjects)):
                in_spam, in_ham = counts.get(feature, NEVER)
                counts[feature] = (in_spam + more_spam, in_ham + more_ham)
    return Shipped(counts)
