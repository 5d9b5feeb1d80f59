"""Everything that can be typed or pressed: the explicit, ordered lists. A feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import language, roles, setting, settings, start, timezone, verify
from handlers.help import with_help

if TYPE_CHECKING:
    from handlers.command import AnyCommand, ButtonAction

COMMANDS: tuple[AnyCommand, ...] = with_help(
    (
        *start.COMMANDS,
        *roles.COMMANDS,
        *settings.COMMANDS,
        *setting.COMMANDS,
        *language.COMMANDS,
        *timezone.COMMANDS,
        *verify.COMMANDS,
    )
)

BUTTONS: tuple[ButtonAction, ...] = (
    *start.BUTTONS,
    *settings.BUTTONS,
)
