"""A long text in parts that Telegram takes: cut at line ends, every part's markup whole."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

LIMIT = 4096
TOKEN = re.compile(r"""<(?:"[^"]*"|[^">])*>|&#?\w+;|\n|[^<&\n]+|[<&]""")
TAG_NAME = re.compile(r"</?\s*([\w-]+)")
BEYOND_UTF16 = 0xFFFF


@dataclass(slots=True)
class Part:
    """A part being written: what is in it, how long it reads, which tags stand open."""

    open_tags: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def closed(self) -> str:
        """The part with its open tags ended."""
        names = [tag_name(tag) for tag in reversed(self.open_tags)]
        return "".join(self.pieces).rstrip("\n") + "".join(f"</{name}>" for name in names)

    def next(self) -> Part:
        """An empty part that goes on with the same tags open."""
        return Part(open_tags=list(self.open_tags), pieces=list(self.open_tags))


def tag_name(tag: str) -> str:
    """The name in `<name …>` or `</name>`."""
    found = TAG_NAME.match(tag)
    return found.group(1) if found else ""


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 units."""
    return len(text) + sum(ord(character) > BEYOND_UTF16 for character in text)


def visible_length(markup: str) -> int:
    """How long the HTML reads, its tags left out."""
    return sum(units(html.unescape(token)) for token in TOKEN.findall(markup) if not is_tag(token))


def is_tag(token: str) -> bool:
    """Whether a token of TOKEN is a tag."""
    return len(token) > 1 and token.startswith("<")


def split(markup: str, *, limit: int = LIMIT) -> list[str]:
    """The HTML in as few parts as line ends allow, each readable by itself; a line too long is cut within."""
    if visible_length(markup) <= limit:
        return [markup]
    parts = [Part()]
    for line in markup.splitlines(keepends=True):
        length = visible_length(line)
        if parts[-1].length and parts[-1].length + visible_length(line.rstrip("\n")) > limit:
            parts.append(parts[-1].next())
        for token in TOKEN.findall(line):
            write(parts, token, limit=limit, fits=length <= limit)
    return [part.closed() for part in parts if part.length]


def write(parts: list[Part], token: str, *, limit: int, fits: bool) -> None:
    """Add a token to the last part; when its line does not fit into one, the token may be cut."""
    if is_tag(token):
        follow(parts[-1], token)
        return
    rest = token
    while not fits and parts[-1].length + units(html.unescape(rest)) > limit:
        room = limit - parts[-1].length
        head = "" if rest.startswith("&") else fitting(rest, room)
        parts[-1].pieces.append(head)
        parts[-1].length += units(head)
        parts.append(parts[-1].next())
        rest = rest[len(head) :]
    parts[-1].pieces.append(rest)
    parts[-1].length += units(html.unescape(rest))


def follow(part: Part, tag: str) -> None:
    """Add a tag and keep in mind whether it opens or ends."""
    part.pieces.append(tag)
    if not tag.startswith("</"):
        part.open_tags.append(tag)
    elif part.open_tags:
        part.open_tags.pop()


def fitting(text: str, room: int) -> str:
    """As much of the text's beginning as fits into so many units, up to a space where there is one."""
    cut, used = 0, 0
    for character in text:
        used += units(character)
        if used > room:
            break
        cut += 1
    space = text.rfind(" ", 0, cut)
    return text[: space + 1] if space > 0 else text[:cut]


def plain(markup: str) -> str:
    """What the HTML reads, without markup."""
    return "".join(html.unescape(token) for token in TOKEN.findall(markup) if not is_tag(token))
