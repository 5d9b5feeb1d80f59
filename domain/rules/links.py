"""Links from those who have just come."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from domain.phrases import phrase
from domain.rules.addresses import host_of, hosts_in, within
from domain.rules.judgement import Hit, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

MOST_DOMAINS = 500
QUOTE_LENGTH = 60
DOMAIN = re.compile(r"(?:[^\W_](?:[\w\-]{0,61}[^\W_])?\.)+[^\W\d_][\w\-]{1,62}")


def domains(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each domain once, without scheme, path and `www.`. Raises ValueError for what is no domain."""
    hosts = tuple(dict.fromkeys(host_of(one) for one in written))
    for host, one in zip(map(host_of, written), written, strict=True):
        if not DOMAIN.fullmatch(host):
            raise ValueError(f"not a domain: {one}")
    return hosts


Domains = Annotated[tuple[str, ...], Field(max_length=MOST_DOMAINS), AfterValidator(domains)]


class LinksSettings(RuleSettings):
    """No links in a newcomer's first hours and first messages; `allowed` domains are always fine."""

    cites: int = Field(default=4, ge=0, le=50)
    hours: int = Field(default=24, ge=0, le=720)
    messages: int = Field(default=3, ge=0, le=100)
    allowed: Domains = ()


def check(message: Message, scene: Scene, settings: LinksSettings) -> Hit | None:
    """A newcomer's address that is not allowed, shown or hidden behind words.

    Its host alone is quoted: the whole address would go on advertising.
    """
    if not is_newcomer(message, scene, settings):
        return None
    for host in hosts_in(message):
        if host and not within(host, settings.allowed):
            return Hit(rule="links", because=phrase("rules-because-links"), quote=host[:QUOTE_LENGTH])
    return None


def is_newcomer(message: Message, scene: Scene, settings: LinksSettings) -> bool:
    """Within the first hours of a join that was seen, or within the first messages."""
    if scene.messages < settings.messages:
        return True
    if scene.joined_at is None or message.at < scene.joined_at:
        return False
    return message.at - scene.joined_at < timedelta(hours=settings.hours)
