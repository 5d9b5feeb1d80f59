"""What every rule is given and what it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

from domain.rules.actions import ActionText
from domain.rules.echoes import Echoes

if TYPE_CHECKING:
    from datetime import datetime

    from domain.phrases import Phrase
    from domain.spam.likelihood import Likelihood

# A rule in shadow judges and is counted, and nothing follows.
Mode: TypeAlias = Literal["off", "shadow", "on"]
# Whom a rule leaves alone besides those above all rules: whom a manager approved, or all who earned trust as well.
Spares: TypeAlias = Literal["nobody", "approved", "trusted"]


class RuleSettings(BaseModel):
    """What every rule lets a manager choose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Mode = "on"
    action: ActionText = "warn"
    spares: Spares = "approved"
    cites: int = Field(default=0, ge=0, le=50)


class Recent(Struct, frozen=True, kw_only=True):
    """A message the same person wrote in the same chat a short while before; `removed` when it broke a rule."""

    message_id: int
    at: datetime
    album: str | None
    removed: bool = False


class Staff(Struct, frozen=True, kw_only=True):
    """Somebody who runs the chat, as members see them."""

    user_id: int
    name: str
    username: str = ""


class Scene(Struct, frozen=True, kw_only=True):
    """What is known of the sender when a message is judged.

    `recent` are the sender's messages of the last ten minutes in this chat, by message date, oldest first,
    without the judged one; `run` is how many of the chat's newest messages in a row are the sender's, the judged one
    included. `joined_at` is None when the join was never seen. `staff` are those who run the chat.
    A `stranger` is nowhere seen to belong to the chat. `own_names` are usernames and ids that belong here: the chat's,
    its linked channel's, and of those the message names, people's.
    `echoes` are earlier messages that say the same.
    `spam` is what the classifier says of the message; None when it was not asked. `listed` are known spammers.
    """

    recent: tuple[Recent, ...] = ()
    run: int = 1
    joined_at: datetime | None = None
    messages: int = 0
    approved: bool = False
    trusted: bool = False
    proven: bool = False
    staff: tuple[Staff, ...] = ()
    stranger: bool = False
    own_names: frozenset[str] = frozenset()
    echoes: Echoes = Echoes()
    spam: Likelihood | None = None
    listed: bool = False

    def spared(self, spares: Spares) -> bool:
        """Whether a rule that spares these leaves the sender alone."""
        if spares == "nobody":
            return False
        return self.approved or (spares == "trusted" and self.trusted)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A message breaks a rule: `because` explains it to people, `quote` is the trigger.

    `also` are other message ids to remove with it. `continues` marks a further message of a burst that was
    judged already: it is removed, nobody is warned or punished a second time. `action` overrides the rule's own,
    `reason` is a manager's own words about the entry that was met.
    """

    rule: str
    because: Phrase
    quote: str = ""
    also: tuple[int, ...] = ()
    continues: bool = False
    action: str | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What the rules make of a message: the hit that is acted upon, and those of rules in shadow."""

    hit: Hit | None = None
    shadows: tuple[Hit, ...] = ()


INNOCENT = Judgement()
