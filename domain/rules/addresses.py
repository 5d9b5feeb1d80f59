"""Web addresses in messages: where they lead, and those written without Telegram seeing a link in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct
from pydantic import AfterValidator, Field

from domain.normalization import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from domain.messages import Message

TELEGRAM = "t.me"
TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
MOST_DOMAINS = 500
DOMAIN = re.compile(r"(?:[^\W_](?:[\w\-]{0,61}[^\W_])?\.)+[^\W\d_][\w\-]{1,62}")
NAME = re.compile(r"[a-z][a-z0-9_]{3,31}")
# Pages of t.me that are no person, group or channel.
NO_NAMES = frozenset(
    {
        *(
            "addemoji",
            "addstickers",
            "addtheme",
            "auction",
            "bg",
            "boost",
            "call",
            "confirmphone",
            "contact",
            "giftcode",
        ),
        *("invoice", "iv", "joinchat", "addlist", "login", "msg", "newbot", "proxy", "setlanguage", "share", "socks"),
    }
)
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
# Every address has a dot or a slash, perhaps in a shape that folding makes plain; most texts have none.
DOT = re.compile("[./\u2024\u2026\u2044\u2488-\u249b\ufe52\uff0e\uff0f]")
LIKELY = re.compile(r"\.[a-z]|://")


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


def domains(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each domain once, without scheme, path and `www.`. Raises ValueError for what is no domain."""
    hosts = tuple(dict.fromkeys(host_of(one) for one in written))
    for host, one in zip(map(host_of, written), written, strict=True):
        if not DOMAIN.fullmatch(host):
            raise ValueError(f"not a domain: {one}")
    return hosts


# Domains as a setting keeps them.
Domains = Annotated[tuple[str, ...], Field(max_length=MOST_DOMAINS), AfterValidator(domains)]


class Place(Struct, frozen=True, kw_only=True):
    """Somewhere within Telegram an address leads to: by its public `name`, or by a private invitation's `code`."""

    name: str = ""
    code: str = ""

    @property
    def shown(self) -> str:
        """As people write it; an invitation's code is not given away."""
        return f"@{self.name}" if self.name else TELEGRAM


def urls_in(message: Message) -> Iterator[str]:
    """A message's addresses: Telegram's links first, then what only looks like one in its words."""
    for link in message.links:
        yield link.url
    for words in message.words:
        if DOT.search(words):
            yield from written_in(words)


@lru_cache(maxsize=512)
def written_in(words: str) -> tuple[str, ...]:
    """The addresses that words show; several rules ask for those of one message."""
    folded = fold(words)
    return tuple(ADDRESS.findall(folded)) if LIKELY.search(folded) else ()


def hosts_in(message: Message) -> Iterator[str]:
    """Where a message's addresses lead."""
    return (host_of(url) for url in urls_in(message))


def places_in(message: Message) -> Iterator[Place]:
    """The groups, channels, bots and people of Telegram that a message's addresses lead to."""
    for url in urls_in(message):
        place = place_of(url)
        if place is not None:
            yield place


def place_of(url: str) -> Place | None:
    """Where in Telegram an address leads; None when elsewhere, or to no place: a sticker set, a private post."""
    if host_of(url) != TELEGRAM:
        return None
    cleaned = fold(url).replace("\\", "/").replace(" ", "")
    try:
        parts = urlsplit(cleaned if "://" in cleaned else f"//{cleaned}")
    except ValueError:
        return None
    if parts.scheme == "tg":
        return _of_scheme(parts.netloc or parts.path.strip("/"), parse_qs(parts.query))
    return _of_page(parts)


def _of_page(parts: SplitResult) -> Place | None:
    first, *rest = [part for part in parts.path.split("/") if part] or [""]
    below = (parts.hostname or "").removesuffix(f".{TELEGRAM}").removeprefix("www.")
    if below not in {TELEGRAM, *TELEGRAM_HOSTS} and NAME.fullmatch(below):
        return Place(name=below)
    if first.startswith(("+", "%20")) and len(first) > 1:
        return Place(code=first.lstrip("+%20"))
    if first in {"joinchat", "addlist"} and rest:
        return Place(code=rest[0])
    name = rest[0] if first == "s" and rest else first
    return Place(name=name) if NAME.fullmatch(name) and name not in NO_NAMES else None


def _of_scheme(action: str, query: dict[str, list[str]]) -> Place | None:
    code = query.get("invite") or query.get("slug") if action in {"join", "addlist"} else None
    if code:
        return Place(code=code[0])
    name = query.get("domain", [""])[0] if action == "resolve" else ""
    return Place(name=name) if NAME.fullmatch(name) else None


def within(host: str, domains: tuple[str, ...]) -> bool:
    """Whether the host is one of the domains or below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
