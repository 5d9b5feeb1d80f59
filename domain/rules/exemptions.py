"""What goes through a lock all the same: certain domains, places and bots of Telegram, commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from domain.rules.addresses import DOMAIN, host_of, hosts_in, places_in, within

if TYPE_CHECKING:
    from domain.messages import Message

MOST = 500
NAMED = re.compile(r"@[a-z][a-z0-9_]{3,31}|/[a-z][a-z0-9_]{0,31}|-?[0-9]{1,16}")


def exemptions(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each domain, @name, id or /command once. Raises ValueError for anything else."""
    return tuple(dict.fromkeys(map(exemption, written)))


def exemption(written: str) -> str:
    """An exemption as it is kept. Raises ValueError for what can be none."""
    one = written.strip().lower()
    if NAMED.fullmatch(one):
        return one
    host = host_of(one)
    if not DOMAIN.fullmatch(host):
        raise ValueError(f"neither a domain, a @name, an id nor a /command: {written}")
    return host


# Exemptions as a setting keeps them.
Exemptions = Annotated[tuple[str, ...], Field(max_length=MOST), AfterValidator(exemptions)]


def is_exempt(kind: str, message: Message, allowed: tuple[str, ...]) -> bool:
    """Whether all that falls under a lock of this kind is allowed."""
    if not allowed:
        return False
    if kind == "url":
        hosts = list(filter(None, hosts_in(message)))
        return bool(hosts) and all(within(host, allowed) for host in hosts)
    names = _names_behind(kind, message)
    return bool(names) and all(name in allowed for name in names)


def _names_behind(kind: str, message: Message) -> tuple[str, ...]:
    """What an exemption from a lock of this kind would name."""
    match kind:
        case "invitelink" | "botlink":
            return tuple(f"@{place.name}" for place in places_in(message))
        case "command":
            return tuple(word.split("@", 1)[0].lower() for word in message.text.split(maxsplit=1)[:1])
        case "inline":
            return (f"@{message.via_bot}",)
        case _:
            origin = message.forward if kind.startswith("forward") else None
            if origin is None:
                return ()
            return (f"@{origin.username}" if origin.username else str(origin.source_id),)
