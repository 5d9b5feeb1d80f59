"""The settings menu, made from the settings' own model: a page for every section and every setting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from domain import paths, pickers
from domain.effects import Button
from domain.entries import expected, label, shown_value, typed
from domain.paths import Kind
from domain.phrases import BLANK, Page, Phrase, phrase
from domain.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from domain.effects import Keyboard, LinkButton
    from domain.paths import Setting
    from domain.pickers import Pressed
    from domain.settings import ChatSettings

TYPED_WIDTH = 600
OPEN, SET, RESET, CLOSE = "settings-open", "settings-set", "settings-reset", "settings-close"
Row: TypeAlias = "tuple[Button | LinkButton, ...]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Menu:
    """What the pages are made of: the group, its settings, and which it has set itself; `last` ends the first page.

    `named` are values by the paths of their settings, where people call them otherwise than they are kept.
    """

    chat_id: int
    group: str
    settings: ChatSettings
    own: frozenset[str]
    now: datetime
    last: Row = ()
    named: Mapping[str, Phrase] = field(default_factory=dict)

    def page(self, path: str) -> tuple[Page, Keyboard]:
        """The page of a section or setting; an unknown path leads to the first page."""
        setting = paths.find(path)
        if setting is not None:
            return self._setting_page(setting)
        return self._section_page(path if path in paths.sections() else "")

    def _section_page(self, path: str) -> tuple[Page, Keyboard]:
        inside = [section for section in paths.sections() if section and _parent(section) == path]
        settings = [setting for setting in paths.below(path) if setting.section == path]
        lines = [self._line(setting) for setting in settings]
        lines += [_section_line(section) for section in inside]
        rows: list[Row] = [(self._entry(setting),) for setting in settings]
        rows += pairs(
            self._button(phrase("settings-section", label=label(section)), OPEN, section) for section in inside
        )
        return Page(lines=(*self._title(path), *lines)), (*rows, self._way_out(path))

    def _setting_page(self, setting: Setting) -> tuple[Page, Keyboard]:
        current = paths.read(self.settings, setting.path)
        written = typed(current)
        lines = (
            phrase("settings-current", value=self._value(setting)),
            help_of(setting.path),
            BLANK,
            phrase("settings-type", path=setting.path, example=written, expected=expected(setting))
            if len(written) <= TYPED_WIDTH
            else phrase("settings-long", path=setting.path),
        )
        rows = [
            tuple(self._button(choice.label, SET, setting.path, choice.value) for choice in row)
            for row in pickers.rows(setting, current, self.now)
        ]
        if setting.path in self.own:
            rows.append((self._button(phrase("settings-default"), RESET, setting.path),))
        return Page(lines=(*self._title(setting.path), *lines)), (*rows, self._way_out(setting.path))

    def _title(self, path: str) -> tuple[Phrase, ...]:
        names = path.split(".") if path else []
        trail: Phrase = phrase("settings-title", group=self.group)
        for count in range(1, len(names) + 1):
            trail = phrase("settings-trail", outer=trail, inner=label(".".join(names[:count])))
        return (trail, BLANK)

    def _line(self, setting: Setting) -> Phrase:
        value = self._value(setting)
        return phrase("settings-line", label=label(setting.path), value=value, help=help_of(setting.path))

    def _value(self, setting: Setting) -> Phrase | str:
        return self.named.get(setting.path) or shown_value(setting, paths.read(self.settings, setting.path))

    def _entry(self, setting: Setting) -> Button:
        """On and off are pressed at once; all else has a page of its own."""
        current = paths.read(self.settings, setting.path)
        if setting.kind is Kind.TOGGLE:
            mark = "settings-ticked" if current else "settings-unticked"
            return self._button(phrase(mark, label=label(setting.path)), SET, setting.path, not current)
        value = self._value(setting)
        return self._button(phrase("settings-entry", label=label(setting.path), value=value), OPEN, setting.path)

    def _way_out(self, path: str) -> Row:
        close = self._button(phrase("settings-close"), CLOSE, path)
        if not path:
            return (*self.last, close)
        return (self._button(phrase("settings-back"), OPEN, _parent(path)), close)

    def _button(self, words: Phrase, action: str, path: str, value: Pressed | None = None) -> Button:
        return Button(
            label=words,
            action=action,
            arguments={"path": path, "value": value},
            permission=Role.MANAGER,
            chat_id=self.chat_id,
        )


def pairs(buttons: Iterable[Button]) -> list[Row]:
    """Buttons two by two."""
    every = list(buttons)
    return [tuple(every[start : start + 2]) for start in range(0, len(every), 2)]


def help_of(path: str) -> Phrase:
    """The one line that explains a setting or section."""
    return phrase(f"{label(path).key}.help")


def _section_line(path: str) -> Phrase:
    return phrase("settings-line-section", label=label(path), help=help_of(path))


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def page_of(path: str) -> str:
    """The page to show once a setting was pressed: a toggle's section, else the setting's own."""
    setting = paths.find(path)
    return setting.section if setting and setting.kind is Kind.TOGGLE else path
