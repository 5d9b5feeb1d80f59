"""What a newcomer is asked: made with chance from outside, graded by what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

    from domain.entrance.settings import Way
    from domain.phrases import Phrase

T = TypeVar("T")

OPTIONS = 8
CODE_LENGTH = 4
# No 0, 1, 7: drawn aslant they look like letters and like one another.
DIGITS = "2345689"
MOST_QUESTIONS = 5
LEAST_OPTIONS, MOST_OPTIONS = 2, 6


class Chance(Protocol):
    """Where chance comes from, as Python's Random has it."""

    def randrange(self, start: int, stop: int, /) -> int:
        """A whole number from `start` to below `stop`."""
        ...

    def shuffle(self, x: MutableSequence[T], /) -> None:
        """Bring into any order."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A manager's own question; `answer` is the place of the right option."""

    text: str
    options: tuple[str, ...]
    answer: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Challenge:
    """One round: what is asked, what can be pressed, and which of it is right. `code` is what a picture shows."""

    text: Phrase
    options: tuple[Phrase, ...]
    answer: int
    code: str = ""


def simple(way: Way) -> Challenge:
    """A button, or the rules to be accepted: whoever presses it is right."""
    key = "entrance-rules" if way == "rules" else "entrance-button"
    button = "entrance-accept" if way == "rules" else "entrance-human"
    return Challenge(text=phrase(key), options=(phrase(button),), answer=0)


def arithmetic(chance: Chance) -> Challenge:
    """A sum of two numbers below twenty, among sums close to it."""
    first, second = chance.randrange(2, 20), chance.randrange(2, 20)
    total = first + second
    near = [other for other in range(max(2, total - OPTIONS), total + OPTIONS) if other != total]
    chance.shuffle(near)
    numbers = [total, *near[: OPTIONS - 1]]
    chance.shuffle(numbers)
    return Challenge(
        text=phrase("entrance-arithmetic", first=str(first), second=str(second)),
        options=tuple(phrase("entrance-option", text=str(number)) for number in numbers),
        answer=numbers.index(total),
    )


def picture(chance: Chance) -> Challenge:
    """Digits to be read from a picture, among others."""
    codes: list[str] = []
    while len(codes) < OPTIONS:
        code = "".join(DIGITS[chance.randrange(0, len(DIGITS))] for _ in range(CODE_LENGTH))
        if code not in codes:
            codes.append(code)
    shown = codes[0]
    chance.shuffle(codes)
    return Challenge(
        text=phrase("entrance-picture"),
        options=tuple(phrase("entrance-option", text=code) for code in codes),
        answer=codes.index(shown),
        code=shown,
    )


def own(questions: Sequence[Question], place: int, chance: Chance) -> Challenge:
    """One of a chat's own questions, its options in any order."""
    question = questions[place]
    order = list(range(len(question.options)))
    chance.shuffle(order)
    return Challenge(
        text=phrase("entrance-question", place=str(place + 1), count=str(len(questions)), text=question.text),
        options=tuple(phrase("entrance-option", text=question.options[number]) for number in order),
        answer=order.index(question.answer),
    )


def is_enough(correct: int, *, of: int, pass_mark: int) -> bool:
    """Whether so many right answers reach the pass mark, in percent."""
    return correct * 100 >= pass_mark * of
