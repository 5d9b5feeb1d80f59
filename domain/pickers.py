"""What can be chosen with one press, for each kind of setting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from domain.entries import shown_value
from domain.paths import Kind
from domain.phrases import phrase
from domain.rules.actions import PRESETS
from domain.zones import COMMON

if TYPE_CHECKING:
    from domain.paths import Setting, SettingValue
    from domain.phrases import Phrase

Pressed: TypeAlias = str | int | bool

CLOCK = "%H:%M"
CLOCK_STEPS = (timedelta(hours=-1), timedelta(minutes=-15), timedelta(minutes=15), timedelta(hours=1))


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A value and the words on its button."""

    label: Phrase
    value: Pressed


def rows(  # noqa: PLR0911 - a kind a line
    setting: Setting, current: SettingValue, now: datetime
) -> tuple[tuple[Choice, ...], ...]:
    """Rows of choices; none for what has to be typed."""
    match setting.kind:
        case Kind.TOGGLE:
            return (tuple(_marked(setting, value, current) for value in (True, False)),)
        case Kind.CHOICE:
            return _pairs([_marked(setting, value, current) for value in setting.choices])
        case Kind.ACTION:
            return _pairs([_marked(setting, value, current) for value in PRESETS])
        case Kind.NUMBER if isinstance(current, int):
            return (number_steps(setting, current),)
        case Kind.TIME if isinstance(current, str):
            return (time_steps(current),)
        case Kind.ZONE:
            return _pairs([_zone(name, current, now) for name in COMMON])
        case _:
            return ()


def number_steps(setting: Setting, current: int) -> tuple[Choice, ...]:
    """Steps down and up, small and large, that stay within the bounds; a large one stops at the bound."""
    span = setting.most - setting.least
    sizes = [size for size in (1, 10, 100) if size == 1 or size * 3 <= span]
    wanted = [-size for size in reversed(sizes)] + sizes
    steps: dict[int, Choice] = {}
    for step in wanted:
        value = min(max(current + step, setting.least), setting.most)
        if value != current:
            steps.setdefault(value, Choice(label=_step(value - current, more=value > current), value=value))
    return tuple(steps[value] for value in sorted(steps))


def time_steps(current: str) -> tuple[Choice, ...]:
    """A quarter or an hour earlier and later, round the clock."""
    start = datetime.strptime(current, CLOCK)  # noqa: DTZ007 - a clock time without a day
    return tuple(
        Choice(label=_step(step, more=step > timedelta()), value=(start + step).strftime(CLOCK)) for step in CLOCK_STEPS
    )


def zone_label(name: str, now: datetime) -> Phrase:
    """A zone with the time on its clocks."""
    return phrase("settings-zone", name=name, clock=now.astimezone(ZoneInfo(name)).strftime(CLOCK))


def _zone(name: str, current: SettingValue, now: datetime) -> Choice:
    words = zone_label(name, now)
    return Choice(label=phrase("settings-chosen", value=words) if name == current else words, value=name)


def _marked(setting: Setting, value: Pressed, current: SettingValue) -> Choice:
    words = phrase("settings-pick", value=shown_value(setting, value))
    return Choice(label=phrase("settings-chosen", value=words) if value == current else words, value=value)


def _step(step: float | timedelta, *, more: bool) -> Phrase:
    return phrase("settings-more" if more else "settings-less", step=step if more else -step)


def _pairs(choices: list[Choice]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(choices[start : start + 2]) for start in range(0, len(choices), 2))
