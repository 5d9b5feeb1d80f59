"""Words as one chat hears them: its language, its time zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.settings import LANGUAGES
from models import people
from services.settings import settings_of

if TYPE_CHECKING:
    from domain.phrases import Phrase, Text
    from models.people import Known
    from models.work import Work
    from services.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """Words in one language and time zone."""

    words: Words
    language: str
    timezone: str

    def html(self, text: Text) -> str:
        """Telegram HTML."""
        return self.words.html(text, language=self.language, timezone=self.timezone)

    def plain(self, text: Phrase) -> str:
        """For buttons and answers to presses."""
        return self.words.plain(text, language=self.language, timezone=self.timezone)


def spoken_by(person: Known | None) -> str | None:
    """The language a person chose, else the one their client speaks, where we speak it too."""
    if person is None or person.language is not None:
        return person.language if person else None
    client = (person.client_language or "").lower().partition("-")[0]
    return client if client in LANGUAGES else None


async def voice_of(work: Work, words: Words, *, chat_id: int, language: str | None = None) -> Voice:
    """The chat's voice: in the given language, else a person's own in private chat, else the chat's."""
    settings = await settings_of(work, chat_id)
    if language is None and chat_id > 0:
        language = spoken_by(await people.find(work, chat_id))
    return Voice(words=words, language=language or settings.language, timezone=settings.timezone)
