"""How likely a message is spam: naive Bayes over what it is made of, and when to say nothing.

Each feature weighs log P(feature | spam) - log P(feature | talk), each probability smoothed; a feature seen rarely
weighs less. The weights that speak loudest are added up and divided by the square root of their number, since
features of one message repeat one another and a plain sum would be far too sure. Order of learning changes nothing:
all that is kept are counts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from msgspec import Struct

from domain.spam.scripts import HAN_NAME, LATIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.spam.features import Features

Verdict: TypeAlias = Literal["spam", "ham", "abstain"]
# In how many messages of spam and of talk.
Seen: TypeAlias = tuple[int, int]
# A weight before it is known how much spam and talk was learnt of a script, and how far that is to be added.
Evidence: TypeAlias = tuple[float, float]

SMOOTHING = 0.5
RARITY = 0.3
MOST_HEARD = 40
# The score at which both are as likely, and how fast likelihood grows with it: set on the shipped corpus, by folds.
# A Han character is rarer than an English word, and speaks louder.
EVEN, STEEPNESS = 2.9, 1.8
EVEN_FOR = {HAN_NAME: 3.1, LATIN: 2.65}
SPAM_FROM, HAM_BELOW = 0.9, 0.3
FEWEST_WORDS, FEWEST_HAN = 5, 6
FEWEST_HEARD = 4
KNOWN_SHARE = 0.35
FEWEST_HAM = 50
LOUDEST = 3


class Likelihood(Struct, frozen=True, kw_only=True):
    """`probability` that it is spam, from 0 to 1; `loudest` are words that spoke most for spam, as written."""

    probability: float
    verdict: Verdict
    loudest: tuple[str, ...] = ()


class Lessons(Protocol):
    """What was learnt."""

    def seen(self, feature: str) -> Seen:
        """In so many messages of spam, in so many of talk."""
        ...

    def evidence(self, feature: str) -> Evidence | None:
        """What a feature says; None for one never seen."""
        ...


UNSURE = Likelihood(probability=0.5, verdict="abstain")


def script_feature(script: str) -> str:
    """The feature every message of a script has: its counts are how many messages of the script were learnt."""
    return f"={script}"


def evidence_of(seen: Seen) -> Evidence:
    """What a feature seen so often says."""
    spam, ham = seen
    trust = (spam + ham) / (spam + ham + RARITY)
    return math.log((spam + SMOOTHING) / (ham + SMOOTHING)) * trust, trust


def is_judgeable(features: Features) -> bool:
    """Whether a message is long enough to say anything about it."""
    return features.words >= (FEWEST_HAN if features.script == HAN_NAME else FEWEST_WORDS)


def likelihood(features: Features, lessons: Lessons) -> Likelihood:
    """Judge a message. Abstains when it is short, its script or its words are hardly known, or it may be either."""
    if not is_judgeable(features):
        return UNSURE
    spam, ham = lessons.seen(script_feature(features.script))
    if ham < FEWEST_HAM:
        return UNSURE
    evidence = lessons.evidence
    known = {feature: found for feature in features.seen if (found := evidence(feature)) is not None}
    if len(known) < FEWEST_HEARD or _known_share(features, known) < KNOWN_SHARE:
        return UNSURE
    balance = math.log((ham + 2 * SMOOTHING) / (spam + 2 * SMOOTHING))
    weights = [weight + trust * balance for weight, trust in known.values()]
    # Loudest first, equals by name: in which order words come changes nothing.
    heard = sorted(zip(map(abs, weights), known, weights, strict=True), reverse=True)[:MOST_HEARD]
    score = math.fsum([weight for _, _, weight in heard]) / math.sqrt(len(heard))
    even = EVEN_FOR.get(features.script, EVEN)
    probability = 1 / (1 + math.exp(STEEPNESS * (even - score)))
    words = (features.seen[feature] for _, feature, weight in heard if weight > 0)
    loudest = tuple(dict.fromkeys(filter(None, words)))[:LOUDEST]
    return Likelihood(probability=probability, verdict=_verdict(probability), loudest=loudest)


def _known_share(features: Features, known: Mapping[str, Evidence]) -> float:
    """What share of a message's single words is known."""
    single = features.single
    return len(single & known.keys()) / len(single) if single else 0.0


def _verdict(probability: float) -> Verdict:
    if probability >= SPAM_FROM:
        return "spam"
    return "ham" if probability < HAM_BELOW else "abstain"
