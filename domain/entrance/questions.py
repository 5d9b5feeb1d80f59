"""A chat's own question as a manager types it: the question, then an option a line, `+` before the right one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.entrance.challenges import LEAST_OPTIONS, MOST_OPTIONS, Question
from domain.phrases import phrase
from domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTION = re.compile(r"\s*([+＋✓✔*]|[-－–•])\s*(\S.*?)\s*")
RIGHT = frozenset("+＋✓✔*")
LONGEST_QUESTION, LONGEST_OPTION = 300, 60


def read_question(text: str) -> Question:
    """The question written. Raises Refusal, with how it is to be written."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = [OPTION.fullmatch(line) for line in lines]
    words = " ".join(line.strip() for line, option in zip(lines, found, strict=True) if option is None)
    options = [(option[2], option[1] in RIGHT) for option in found if option is not None]
    right = [place for place, (_, is_right) in enumerate(options) if is_right]
    if not words or not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS or len(right) != 1:
        raise Refusal(phrase("questions-form", least=str(LEAST_OPTIONS), most=str(MOST_OPTIONS)))
    names = [name for name, _ in options]
    if len(words) > LONGEST_QUESTION or any(len(name) > LONGEST_OPTION for name in names):
        raise Refusal(phrase("questions-long", question=str(LONGEST_QUESTION), option=str(LONGEST_OPTION)))
    if len(set(names)) < len(names):
        raise Refusal(phrase("questions-twice"))
    return Question(text=words, options=tuple(names), answer=right[0])


def marked(question: Question) -> Sequence[tuple[str, bool]]:
    """Each option with whether it is the right one."""
    return [(option, place == question.answer) for place, option in enumerate(question.options)]
