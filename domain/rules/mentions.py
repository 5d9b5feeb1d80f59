"""Too many people called at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


class MentionsSettings(RuleSettings):
    """At most so many people may be mentioned in one message; each counts once."""

    mode: Mode = "off"
    cites: int = Field(default=2, ge=0, le=50)
    most: int = Field(default=5, ge=0, le=50)


def check(message: Message, _scene: Scene, settings: MentionsSettings) -> Hit | None:
    """More mentions than are welcome, by @username or by a link to somebody."""
    if len(message.mentioned) + len(message.mentioned_names) <= settings.most:
        return None
    if len(set(message.mentioned)) + len(set(message.mentioned_names)) <= settings.most:
        return None
    return Hit(rule="mentions", because=phrase("rules-because-mentions", most=settings.most))
