"""Too many messages in too short a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.rules.judgement import RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Hit, Scene


class FloodSettings(RuleSettings):
    """More than `messages` within `seconds` is a flood; an album counts once."""

    cites: int = Field(default=2, ge=0, le=50)
    messages: int = Field(default=7, ge=3, le=100)
    seconds: int = Field(default=10, ge=2, le=600)


def check(message: Message, scene: Scene, settings: FloodSettings) -> Hit | None:
    """Judge by message dates, never by arrival."""
    del message, scene, settings
    return None
