"""The same text, or nearly the same, again and again: by one member, or by many at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.messages import Message
    from domain.phrases import Phrase
    from domain.rules.echoes import Echo
    from domain.rules.judgement import Scene

QUOTE_LENGTH = 40
# "ok" and "+1" are said more often than a sentence before it is too often.
PATIENCE = 2


class RepeatsSettings(RuleSettings):
    """The same text `own` times by one member, or by `people` members, within `minutes`; 0 is never.

    `similarity` is how much of two texts must be the same, in percent. Other chats count too.
    """

    mode: Mode = "off"
    action: ActionText = "delete"
    cites: int = Field(default=2, ge=0, le=50)
    own: int = Field(default=3, ge=0, le=20)
    people: int = Field(default=4, ge=0, le=20)
    minutes: int = Field(default=10, ge=1, le=60)
    similarity: int = Field(default=70, ge=50, le=100)


def check(message: Message, scene: Scene, settings: RepeatsSettings) -> Hit | None:
    """Count the earlier messages that say the same, by message dates; an edit says nothing again."""
    if message.edited:
        return None
    since = message.at - timedelta(minutes=settings.minutes)
    same = [
        echo
        for echo in scene.echoes.same
        if echo.at >= since and echo.alike >= settings.similarity and not _is_itself(echo, message)
    ]
    sender = message.sender_id or message.sender_chat_id
    own = [echo for echo in same if echo.sender == sender]
    people = {echo.sender for echo in same} | {sender}
    if 0 < settings.own * (PATIENCE if scene.echoes.short else 1) <= len(own) + 1:
        return _hit(message, own, phrase("rules-because-repeats-own", count=len(own) + 1))
    if 0 < settings.people <= len(people):
        return _hit(message, same, phrase("rules-because-repeats-people", count=len(people)))
    return None


def _is_itself(echo: Echo, message: Message) -> bool:
    return (echo.chat_id, echo.message_id) == (message.chat_id, message.message_id)


def _hit(message: Message, same: Iterable[Echo], because: Phrase) -> Hit:
    here = {echo.message_id for echo in same if echo.chat_id == message.chat_id}
    return Hit(
        rule="repeats",
        because=because,
        quote=" ".join(message.text.split())[:QUOTE_LENGTH],
        also=tuple(sorted(here)),
    )
