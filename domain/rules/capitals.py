"""Shouting: too many capital letters."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

CAPITALS, SMALL = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()


class CapitalsSettings(RuleSettings):
    """At most so large a `share` of capitals, in percent, among `letters` or more that have two cases."""

    mode: Mode = "off"
    cites: int = Field(default=2, ge=0, le=50)
    share: int = Field(default=70, ge=10, le=100)
    letters: int = Field(default=20, ge=5, le=500)


def check(message: Message, _scene: Scene, settings: CapitalsSettings) -> Hit | None:
    """More capitals than are welcome; letters without case, as in Chinese or Arabic, do not count."""
    said = message.said
    if len(said) < settings.letters or said.islower():
        return None
    capitals, small = cases(said)
    if capitals + small < settings.letters or capitals * 100 <= settings.share * (capitals + small):
        return None
    return Hit(rule="capitals", because=phrase("rules-because-capitals", share=settings.share))


def cases(text: str) -> tuple[int, int]:
    """How many capital and how many small letters a text has."""
    if text.isascii():
        plain = text.encode()
        return len(plain) - len(plain.translate(None, CAPITALS)), len(plain) - len(plain.translate(None, SMALL))
    if text.lower() == text.upper():
        return 0, 0
    return sum(map(str.isupper, text)), sum(map(str.islower, text))
