"""Everything that can be typed or pressed: the explicit, ordered lists. A feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import (
    appeals,
    blocklist,
    checkin,
    digest,
    language,
    members,
    moderation,
    moderators,
    posts,
    proposals,
    remedies,
    reviews,
    roles,
    rule,
    rules,
    setting,
    settings,
    start,
    timezone,
    uncertain,
    verify,
    windows,
)
from handlers.help import with_help

if TYPE_CHECKING:
    from handlers.command import AnyCommand, ButtonAction

COMMANDS: tuple[AnyCommand, ...] = with_help(
    (
        *start.COMMANDS,
        *checkin.COMMANDS,
        *members.COMMANDS,
        *rules.COMMANDS,
        *rule.COMMANDS,
        *windows.COMMANDS,
        *moderation.COMMANDS,
        *blocklist.COMMANDS,
        *reviews.COMMANDS,
        *appeals.COMMANDS,
        *moderators.COMMANDS,
        *posts.COMMANDS,
        *digest.COMMANDS,
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
    *members.BUTTONS,
    *moderation.BUTTONS,
    *reviews.BUTTONS,
    *appeals.BUTTONS,
    *remedies.BUTTONS,
    *rule.BUTTONS,
    *proposals.BUTTONS,
    *blocklist.BUTTONS,
    *posts.BUTTONS,
    *digest.BUTTONS,
    *settings.BUTTONS,
    *uncertain.BUTTONS,
)
