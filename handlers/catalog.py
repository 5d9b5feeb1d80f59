"""Everything that can be typed or pressed: the explicit, ordered lists. A feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import (
    allowlist,
    approvals,
    blocklist,
    checkin,
    cleaning,
    complaints,
    digest,
    door,
    federations,
    flood,
    greetings,
    language,
    locks,
    members,
    moderation,
    night,
    pins,
    posts,
    purge,
    questions,
    raid,
    roles,
    rules,
    sanctions,
    setting,
    settings,
    shared_bans,
    slowmode,
    start,
    timezone,
    uncertain,
    verify,
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
        *complaints.COMMANDS,
        *sanctions.COMMANDS,
        *moderation.COMMANDS,
        *purge.COMMANDS,
        *pins.COMMANDS,
        *approvals.COMMANDS,
        *slowmode.COMMANDS,
        *blocklist.COMMANDS,
        *greetings.COMMANDS,
        *questions.COMMANDS,
        *raid.COMMANDS,
        *night.COMMANDS,
        *locks.COMMANDS,
        *allowlist.COMMANDS,
        *flood.COMMANDS,
        *shared_bans.COMMANDS,
        *federations.COMMANDS,
        *posts.COMMANDS,
        *digest.COMMANDS,
        *roles.COMMANDS,
        *settings.COMMANDS,
        *setting.COMMANDS,
        *cleaning.COMMANDS,
        *language.COMMANDS,
        *timezone.COMMANDS,
        *verify.COMMANDS,
    )
)

BUTTONS: tuple[ButtonAction, ...] = (
    *start.BUTTONS,
    *members.BUTTONS,
    *complaints.BUTTONS,
    *sanctions.BUTTONS,
    *moderation.BUTTONS,
    *door.BUTTONS,
    *greetings.BUTTONS,
    *raid.BUTTONS,
    *blocklist.BUTTONS,
    *posts.BUTTONS,
    *digest.BUTTONS,
    *settings.BUTTONS,
    *uncertain.BUTTONS,
)
