"""A greeting as a manager wrote it: placeholders, buttons, several texts of which one is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.phrases import phrase
from domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.effects import MediaKind
    from domain.entrance.challenges import Chance

GreetingKind: TypeAlias = Literal["welcome", "goodbye"]

OR = "%%%"
RULES = "rules"
# `[text](buttonurl://address:same)`, as typed, or as clients make a link of it before they send it.
TYPED_BUTTON = re.compile(r"\[([^\[\]\n]{1,64})\]\(buttonurl:(?://)?([^()\s]{1,512}?)(:same)?\)")
LINKED_BUTTON = re.compile(r'<a href="(?:https?://)?buttonurl:?(?://)?([^"\s]{1,512}?)(:same)?">([^<\n]{1,64})</a>')
PLACEHOLDER = re.compile(r"\{(\w+)(:same)?\}")
SWITCHES = frozenset({"preview", "nonotif", "protect"})
ADDRESS = re.compile(r"(?:https?|tg)://\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")
LONGEST, LONGEST_CAPTION = 3000, 800
MOST_BUTTONS = 20
NAMED = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Greeting:
    """What a chat greets with; `html` is the source, with placeholders and buttons in it."""

    html: str
    media_kind: MediaKind | None = None
    file_id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """Who is greeted."""

    user_id: int
    first: str
    last: str = ""
    username: str = ""

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}".strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A button of a greeting; an empty address leads to the chat's rules."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """A greeting made out to its guests. `more` are guests that are not named."""

    html: str
    rows: tuple[tuple[Link, ...], ...] = ()
    switches: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """Where greeting takes place; `and_more` are the words for guests beyond those that are named."""

    chat_name: str
    members: int
    rules_label: str
    and_more: str = ""


def check(html: str, *, with_media: bool) -> None:
    """Raises Refusal for a greeting that could not be sent."""
    most = LONGEST_CAPTION if with_media else LONGEST
    if len(html) > most:
        raise Refusal(phrase("greetings-long", most=str(most)))
    for text in html.split(OR):
        links = [link for row in _buttons(text)[1] for link in row]
        if len(links) > MOST_BUTTONS:
            raise Refusal(phrase("greetings-many-buttons", most=str(MOST_BUTTONS)))
        for link in links:
            if link.url and not ADDRESS.fullmatch(link.url):
                raise Refusal(phrase("greetings-bad-address", address=link.url[:80]))


def fill(html: str, guests: Sequence[Guest], occasion: Occasion, chance: Chance) -> Filled:
    """One of the texts, made out to the guests. Braces that mean nothing stay as they are."""
    texts = [text.strip() for text in html.split(OR) if text.strip()] or [""]
    text, rows = _buttons(texts[chance.randrange(0, len(texts))])
    switches = frozenset(found[1] for found in PLACEHOLDER.finditer(text) if found[1] in SWITCHES)
    values = _values(guests, occasion)
    rules = Link(label=occasion.rules_label, url="")

    def value(found: re.Match[str]) -> str:
        if found[1] == RULES:
            _put(rows, rules, same=bool(found[2]))
            return ""
        known = values.get(found[1])
        return found[0] if known is None or found[2] else known

    filled = PLACEHOLDER.sub(value, text).strip()
    return Filled(html=filled, rows=tuple(tuple(row) for row in rows), switches=switches)


def _values(guests: Sequence[Guest], occasion: Occasion) -> Mapping[str, str]:
    """What stands for each placeholder, escaped; of many guests some are named."""
    named = guests[:NAMED]
    more = occasion.and_more if len(guests) > NAMED else ""

    def listed(words: Sequence[str]) -> str:
        return ", ".join(words) + more

    def mention(guest: Guest, name: str) -> str:
        return f'<a href="tg://user?id={guest.user_id}">{escape(name, quote=False)}</a>'

    return {
        "first": listed([escape(guest.first, quote=False) for guest in named]),
        "last": listed([escape(guest.last or guest.first, quote=False) for guest in named]),
        "fullname": listed([escape(guest.full, quote=False) for guest in named]),
        "username": listed(
            [f"@{guest.username}" if guest.username else mention(guest, guest.first) for guest in named]
        ),
        "mention": listed([mention(guest, guest.first) for guest in named]),
        "id": listed([str(guest.user_id) for guest in named]),
        "chatname": escape(occasion.chat_name, quote=False),
        "count": str(occasion.members),
        **dict.fromkeys(SWITCHES, ""),
    }


def _buttons(html: str) -> tuple[str, list[list[Link]]]:
    """The text without its buttons, and the rows they make."""
    rows: list[list[Link]] = []

    def take(label: str, url: str, same: str | None) -> str:
        address = "" if url.rstrip("/") == RULES else url.replace("&amp;", "&")
        _put(rows, Link(label=_plain(label), url=address), same=bool(same))
        return ""

    both = re.compile(f"{TYPED_BUTTON.pattern}|{LINKED_BUTTON.pattern}")

    def replace(found: re.Match[str]) -> str:
        label, url, same, linked_url, linked_same, linked_label = found.groups()
        return take(label, url, same) if label else take(linked_label, linked_url, linked_same)

    return both.sub(replace, html), rows


def _put(rows: list[list[Link]], link: Link, *, same: bool) -> None:
    if same and rows:
        rows[-1].append(link)
    else:
        rows.append([link])


def _plain(label: str) -> str:
    return re.sub(r"<[^>]*>", "", label).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip() or "…"


def with_scheme(url: str) -> str:
    """An address as Telegram takes it."""
    return url if "://" in url else f"https://{url}"
