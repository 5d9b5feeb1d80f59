"""The entities a client finds by itself: commands, mentions, tags, links, addresses."""

import re

from sandbox.payload import Json
from sandbox.utf16 import cut, length, offsets

_TLD = r"(?:com|org|net|io|me|ru|cn|dev|app|info|xyz|top|site|online|shop|club|vip|cc|tv|co|link|live|pro|ly|to|de|uk)"
_HOST = rf"(?:[\w-]+\.)+{_TLD}(?![\w-])"
_PATTERNS = (
    ("url", re.compile(rf"(?<![\w@./-])(?:https?://[^\s<>\"]+|{_HOST}(?:[/?#][^\s<>\"]*)?)", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>@.:-])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w{1,256}")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d{1,3}[\d ()-]{5,15}\d(?!\w)")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_MAY_CONTAIN = re.compile(r"[/@#$.:+]")
_TRAILING = ".,:;!?'\")]}»…、。,!?"
_NO_INNER = frozenset({"pre", "code", "text_link"})
MAX_ENTITIES = 100


def detect(text: str) -> list[Json]:
    """The entities of plain text, in order, without overlaps."""
    if not _MAY_CONTAIN.search(text):
        return []
    to_utf16 = offsets(text)
    taken: list[tuple[int, int]] = []
    found: list[Json] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if kind == "url":
                end = start + len(match.group().rstrip(_TRAILING))
            if any(start < other_end and end > other_start for other_start, other_end in taken):
                continue
            taken.append((start, end))
            offset = to_utf16(start)
            found.append({"offset": offset, "length": to_utf16(end) - offset, "type": kind})
    return in_order(found)


def combine(text: str, given: list[Json]) -> list[Json]:
    """The entities a message gets: those given, and those a client adds where it may."""
    closed = [_span(entity) for entity in given if entity["type"] in _NO_INNER]
    added = [
        entity
        for entity in detect(text)
        if not any(_overlap(_span(entity), span) for span in closed)
        and not any(_crosses(_span(entity), _span(other)) for other in given)
    ]
    return in_order([*given, *added])[:MAX_ENTITIES]


def in_order(entities: list[Json]) -> list[Json]:
    """Entities as Telegram lists them: by offset, the enclosing one first."""
    return sorted(entities, key=lambda entity: (_span(entity)[0], -_span(entity)[1]))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space around it, its entities moved and cut accordingly."""
    bare = text.strip()
    if bare == text:
        return text, entities
    lead = length(text[: len(text) - len(text.lstrip())])
    size = length(bare)
    kept: list[Json] = []
    for entity in entities:
        start, end = _span(entity)
        start, end = max(0, start - lead), min(size, end - lead)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return bare, kept


def piece(text: str, entity: Json) -> str:
    """The words an entity covers."""
    start, end = _span(entity)
    return cut(text, start, end - start)


def _span(entity: Json) -> tuple[int, int]:
    offset, size = entity["offset"], entity["length"]
    if not isinstance(offset, int) or not isinstance(size, int):
        message = "an entity's offset and length are integers"
        raise TypeError(message)
    return offset, offset + size


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and one[1] > other[0]


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    nested = (one[0] >= other[0] and one[1] <= other[1]) or (other[0] >= one[0] and other[1] <= one[1])
    return _overlap(one, other) and not nested
