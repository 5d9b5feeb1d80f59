from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from handlers.catalog import COMMANDS
from handlers.menus import menus

if TYPE_CHECKING:
    from domain.effects import SetCommands
    from services.words import Words

SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


@pytest.fixture
def made(words: Words) -> dict[tuple[str, str], SetCommands]:
    return {(str(menu.scope["type"]), menu.language): menu for menu in menus(words, default_language="zh")}


def permissions(menu: SetCommands) -> list[Role]:
    known = {command.name: command.least_role(private=False) for command in COMMANDS}
    return [known[name] for name, _ in menu.commands]


def test_every_scope_has_a_menu_in_every_language(made: dict[tuple[str, str], SetCommands]) -> None:
    assert set(made) == {(scope, language) for scope in SCOPES for language in ("", "zh", "en")}


def test_everybody_elses_menu_is_in_the_default_language(made: dict[tuple[str, str], SetCommands]) -> None:
    assert made["default", ""].commands == made["default", "zh"].commands
    assert made["default", ""].commands != made["default", "en"].commands


def test_menus_keep_telegrams_limits(made: dict[tuple[str, str], SetCommands]) -> None:
    for menu in made.values():
        assert 0 < len(menu.commands) <= 100
        assert all(1 <= len(text) <= 256 and "\n" not in text and "<" not in text for _, text in menu.commands)


def test_members_are_shown_their_own_commands_only(made: dict[tuple[str, str], SetCommands]) -> None:
    for scope in ("default", "all_group_chats"):
        assert set(permissions(made[scope, "en"])) == {Role.MEMBER}


def test_admins_are_shown_members_commands_first(made: dict[tuple[str, str], SetCommands]) -> None:
    shown = permissions(made["all_chat_administrators", "en"])
    assert shown == sorted(shown)
    assert max(shown) > Role.MEMBER


def test_what_is_not_for_menus_is_in_none(made: dict[tuple[str, str], SetCommands]) -> None:
    hidden = {command.name for command in COMMANDS if not command.menu}
    assert hidden
    assert not hidden & {name for menu in made.values() for name, _ in menu.commands}
