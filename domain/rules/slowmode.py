"""One message a member in so many seconds: bots cannot switch on Telegram's own slow mode."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

# As far back as what somebody wrote is remembered (see services/judging.py).
LONGEST = 600


class SlowmodeSettings(RuleSettings):
    """After a message the next one must wait `seconds`."""

    mode: Mode = "off"
    action: ActionText = "delete"
    seconds: int = Field(default=30, ge=5, le=LONGEST)


def check(message: Message, scene: Scene, settings: SlowmodeSettings) -> Hit | None:
    """Judge by message dates; what was removed made nobody wait, an album counts once, an edit is nothing new.

    Only the first message that came too early is spoken of; those after it just go.
    """
    if message.edited or not scene.recent:
        return None
    window = timedelta(seconds=settings.seconds)
    earlier = [
        recent
        for recent in scene.recent
        if timedelta() <= message.at - recent.at < window and (message.album is None or recent.album != message.album)
    ]
    if all(recent.removed for recent in earlier):
        return None
    return Hit(
        rule="slowmode",
        because=phrase("rules-because-slowmode", span=window),
        continues=any(recent.removed for recent in earlier),
    )
