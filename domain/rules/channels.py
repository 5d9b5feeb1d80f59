"""Posts in the name of channels and other groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.messages import Origin
from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.judgement import Hit, Mode, RuleSettings
from domain.rules.names import Names, is_named

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

QUOTE_LENGTH = 60


class ChannelsSettings(RuleSettings):
    """Nobody speaks in the name of a channel but `allowed` ones, by @username or id.

    A ban shuts out the channel and nobody behind it: its owner may go on under their own name.
    """

    mode: Mode = "off"
    action: ActionText = "ban"
    cites: int = Field(default=5, ge=0, le=50)
    allowed: Names = ()


def check(message: Message, scene: Scene, settings: ChannelsSettings) -> Hit | None:
    """A channel that is neither this chat itself, nor linked to it, nor allowed."""
    speaker = message.sender_chat_id
    if message.origin is not Origin.CHANNEL or speaker is None or speaker == message.chat_id:
        return None
    if is_named(settings.allowed, username=message.sender_username, chat_id=speaker):
        return None
    if str(speaker) in scene.own_names:
        return None
    return Hit(rule="channels", because=phrase("rules-because-channels"), quote=message.sender_name[:QUOTE_LENGTH])
