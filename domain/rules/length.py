"""Messages that fill the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


class LengthSettings(RuleSettings):
    """At most so many characters and lines in one message; 0 does not look."""

    mode: Mode = "off"
    cites: int = Field(default=2, ge=0, le=50)
    characters: int = Field(default=1500, ge=0, le=4096)
    lines: int = Field(default=40, ge=0, le=500)


def check(message: Message, _scene: Scene, settings: LengthSettings) -> Hit | None:
    """Longer than is welcome, or drawn out over too many lines."""
    said = message.said
    if 0 < settings.characters < len(said):
        return Hit(rule="length", because=phrase("rules-because-length", most=settings.characters))
    if settings.lines and said.count("\n") >= settings.lines:
        return Hit(rule="length", because=phrase("rules-because-length-lines", most=settings.lines))
    return None
