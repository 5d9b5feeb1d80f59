"""Too many emoji in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.pictographs import count_emoji
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


class EmojiSettings(RuleSettings):
    """At most so many emoji in one message, and so many custom ones among them."""

    mode: Mode = "off"
    cites: int = Field(default=2, ge=0, le=50)
    most: int = Field(default=15, ge=0, le=100)
    custom: int = Field(default=15, ge=0, le=100)


def check(message: Message, _scene: Scene, settings: EmojiSettings) -> Hit | None:
    """More emoji than are welcome; a custom emoji stands in the text as an ordinary one."""
    if message.custom_emoji > settings.custom:
        return Hit(rule="emoji", because=phrase("rules-because-emoji-custom", most=settings.custom))
    said = message.said
    if len(said) <= settings.most or count_emoji(said) <= settings.most:
        return None
    return Hit(rule="emoji", because=phrase("rules-because-emoji", most=settings.most))
