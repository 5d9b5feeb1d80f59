"""What every rule is given and what it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from datetime import datetime

    from domain.phrases import Phrase

Action = Literal["delete", "warn", "mute", "kick", "ban"]


class RuleSettings(BaseModel):
    """What every rule lets a manager choose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    enabled: bool = True
    action: Action = "warn"
    cites: int = Field(default=0, ge=0, le=50)


class Recent(Struct, frozen=True, kw_only=True):
    """A message the same person wrote in the same chat a short while before; `removed` when it broke a rule."""

    message_id: int
    at: datetime
    album: str | None
    removed: bool = False


class Scene(Struct, frozen=True, kw_only=True):
    """What is known of the sender when a message is judged.

    `recent` are the sender's messages of the last ten minutes in this chat, by message date, oldest first,
    without the judged one. `joined_at` is None when the join was never seen.
    """

    recent: tuple[Recent, ...] = ()
    joined_at: datetime | None = None
    messages: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A message breaks a rule: `because` explains it to people, `quote` is the trigger.

    `also` are other message ids to remove with it. `continues` marks a further message of a burst that was
    judged already: it is removed, nobody is warned or punished a second time. `action` is what follows instead of
    the rule's own, as a manager wrote it, with the manager's `reason`.
    """

    rule: str
    because: Phrase
    quote: str = ""
    also: tuple[int, ...] = ()
    continues: bool = False
    action: str | None = None
    reason: str = ""
