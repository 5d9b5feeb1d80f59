"""What a person types for a setting, read as its value; and what to say when it cannot be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.paths import Kind
from domain.phrases import Phrase, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.rules.actions import read_action
from domain.zones import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.paths import Setting, SettingValue

YES = frozenset({"on", "yes", "true", "y", "1", "开", "开启", "打开", "是"})  # matching data, noqa: zh
NO = frozenset({"off", "no", "false", "n", "0", "关", "关闭", "关掉", "否"})  # matching data, noqa: zh
NOTHING = frozenset({"none", "off", "empty", "-", "无", "空", "没有"})  # matching data, noqa: zh
DEFAULT = frozenset({"default", "默认"})  # matching data, noqa: zh
ITEM = re.compile(r"""\"[^\"\n]*\"|[^,，、;；\n]+""")
LISTED = 3
GIVEN_CELLS = 60
CLOCK = re.compile(r"(\d{1,2})(?:[:：](\d{2}))?")


def is_default(text: str) -> bool:
    """Whether the words ask for the default."""
    return text.strip().lower() in DEFAULT


def value_of(setting: Setting, text: str) -> SettingValue:
    """The value meant; bounds and choices are left to the model. Raises Refusal when it is no such value."""
    return READERS[setting.kind](setting, text.strip())


def refusal(setting: Setting, given: object) -> Refusal:
    """What was given, and what may be given instead."""
    return Refusal(
        phrase(
            "settings-refused",
            label=full_label(setting.path),
            given=shorten(typed(given), GIVEN_CELLS),
            expected=expected(setting),
        )
    )


def expected(setting: Setting) -> Phrase:
    """What may stand at a setting, with an example."""
    if setting.kind is Kind.NUMBER:
        return phrase("settings-expected-number", least=str(setting.least), most=str(setting.most))
    if setting.kind is Kind.CHOICE:
        return phrase("settings-expected-choice", choices=" | ".join(setting.choices))
    return phrase(f"settings-expected-{setting.kind}")


def label(path: str) -> Phrase:
    """The name of a setting or section."""
    return phrase(f"settings-label-{path.replace('.', '-').replace('_', '-')}")


def full_label(path: str) -> Phrase:
    """The name of a setting with those of its sections before it."""
    names = path.split(".")
    trail, *inner = [label(".".join(names[:count])) for count in range(1, len(names) + 1)]
    for name in inner:
        trail = phrase("settings-path", outer=trail, inner=name)
    return trail


def typed(value: object) -> str:
    """A value as a person would type it."""
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in value) or "none"
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def shown_value(setting: Setting, value: SettingValue) -> Phrase | str:
    """A value as a person would read it; a long list is only counted."""
    if setting.kind is Kind.TOGGLE:
        return phrase("settings-on" if value else "settings-off")
    if setting.kind is Kind.CHOICE:
        return phrase(f"settings-choice-{value}")
    if setting.kind is Kind.ACTION:
        return read_action(str(value)).described
    if value is None or value == ():
        return phrase("common-none")
    if isinstance(value, tuple) and len(value) > LISTED:
        return phrase("settings-items", count=len(value))
    return typed(value)


def _toggle(setting: Setting, text: str) -> bool:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise refusal(setting, text)


def _integer(setting: Setting, text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,18}", text):
        raise refusal(setting, text)
    return int(text)


def _chat(setting: Setting, text: str) -> int | None:
    return None if text.lower() in NOTHING else _integer(setting, text)


def _list(_setting: Setting, text: str) -> tuple[str, ...]:
    return () if text.lower() in NOTHING else tuple(filter(None, map(str.strip, ITEM.findall(text))))


def _clock(_setting: Setting, text: str) -> str:
    found = CLOCK.fullmatch(text)
    return f"{int(found[1]):02d}:{found[2] or '00'}" if found else text


READERS: Mapping[Kind, Callable[[Setting, str], SettingValue]] = {
    Kind.TOGGLE: _toggle,
    Kind.CHOICE: lambda _setting, text: text.lower(),
    Kind.ACTION: lambda _setting, text: text,
    Kind.NUMBER: _integer,
    Kind.TIME: _clock,
    Kind.ZONE: lambda _setting, text: zone_named(text) or text,
    Kind.CHAT: _chat,
    Kind.LIST: _list,
    Kind.TEXT: lambda _setting, text: text,
}
