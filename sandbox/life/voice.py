"""How phrases become messages: slots are filled, and nothing is repeated while there is something new."""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

from sandbox.life.phrases import Phrases

T = TypeVar("T")

_SLOT = re.compile(r"\{(\w+)\}")
_REMEMBERED = 600
_ATTEMPTS = 6
_NESTING = 3


class Voice:
    """Draws phrases like cards from shuffled decks, so that the same words come back as late as possible."""

    def __init__(self, words: Phrases, rng: Random) -> None:
        self.words = words
        self._rng = rng
        self._decks: dict[str, list[int]] = {}
        self._spent: dict[str, list[int]] = {}
        self._recent: deque[str] = deque(maxlen=_REMEMBERED)

    def draw(self, name: str, cards: Sequence[T]) -> T:
        """The next card of a named deck; a spent deck is shuffled anew."""
        deck = self._decks.get(name)
        if not deck:
            deck = self._decks[name] = self._shuffled(name, len(cards))
        position = deck.pop()
        if len(deck) < len(cards) // 2:
            self._spent.setdefault(name, []).append(position)
        return cards[position]

    def _shuffled(self, name: str, count: int) -> list[int]:
        """A full deck with the cards that were drawn last at the bottom."""
        late = self._spent.pop(name, [])
        early = [position for position in range(count) if position not in late]
        self._rng.shuffle(late)
        self._rng.shuffle(early)
        return late + early

    def say(self, name: str, cards: Sequence[str], **known: str) -> str:
        """A message from a deck with its slots filled, one not heard lately where possible."""
        text = ""
        for _ in range(_ATTEMPTS):
            text = self.fill(self.draw(name, cards), known)
            if text not in self._recent:
                break
        self._recent.append(text)
        return text

    def fill(self, phrase: str, known: Mapping[str, str]) -> str:
        """A phrase with its slots filled; `{Name}` begins a sentence, known values come first."""
        text = phrase
        for _ in range(_NESTING):
            if "{" not in text:
                break
            text = _SLOT.sub(lambda match: self._value(match[1], known), text)
        return text[:1].upper() + text[1:]

    def _value(self, slot: str, known: Mapping[str, str]) -> str:
        name = slot.lower()
        value = known.get(name)
        if value is None:
            value = self.draw(f"slot:{name}", self.words.slots[name])
        return value[:1].upper() + value[1:] if slot[0].isupper() else value
