"""Ids that the source puts together: for each beginning, the whole ids there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from domain import paths
from domain.entries import label
from domain.paths import Kind
from domain.roles import Role
from domain.rules.judgement import Action
from domain.settings import LANGUAGES
from handlers.catalog import COMMANDS
from handlers.kinds import Kind as ArgumentKind
from handlers.start import RIGHTS
from handlers.usage import help_key
from services.spans import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable


def labels() -> list[str]:
    """Names and explanations of every setting and section."""
    places = [setting.path for setting in paths.all_settings()] + [path for path in paths.sections() if path]
    return [key for place in places for key in (label(place).key, f"{label(place).key}.help")]


def rights() -> set[str]:
    """Every admin right that anything asks for."""
    asked = {right for command in COMMANDS for right in command.bot_rights}
    return {right.removeprefix("can_") for right in asked} | set(RIGHTS)


def made(head: str, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of a beginning."""
    return tuple(f"{head}{name.replace('_', '-')}" for name in names)


FAMILIES: dict[str, tuple[str, ...]] = {
    "common-span-": made("common-span-", [unit for unit, _size in UNITS]),
    "common-role-": made("common-role-", [role.name.lower() for role in Role]),
    "common-right-": made("common-right-can-", sorted(rights())),
    "settings-label-": tuple(labels()),
    "settings-choice-": made("settings-choice-", [*LANGUAGES, *get_args(Action)]),
    "settings-expected-": made("settings-expected-", Kind),
    "arguments-missing-": made("arguments-missing-", [kind.name.lower() for kind in ArgumentKind]),
    "help-": tuple(help_key(command) for command in COMMANDS),
    "help-section-": made("help-section-", sorted({command.section for command in COMMANDS})),
}
# Said only when there are such words.
OPTIONAL = tuple(f"{help_key(command)}.{name}" for command in COMMANDS for name in ("usage", "example"))
