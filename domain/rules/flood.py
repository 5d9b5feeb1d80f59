"""Too many messages in too short a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.judgement import Hit, RuleSettings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.messages import Message
    from domain.rules.judgement import Scene


class FloodSettings(RuleSettings):
    """More than `messages` within `seconds` is a flood, and more than `row` with nobody between; an album counts once.

    0 in a row looks only at the time.
    """

    cites: int = Field(default=2, ge=0, le=50)
    messages: int = Field(default=7, ge=3, le=100)
    seconds: int = Field(default=10, ge=2, le=600)
    row: int = Field(default=0, ge=0, le=100)


def check(message: Message, scene: Scene, settings: FloodSettings) -> Hit | None:
    """Judge by message dates, never by arrival; an edit writes nothing new.

    A flood that goes on is punished again only after another `seconds`, or another `row` messages; until then its
    messages just go.
    """
    if message.edited:
        return None
    return _too_fast(message, scene, settings) or _too_many_in_a_row(message, scene, settings)


def _too_fast(message: Message, scene: Scene, settings: FloodSettings) -> Hit | None:
    if len(scene.recent) < settings.messages:
        return None
    window = timedelta(seconds=settings.seconds)
    started: dict[int | str, datetime] = {}
    ids: dict[int, datetime] = {}
    for recent in scene.recent:
        if recent.at <= message.at and recent.message_id != message.message_id:
            ids[recent.message_id] = recent.at
            started.setdefault(recent.album or recent.message_id, recent.at)
    is_new = (message.album or message.message_id) not in started
    moments = [*sorted(started.values()), *((message.at,) if is_new else ())]
    if sum(message.at - moment < window for moment in moments) <= settings.messages:
        return None
    continues = not (is_new and begins_burst(moments, more_than=settings.messages, window=window))
    return Hit(
        rule="flood",
        because=phrase("rules-because-flood", messages=settings.messages, seconds=settings.seconds),
        also=() if continues else tuple(sorted(one for one, at in ids.items() if message.at - at < window)),
        continues=continues,
    )


def _too_many_in_a_row(message: Message, scene: Scene, settings: FloodSettings) -> Hit | None:
    """Nobody between counts for the ten minutes of `recent`: in a quiet group somebody may speak alone all day."""
    if not 0 < settings.row < scene.run or len(scene.recent) < settings.row:
        return None
    units: dict[int | str, list[int]] = {}
    for recent in scene.recent:
        if recent.message_id != message.message_id:
            units.setdefault(recent.album or recent.message_id, []).append(recent.message_id)
    is_begun = message.album is not None and message.album in units
    length = min(scene.run, len(units) + (not is_begun))
    if length <= settings.row:
        return None
    continues = is_begun or (length - 1) % settings.row != 0
    before = list(units.values())[-settings.row :]
    return Hit(
        rule="flood",
        because=phrase("rules-because-flood-row", messages=settings.row),
        also=() if continues else tuple(sorted(one for unit in before for one in unit)),
        continues=continues,
    )


def begins_burst(moments: Sequence[datetime], *, more_than: int, window: timedelta) -> bool:
    """Whether the last moment is the first, or the first again after a whole window, of those too many."""
    punished: int | None = None
    for index in range(more_than, len(moments)):
        too_many = moments[index] - moments[index - more_than] < window
        if too_many and (punished is None or moments[index] - moments[punished] >= window):
            punished = index
    return punished == len(moments) - 1
