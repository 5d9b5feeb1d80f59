"""BotFather's menus: what Telegram itself offers after a `/`, for every kind of chat and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import SetCommands
from domain.phrases import phrase
from domain.roles import Role
from domain.settings import LANGUAGES
from handlers.catalog import COMMANDS
from handlers.command import Scope
from handlers.usage import help_key

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from services.words import Words

MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256


def menus(
    words: Words, *, default_language: str, commands: tuple[AnyCommand, ...] = COMMANDS
) -> tuple[SetCommands, ...]:
    """A menu for each scope in each language, and in the default one for everybody else (language "")."""
    shown = sorted((command for command in commands if command.menu and not command.variant_of), key=in_group)
    scopes: dict[str, list[AnyCommand]] = {
        "default": [one for one in shown if one.scope is Scope.ANYWHERE and in_group(one) is Role.MEMBER],
        "all_private_chats": [one for one in shown if one.scope is not Scope.GROUP],
        "all_group_chats": [one for one in shown if one.scope is not Scope.PRIVATE and in_group(one) is Role.MEMBER],
        "all_chat_administrators": [one for one in shown if one.scope is not Scope.PRIVATE],
    }
    spoken = {"": default_language} | {language: language for language in LANGUAGES}
    return tuple(
        SetCommands(scope={"type": scope}, language=code, commands=entries(offered, words, language))
        for scope, offered in scopes.items()
        for code, language in spoken.items()
    )


def in_group(command: AnyCommand) -> Role:
    """The role it takes in a group."""
    return command.least_role(private=False)


def entries(commands: list[AnyCommand], words: Words, language: str) -> tuple[tuple[str, str], ...]:
    """Names with descriptions, within Telegram's limits."""
    return tuple(
        (command.name, description(command, words, language)[:LONGEST_DESCRIPTION])
        for command in commands[:MOST_COMMANDS]
    )


def description(command: AnyCommand, words: Words, language: str) -> str:
    """What the command does, in one plain line."""
    return words.plain(phrase(help_key(command)), language=language, timezone="UTC")
