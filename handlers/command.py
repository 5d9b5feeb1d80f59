"""A command, declared once: parsing, help, BotFather's menus and the documentation come from here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.roles import Role
    from handlers.turn import Turn

NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


class Scope(StrEnum):
    """Where a command may be used; CONNECTED is about a group: in it, or in private chat connected to it."""

    GROUP = "group"
    PRIVATE = "private"
    CONNECTED = "connected"
    ANYWHERE = "anywhere"


class Arguments(BaseModel):
    """A command's arguments, filled from its words in the order of the fields (see handlers/arguments.py)."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class NoArguments(Arguments):
    """Nothing after the command; what is written there all the same is ignored."""


A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True, kw_only=True, slots=True)
class Command(Generic[A]):
    """What may be typed. Words: `help-<name>` in locales (with `.usage` for its arguments, underscores as hyphens).

    `aliases` are whole plain texts that mean the same (签到); `summons` are words, in lower case, that call for it
    wherever they stand in a text (@admin). `variant_of` is the command of which this is another form: it has that
    one's words, and help and menus show that one only. `bot_rights` are ChatMemberAdministrator fields the bot needs
    here; `section` groups commands in /help. `permission` has no default: one must be chosen; where a group asks for
    more than private chat does, that is `group_permission`. What a command answers to its members may depend on who
    the administrators are: then it `reads_roles`; `names_chats` when managers name other chats by id, whose
    administrators matter then; `reads_file` has the document it answers to fetched, for those who may use it.
    A command typed more than five minutes ago runs only when it `counts_when_late`, and without an answer.
    """

    name: str
    permission: Role
    scope: Scope
    section: str
    arguments: type[A]
    run: Callable[[Turn, A], Awaitable[None]]
    aliases: tuple[str, ...] = ()
    summons: tuple[str, ...] = ()
    variant_of: str | None = None
    bot_rights: frozenset[str] = frozenset()
    menu: bool = True
    counts_when_late: bool = False
    group_permission: Role | None = None
    reads_roles: bool = False
    names_chats: bool = False
    reads_file: bool = False

    def __post_init__(self) -> None:
        """Refuse what Telegram would."""
        if not NAME.fullmatch(self.name):
            raise ValueError(f"not a command name: {self.name!r}")

    def least_role(self, *, private: bool) -> Role:
        """The role it takes there."""
        return self.permission if private or self.group_permission is None else self.group_permission


# A is used by `run` alone, where it cannot vary: a list of different commands has no narrower type.
AnyCommand: TypeAlias = Command[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class ButtonAction:
    """What a button's press does. The press was authorised (presser, chat, message, single use) before `run`.

    `run` gets the turn (about the button's chat) and the button's arguments.
    """

    name: str
    run: Callable[[Turn, dict[str, str | int | bool | None]], Awaitable[None]]
