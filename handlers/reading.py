"""Reads the words after a command one by one, with the people mentioned among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageEntity

if TYPE_CHECKING:
    from telegram import Message, User

QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "«": "»"}
WORD = re.compile(r"\S+")
COMMAND_WORD = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """The next word. `user` is the person it mentions, `end` where it ends in the text."""

    text: str
    end: int
    user: User | None = None


class Reader:
    """A place in the text of a message, from which words are taken."""

    def __init__(self, text: str, *, at: int = 0, mentions: dict[int, Word] | None = None) -> None:
        self._text = text
        self._at = at
        self._mentions = mentions or {}
        self._skip_space()

    @classmethod
    def after_command(cls, message: Message) -> Reader:
        """Everything after the message's first word."""
        text = message.text or ""
        command = COMMAND_WORD.match(text)
        return cls(text, at=command.end() if command else 0, mentions=mentions_of(message))

    def peek(self) -> Word | None:
        """The next word without taking it: a mention whole, what stands in quotes without them."""
        if self._at >= len(self._text):
            return None
        if self._at in self._mentions:
            return self._mentions[self._at]
        closing = QUOTES.get(self._text[self._at])
        end = self._text.find(closing, self._at + 1) if closing else -1
        if end > 0:
            return Word(self._text[self._at + 1 : end], end + 1)
        found = WORD.match(self._text, self._at)
        return Word(found.group(), found.end()) if found else None

    def take(self, word: Word) -> str:
        """Go on behind the word."""
        self._at = word.end
        self._skip_space()
        return word.text

    def rest(self) -> str:
        """All that is left, as it was written."""
        left = self._text[self._at :].rstrip()
        self._at = len(self._text)
        return left

    def _skip_space(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1


def mentions_of(message: Message) -> dict[int, Word]:
    """People mentioned without a @username, by where the mention begins; Telegram counts in UTF-16."""
    text = message.text or ""
    encoded = text.encode("utf-16-le")

    def index(offset: int) -> int:
        return len(encoded[: offset * 2].decode("utf-16-le", errors="ignore"))

    found: dict[int, Word] = {}
    for entity in message.entities:
        if entity.type == MessageEntity.TEXT_MENTION and entity.user:
            start, end = index(entity.offset), index(entity.offset + entity.length)
            found[start] = Word(text[start:end], end, entity.user)
    return found
