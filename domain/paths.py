"""Settings by dotted path: which there are, and the whole made from overrides of single ones."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel, ValidationError

from domain.rules.actions import canonical
from domain.settings import ChatSettings, known_zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

SHOWN = 5

SettingValue: TypeAlias = "str | int | bool | tuple[str, ...] | None"


class Kind(StrEnum):
    """What is chosen, and so how it is shown in a menu and read from a person's words."""

    TOGGLE = "toggle"
    CHOICE = "choice"
    ACTION = "action"
    NUMBER = "number"
    TIME = "time"
    ZONE = "zone"
    CHAT = "chat"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """One setting. `choices` are those of a CHOICE, `least` and `most` the bounds of a NUMBER."""

    path: str
    kind: Kind
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def section(self) -> str:
        """The path of the section it stands in; empty at the top."""
        return self.path.rpartition(".")[0]


@cache
def all_settings() -> tuple[Setting, ...]:
    """Every setting of a chat, in the order of the model."""
    return tuple(_walk(ChatSettings, ""))


@cache
def sections() -> tuple[str, ...]:
    """The path of every section, outer before inner; the whole is the empty path."""
    found: dict[str, None] = {"": None}
    for setting in all_settings():
        parts = setting.path.split(".")
        found.update({".".join(parts[:count]): None for count in range(1, len(parts))})
    return tuple(found)


def find(path: str) -> Setting | None:
    """The setting at the path, or None."""
    return _by_path().get(path)


def below(prefix: str) -> tuple[Setting, ...]:
    """The setting itself, or all within a section; all there are for the empty prefix."""
    return tuple(
        setting
        for setting in all_settings()
        if not prefix or setting.path == prefix or setting.path.startswith(f"{prefix}.")
    )


def near(path: str) -> tuple[str, ...]:
    """Paths like the one written, and those within it when it is a section."""
    name = path.rpartition(".")[2]
    within = tuple(setting.path for setting in below(path) if path)
    sharing = tuple(known for known in _by_path() if name in known.split("."))
    close = get_close_matches(path, _by_path(), n=SHOWN, cutoff=0.6)
    return tuple(dict.fromkeys((*within, *sharing, *close)))[:SHOWN]


def read(settings: ChatSettings, path: str) -> SettingValue:
    """The value in force at a setting's path."""
    value: object = settings
    for name in path.split("."):
        value = getattr(value, name)
    if value is None or isinstance(value, str | int | tuple):
        return value
    raise TypeError(f"{path} is not one setting")


def assemble(overrides: Mapping[str, object]) -> ChatSettings:
    """All settings, with those given by path in place of the model's defaults. Raises ValidationError."""
    whole: dict[str, object] = {}
    for path, value in overrides.items():
        *outer, name = path.split(".")
        place = whole
        for part in outer:
            inner = place.setdefault(part, {})
            place = inner if isinstance(inner, dict) else {}
        place[name] = value
    return ChatSettings.model_validate(whole)


def sound(overrides: Mapping[str, object]) -> dict[str, object]:
    """The overrides without those that the model of this version does not take."""
    try:
        assemble(overrides)
    except ValidationError as error:
        wrong = [".".join(str(part) for part in fault["loc"]) for fault in error.errors()]
        return {path: value for path, value in overrides.items() if not any(_touch(path, bad) for bad in wrong)}
    return dict(overrides)


def _touch(path: str, place: str) -> bool:
    return path == place or path.startswith(f"{place}.") or place.startswith(f"{path}.") or not place


@cache
def _by_path() -> Mapping[str, Setting]:
    return {setting.path: setting for setting in all_settings()}


def _walk(model: type[BaseModel], prefix: str) -> Iterator[Setting]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _walk(field.annotation, f"{prefix}{name}.")
        else:
            yield _setting(f"{prefix}{name}", field)


def _setting(path: str, field: FieldInfo) -> Setting:
    annotation = field.annotation
    if get_origin(annotation) is Literal:
        return Setting(path=path, kind=Kind.CHOICE, choices=tuple(get_args(annotation)))
    if annotation is int:
        return Setting(path=path, kind=Kind.NUMBER, least=_bound(field, "ge"), most=_bound(field, "le"))
    return Setting(path=path, kind=_kind(path, field))


def _kind(path: str, field: FieldInfo) -> Kind:
    annotation = field.annotation
    if annotation is bool:
        return Kind.TOGGLE
    if annotation == (int | None):
        return Kind.CHAT
    if get_origin(annotation) is tuple:
        return Kind.LIST
    if annotation is not str:
        raise TypeError(f"no menu for {path}: {annotation}")
    checks = {getattr(item, "func", None) for item in field.metadata}
    if known_zone in checks:
        return Kind.ZONE
    if canonical in checks:
        return Kind.ACTION
    return Kind.TIME if any("[0-5]" in (getattr(item, "pattern", "") or "") for item in field.metadata) else Kind.TEXT


def _bound(field: FieldInfo, name: str) -> int:
    """A number's bound; one without has no place in a menu and is a fault of the model."""
    found = [getattr(item, name) for item in field.metadata if hasattr(item, name)]
    if not found:
        raise TypeError(f"a number without {name}: {field}")
    return int(found[0])
