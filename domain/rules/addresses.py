"""Web addresses in messages: where they lead, and those written without Telegram seeing a link in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from domain.normalization import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.messages import Message

TELEGRAM = "t.me"
TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
NOT_AWAY = ("mailto:", "tel:", "tg://user?", "tg://emoji?")

# Bare domains in plain text: only endings that are no file names and no words, so that "node.js" is not a link.
ENDINGS = (
    "com|net|org|info|biz|xyz|top|club|vip|shop|store|online|site|website|space|live|link|click|icu|pro|app|dev|"
    "io|ai|co|cc|tv|gg|ru|su|cn|hk|tw|jp|kr|uk|de|fr|eu|ir|ua|br|tk|ml|ga|cf|gq|ly|bet|casino|finance"
)
ADDRESS = re.compile(
    rf"(?:https?|tg|ton)://[^\s<>\"'，。、；！？（）【】《》「」]+"
    rf"|(?<![\w@.\-])(?:(?:[^\W_](?:[\w\-]{{0,61}}[^\W_])?\.)+(?:{ENDINGS})|t\.me|telegram\.(?:me|dog))"
    r"(?![\w\-]|\.\w)(?:[:/?#][^\s<>\"'，。、；！？（）【】《》「」]*)?",
    re.ASCII,
)


def host_of(url: str) -> str:
    """The host an address leads to, in lower case; Telegram's own addresses are all `t.me`; empty when none."""
    cleaned = fold(url).replace("\\", "/").replace(" ", "")
    if cleaned.startswith(NOT_AWAY):
        return ""
    if cleaned.startswith("tg://"):
        return TELEGRAM
    try:
        host = urlsplit(cleaned if "://" in cleaned else f"//{cleaned}").hostname or ""
    except ValueError:
        return cleaned
    host = _ascii(host.strip(".").removeprefix("www."))
    return TELEGRAM if host in TELEGRAM_HOSTS or host.endswith(".t.me") else host


def _ascii(host: str) -> str:
    """A host in other letters as the name system writes it (xn--…), when it can."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def hosts_in(message: Message) -> Iterator[str]:
    """Where a message's addresses lead: Telegram's links first, then what only looks like one in the text."""
    for link in message.links:
        yield host_of(link.url)
    for match in ADDRESS.finditer(fold(message.text)):
        yield host_of(match.group())


def within(host: str, domains: tuple[str, ...]) -> bool:
    """Whether the host is one of the domains or below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
