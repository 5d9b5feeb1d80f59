"""Links from those who have just come, to places that are not wanted, or from anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from domain.phrases import phrase
from domain.rules.addresses import Domains, hosts_in, within
from domain.rules.judgement import Hit, RuleSettings
from domain.rules.newness import is_new

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

QUOTE_LENGTH = 60
# Services that hide where a link leads; what is one company's own (t.co, youtu.be) hides nothing.
SHORTENERS = (
    *("adf.ly", "bit.do", "bit.ly", "bl.ink", "buff.ly", "clck.ru", "cutt.ly", "dwz.cn", "goo.su", "is.gd", "kutt.it"),
    *("lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "reurl.cc", "s.id", "short.io", "shorturl.at", "suo.im"),
    *("surl.li", "t.cn", "t.ly", "tiny.cc", "tinyurl.com", "u.nu", "url.cn", "v.gd", "vk.cc", "yourls.org", "0x0.st"),
)


class LinksSettings(RuleSettings):
    """No links in a newcomer's first hours and first messages; `allowed` domains are always fine, `denied` never.

    `everybody` lets nobody post links but allowed ones; `shorteners` denies those that hide where they lead.
    """

    cites: int = Field(default=4, ge=0, le=50)
    hours: int = Field(default=24, ge=0, le=720)
    messages: int = Field(default=3, ge=0, le=100)
    everybody: bool = False
    shorteners: bool = False
    allowed: Domains = ()
    denied: Domains = ()


def check(message: Message, scene: Scene, settings: LinksSettings) -> Hit | None:
    """An address that is not wanted, shown, hidden behind words or behind a button.

    Its host alone is quoted: the whole address would go on advertising.
    """
    new = is_new(message, scene, hours=settings.hours, messages=settings.messages)
    if not (new or settings.everybody or settings.denied or settings.shorteners):
        return None
    for host in hosts_in(message):
        why = _fault(host, settings, new=new) if host else None
        if why is not None:
            return Hit(rule="links", because=phrase(why), quote=host[:QUOTE_LENGTH])
    return None


def _fault(host: str, settings: LinksSettings, *, new: bool) -> str | None:
    """The id of the words that say why a host is not wanted."""
    if within(host, settings.denied):
        return "rules-because-links-denied"
    if within(host, settings.allowed):
        return None
    if settings.shorteners and within(host, SHORTENERS):
        return "rules-because-links-shortener"
    if settings.everybody:
        return "rules-because-links-everybody"
    return "rules-because-links" if new else None
