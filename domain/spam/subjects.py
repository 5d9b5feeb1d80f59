"""What words are about: earning, work, contact …; read from lists that are written by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.spam.scripts import HAN_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Endings = tuple[tuple[str, str], ...]

COMMENT, ANY = "#", "*"
# Beginnings are found by so many of their letters.
HEAD = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Subjects:
    """Subjects by word, by beginning and by Han phrase (both under their first two letters).

    `heads` are the first letters of everything that is no Han phrase.
    """

    words: Mapping[str, str]
    beginnings: Mapping[str, Endings]
    phrases: Mapping[str, Endings]
    heads: frozenset[str]

    def of_word(self, word: str) -> set[str]:
        """What a word is about."""
        found = {subject for beginning, subject in self.beginnings.get(word[:HEAD], ()) if word.startswith(beginning)}
        exact = self.words.get(word)
        return found if exact is None else found | {exact}

    def of_han(self, text: str, head: str) -> set[str]:
        """What the phrases in a text are about that begin with two characters."""
        return {subject for phrase, subject in self.phrases.get(head, ()) if phrase in text}


def read_subjects(text: str) -> Subjects:
    """Lines of `subject: word begin* …`; `*` stands for any ending. Raises ValueError for a line without a subject."""
    words: dict[str, str] = {}
    beginnings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    phrases: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, entry in _entries(text):
        if HAN_LETTER.search(entry):
            phrase = entry.removesuffix(ANY)
            phrases[phrase[:HEAD]].append((phrase, subject))
        elif entry.endswith(ANY):
            beginnings[entry[:HEAD]].append((entry[:-1], subject))
        else:
            words[entry] = subject
    heads = frozenset(beginnings).union(word[:HEAD] for word in words)
    return Subjects(words=words, beginnings=_fixed(beginnings), phrases=_fixed(phrases), heads=heads)


def _entries(text: str) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        if not line.strip() or line.startswith(COMMENT):
            continue
        subject, colon, entries = line.partition(":")
        if not colon:
            raise ValueError(f"no subject: {line}")
        for entry in entries.split():
            yield subject.strip(), entry


def _fixed(listed: Mapping[str, list[tuple[str, str]]]) -> dict[str, Endings]:
    return {head: tuple(entries) for head, entries in listed.items()}
