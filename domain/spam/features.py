"""What a message is made of, as far as it tells spam from talk."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from domain.normalization import fold
from domain.rules.addresses import ADDRESS
from domain.spam.disguise import MEETING, joined, plain, undisguised
from domain.spam.scripts import FIRST_HAN, HAN, HAN_NAME, HAN_RUN, LAST_HAN, LATIN, letters, script_of
from domain.spam.subjects import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.spam.subjects import Subjects

# More of a message than this tells nothing new, and would cost time; Han says more in less.
LONGEST, LONGEST_HAN = 900, 120
STEM = 5
MOST_DIGITS = 5
ADDRESS_MARK, NAME_MARK = "\ue000", "\ue001"
ADDRESS_LIKE = re.compile(r"\w\.\w|://")
NAME = re.compile(r"(?<!\w)@[a-z0-9_]{4,}")
TOKEN = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+(?:'[^\\W_{HAN}]+)*")
SUM = re.compile(
    r"[$€₽£₹¥]\s?\d|\d\s?[$€₽£₹]|\d\s?(?:usdt?|eur|euro|dollar|руб|долл|[元块万u](?![a-z]))"  # matching data, noqa: zh
)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]")
POINTING = re.compile("[👇👉👆☝➡⬇⬆👈]")
LURING = re.compile("[💰💵💸🤑🔞🎰🚀💎🔥💋🎁]")
SHORT, MANY_EMOJI, LOUD = 60, 3, 2


class Features(Struct, frozen=True, kw_only=True):
    """`seen` holds each feature once, with the words it stands for as they were written (empty for none).

    `words` is how many words, or Han characters, the message has; `single` are the features that are one of these.
    """

    script: str
    words: int
    seen: dict[str, str]
    single: frozenset[str]


def features_of(text: str, subjects: Subjects) -> Features:
    """Take a message apart."""
    raw = excerpt(text, LONGEST)
    folded = plain(fold(raw))
    bare = joined(marked(folded))
    if len(bare) > LONGEST_HAN and letters(HAN_RUN, bare) > LONGEST_HAN:
        bare = excerpt(bare, LONGEST_HAN)
    written = TOKEN.findall(bare)
    tokens = [undisguised(token) for token in written] if MEETING.search(bare) else written
    seen: dict[str, str] = {}
    about: set[str] = set()
    single = frozenset(_take_words(tokens, subjects, seen, about))
    script = LATIN if bare.isascii() and tokens else script_of(" ".join(tokens))
    traits = [f"{script}:{trait}" for trait in traits_of(raw, folded, bare)]
    if tokens != written:
        traits.append(f"{script}:disguised")
    topics = [f"{script}:{one}+{other}" for one, other in combinations(sorted(about), 2)]
    seen.update(dict.fromkeys((*traits, *topics), ""))
    words = letters(HAN_RUN, bare) if script == HAN_NAME else len(tokens)
    return Features(script=script, words=words, seen=seen, single=single)


def excerpt(text: str, most: int) -> str:
    """Beginning and end of what is longer: what is offered stands in one, whom to write to in the other."""
    return text if len(text) <= most else f"{text[: most - most // 3]} {text[-most // 3 :]}"


def marked(folded: str) -> str:
    """A folded text with a mark in place of each address and @name: which it is says nothing to a stranger."""
    if ADDRESS_LIKE.search(folded):
        folded = ADDRESS.sub(f" {ADDRESS_MARK} ", folded)
    return NAME.sub(f" {NAME_MARK} ", folded) if "@" in folded else folded


def _take_words(tokens: Sequence[str], subjects: Subjects, seen: dict[str, str], about: set[str]) -> list[str]:
    """Each word and each two that stand together; of a run of Han its end meets what follows it.

    Returns the features that are single words.
    """
    single: list[str] = []
    runs: list[str] = []
    left = left_word = ""
    for token in tokens:
        first = token[0]
        if FIRST_HAN <= first <= LAST_HAN:
            runs.append(token)
            right, stem = first, token[-1]
        else:
            right = stem = f"#{min(len(token), MOST_DIGITS)}" if first.isdigit() and token.isdigit() else token[:STEM]
            feature = f"{stem}·"
            if stem[0] == "#":
                seen[feature] = ""
            else:
                seen[feature] = token
                single.append(feature)
            if token[:HEAD] in subjects.heads:
                about |= subjects.of_word(token)
        if left and not (FIRST_HAN <= left[0] <= LAST_HAN and FIRST_HAN <= right <= LAST_HAN):
            seen.setdefault(f"{left} {right}", f"{left_word} {token}")
        left, left_word = stem, token
    single += _take_han(runs, subjects, seen, about) if runs else ()
    return single


def _take_han(runs: Sequence[str], subjects: Subjects, seen: dict[str, str], about: set[str]) -> dict[str, str]:
    """Each character and each two that stand together: Chinese has no spaces, and words of two are most of it."""
    characters = dict.fromkeys("".join(runs), "")
    pairs = [run[place : place + 2] for run in runs for place in range(len(run) - 1)]
    seen.update(characters)
    seen.update(zip(pairs, pairs, strict=True))
    text = " ".join(runs)
    for pair in subjects.phrases.keys() & pairs:
        about |= subjects.of_han(text, pair)
    return characters


def traits_of(raw: str, folded: str, bare: str) -> Iterator[str]:
    """What a message has besides words. `bare` has marks where addresses and @names stood."""
    addresses, names = bare.count(ADDRESS_MARK), bare.count(NAME_MARK)
    if addresses:
        yield "address"
    if addresses and ("t.me/" in folded or "telegram.me/" in folded):
        yield "telegram"
    if names:
        yield "name"
    if (addresses or names) and len(folded) < SHORT:
        yield "short-lead"
    if SUM.search(folded):
        yield "sum"
    if "?" in raw or "？" in raw:  # matching data, noqa: zh
        yield "question"
    if raw.count("!") + raw.count("！") >= LOUD:  # matching data, noqa: zh
        yield "loud"
    if not raw.isascii():
        yield from _emoji(raw)


def _emoji(raw: str) -> Iterator[str]:
    count = len(EMOJI.findall(raw))
    if not count:
        return
    yield "many-emoji" if count >= MANY_EMOJI else "emoji"
    if POINTING.search(raw):
        yield "pointing"
    if LURING.search(raw):
        yield "luring"
