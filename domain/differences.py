"""What differs between a chat's settings at two times, in words people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import paths
from domain.entries import full_label, shown_value
from domain.paths import Kind
from domain.phrases import phrase
from domain.reports.lists import joined
from domain.reports.titles import shorten
from domain.setting_files import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.paths import SettingValue
    from domain.phrases import Phrase

VALUE_CELLS = 60
ITEM_CELLS = 40
LISTED = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One setting, or the numbered rules, as it was and as it is. No rules at all are the built-in ones."""

    path: str
    before: SettingValue
    after: SettingValue


def between(before: Mapping[str, SettingValue], after: Mapping[str, SettingValue]) -> tuple[Difference, ...]:
    """Every path whose value differs, in the order of `after`."""
    return tuple(
        Difference(path=path, before=before[path], after=value)
        for path, value in after.items()
        if before[path] != value
    )


def line(difference: Difference) -> Phrase:
    """One difference on one line; of a list, what came and what went."""
    label = name_of(difference.path)
    before, after = difference.before, difference.after
    if isinstance(before, tuple) and isinstance(after, tuple):
        return phrase("versions-line", label=label, change=_of_list(before, after))
    change = phrase("versions-change", before=_value(difference.path, before), after=_value(difference.path, after))
    return phrase("versions-line", label=label, change=change)


def name_of(path: str) -> Phrase:
    """The name of a setting, or of the numbered rules; of one that is no more, its path."""
    if path == NUMBERED:
        return phrase("versions-numbered")
    return full_label(path) if paths.find(path) else phrase("versions-gone", path=path)


def _value(path: str, value: SettingValue) -> Phrase | str:
    setting = paths.find(path)
    if setting is None or setting.kind in {Kind.TEXT, Kind.CHAT}:
        return shorten(str(value), VALUE_CELLS) if value not in {None, ""} else phrase("common-none")
    return shown_value(setting, value)


def _of_list(before: Sequence[str], after: Sequence[str]) -> Phrase:
    came = [item for item in after if item not in set(before)]
    went = [item for item in before if item not in set(after)]
    if came and went:
        return phrase("versions-both", came=_some(came), went=_some(went))
    if came:
        return phrase("versions-came", came=_some(came))
    return phrase("versions-went", went=_some(went)) if went else phrase("versions-order")


def _some(items: Sequence[str]) -> Phrase:
    """The first few, and how many more there are."""
    named = joined([phrase("versions-item", item=shorten(item, ITEM_CELLS)) for item in items[:LISTED]])
    more = len(items) - LISTED
    return phrase("versions-and-more", items=named, count=more) if more > 0 else named
