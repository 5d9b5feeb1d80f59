"""Who has earned trust: by messages that say something, over some days, without breaking a rule since."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

from domain.messages import Origin

if TYPE_CHECKING:
    from datetime import datetime

    from domain.messages import Message


class TrustSettings(BaseModel):
    """So many messages of such a length, so many days after the first of them; a violation begins it anew."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    messages: int = Field(default=5, ge=1, le=1000)
    characters: int = Field(default=15, ge=1, le=500)
    days: int = Field(default=2, ge=0, le=366)


class Earned(Struct, frozen=True, kw_only=True):
    """What somebody has earned in a chat. `since` is when counting began: first seen, or the last violation."""

    worthy: int
    since: datetime
    approved: bool = False


def is_worthy(message: Message, settings: TrustSettings) -> bool:
    """Whether a message counts towards trust: a person's own words, long enough, no command, no forward, no link.

    Han characters say more than letters: each counts twice.
    """
    if message.origin is not Origin.MEMBER or message.forward is not None or message.via_bot or message.links:
        return False
    text = message.text
    if len(text) * 2 < settings.characters or text.startswith(("/", "!")):
        return False
    weight, kinds = 0, set[str]()
    for letter in text:
        if letter.isalpha():
            kinds.add(letter)
            weight += 2 if letter >= "\u2e80" else 1
            if weight >= settings.characters:
                break
    return weight >= settings.characters and len(kinds) * 4 > settings.characters


def is_trusted(earned: Earned, settings: TrustSettings, *, at: datetime) -> bool:
    """Whether somebody is trusted at an instant."""
    if earned.approved:
        return True
    return earned.worthy >= settings.messages and at - earned.since >= timedelta(days=settings.days)
