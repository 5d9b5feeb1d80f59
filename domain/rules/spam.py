"""What reads like spam, by what earlier spam and this chat's own talk were made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.judgement import Hit, RuleSettings, Spares

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

QUOTE_LENGTH = 60


class SpamSettings(RuleSettings):
    """From `threshold` percent of likelihood on, a message is taken for spam."""

    action: ActionText = "review"
    spares: Spares = "trusted"
    cites: int = Field(default=3, ge=0, le=50)
    threshold: int = Field(default=90, ge=70, le=99)


def check(_message: Message, scene: Scene, settings: SpamSettings) -> Hit | None:
    """The words that spoke loudest are quoted, so that managers see what it is about."""
    if scene.listed:
        return Hit(rule="spam", because=phrase("rules-because-listed"))
    if scene.spam is None or scene.spam.probability * 100 < settings.threshold:
        return None
    return Hit(
        rule="spam",
        because=phrase("rules-because-spam", percent=int(scene.spam.probability * 100)),
        quote=", ".join(scene.spam.loudest)[:QUOTE_LENGTH],
    )
