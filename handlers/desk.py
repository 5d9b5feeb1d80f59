"""Where the application finds the transaction of the update it is answering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from telegram.ext import Application, CallbackContext, ExtBot

    from handlers.turn import Attachment, BotIdentity
    from models.work import Work
    from services.words import Words


@dataclass(slots=True)
class Visit:
    """One update being answered in an open transaction; `error` is what its handler raised."""

    work: Work
    now: datetime
    attachment: Attachment | None = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The application's `bot_data`: visits by update_id."""

    visits: dict[int, Visit] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """What every answer needs besides the update and its transaction."""

    words: Words
    bot: BotIdentity


Context: TypeAlias = "CallbackContext[ExtBot[None], dict[object, object], dict[object, object], Desk]"
# The last parameter is the job queue, which there is none of; PTB has no name for its absence.
Office: TypeAlias = "Application[ExtBot[None], Context, dict[object, object], dict[object, object], Desk, Any]"
