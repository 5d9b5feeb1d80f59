"""Everything that can be typed or pressed: the explicit, ordered lists. A feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.command import AnyCommand, ButtonAction

COMMANDS: tuple[AnyCommand, ...] = ()

BUTTONS: tuple[ButtonAction, ...] = ()
