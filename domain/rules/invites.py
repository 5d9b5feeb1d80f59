"""Invitations to other places within Telegram: private links, and links to groups and channels by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.addresses import places_in
from domain.rules.judgement import Hit, Mode, RuleSettings
from domain.rules.names import Names

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


class InvitesSettings(RuleSettings):
    """No links to other groups and channels but `allowed` ones; `mentions` takes @names nobody here bears as such."""

    mode: Mode = "off"
    cites: int = Field(default=3, ge=0, le=50)
    mentions: bool = False
    allowed: Names = ()


def check(message: Message, scene: Scene, settings: InvitesSettings) -> Hit | None:
    """A private invitation, or the name of a place that is neither this chat's own nor a person's known here."""
    for place in places_in(message):
        if place.code:
            return Hit(rule="invites", because=phrase("rules-because-invites"), quote=place.shown)
        if _is_foreign(place.name, scene, settings):
            return Hit(rule="invites", because=phrase("rules-because-invites-named"), quote=place.shown)
    for name in message.mentioned_names if settings.mentions else ():
        if _is_foreign(name, scene, settings):
            return Hit(rule="invites", because=phrase("rules-because-invites-named"), quote=f"@{name}")
    return None


def _is_foreign(name: str, scene: Scene, settings: InvitesSettings) -> bool:
    return name not in settings.allowed and name not in scene.own_names
