"""Who has just come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


def is_new(message: Message, scene: Scene, *, hours: int, messages: int) -> bool:
    """Within the first hours of a join that was seen, or within the first messages."""
    if scene.messages < messages:
        return True
    if scene.joined_at is None or message.at < scene.joined_at:
        return False
    return message.at - scene.joined_at < timedelta(hours=hours)
