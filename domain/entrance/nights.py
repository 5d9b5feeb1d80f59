"""When it is night in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import datetime

    from domain.entrance.settings import NightSettings


def is_night(settings: NightSettings, now: datetime, timezone: str) -> bool:
    """Whether the chat's own clock stands in the hours of its night, whatever clocks do on that day."""
    if not settings.enabled or settings.begins == settings.ends:
        return False
    clock = now.astimezone(ZoneInfo(timezone)).strftime("%H:%M")
    if settings.begins < settings.ends:
        return settings.begins <= clock < settings.ends
    return clock >= settings.begins or clock < settings.ends
