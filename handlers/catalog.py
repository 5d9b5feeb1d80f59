"""Everything that can be typed or pressed: the explicit, ordered lists. A feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import (
    allowlist,
    appeals,
    approvals,
    blocklist,
    checkin,
    cleaning,
    complaints,
    digest,
    federations,
    flood,
    language,
    locks,
    members,
    moderation,
    moderators,
    pins,
    posts,
    proposals,
    purge,
    remedies,
    reviews,
    roles,
    rule,
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
        *complaints.COMMANDS,
        *sanctions.COMMANDS,
        *moderation.COMMANDS,
        *purge.COMMANDS,
        *pins.COMMANDS,
        *approvals.COMMANDS,
        *slowmode.COMMANDS,
        *blocklist.COMMANDS,
        *reviews.COMMANDS,
        *appeals.COMMANDS,
        *moderators.COMMANDS,
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
