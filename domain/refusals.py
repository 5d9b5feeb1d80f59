"""Saying no to a person: one sentence, nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.phrases import Phrase


class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault of the program
    """What was asked cannot be done; `phrase` says why to the one who asked."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.key)
        self.phrase = phrase
