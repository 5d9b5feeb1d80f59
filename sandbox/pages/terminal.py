"""A chat as lines for a terminal."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from sandbox.pages.conversation import Bubble, Conversation, Day, Item
from sandbox.pages.events import Event
from sandbox.pages.words import Language, Words, words

_WIDTH = 100
_NAME_WIDTH = 16
_QUOTE_WIDTH = 40
_INDENT = " " * 8


def plain(events: Sequence[Event], *, language: Language = "en", timezone: str = "UTC", width: int = _WIDTH) -> str:
    """A history as text of at most so many columns."""
    said = words(language)
    lines: list[str] = []
    for item in Conversation(events, said, ZoneInfo(timezone)).items():
        lines.extend(_lines(item, said, width))
    return "\n".join(lines)


def _lines(item: Item, said: Words, width: int) -> Iterator[str]:
    if isinstance(item, Day):
        yield from ("", f"── {item.title} ".ljust(min(width, 60), "─"))
    elif isinstance(item, Bubble):
        yield from _message(item, said, width)
    else:
        yield f"{item.time}   · {item.text}"


def _message(bubble: Bubble, said: Words, width: int) -> Iterator[str]:
    name = bubble.sender.name + (" 🤖" if bubble.sender.is_bot else "")
    head = f"{bubble.time}   {_clipped(name, _NAME_WIDTH + 8)}"
    if bubble.only:
        head += f"  ({bubble.only})"
    if bubble.quote is not None:
        head += f"  ↩ {_quoted(bubble.quote, said)}"
    if bubble.first or bubble.only or bubble.quote is not None:
        yield head
    event = bubble.event
    label = f"[{said.media.get(event.media, event.media)}] " if event.media and event.media != "text" else ""
    text = label + event.text
    mark = "✗ " if bubble.deleted else ""
    for line in text.splitlines() or [""]:
        for piece in wrapped(line, width - len(_INDENT) - len(mark)):
            yield f"{_INDENT}{mark}{piece}"
    yield from (f"{_INDENT}{line}" for line in _extras(bubble))


def _extras(bubble: Bubble) -> Iterator[str]:
    event = bubble.event
    for option in event.poll:
        yield f"○ {option.emoji}  {option.count}"
    for row in event.buttons:
        yield " ".join(f"[ {button.text} ]" for button in row)
    if event.reactions:
        yield "  ".join(f"{tally.emoji} {tally.count}" for tally in event.reactions)
    if bubble.deleted and bubble.last:
        yield f"({bubble.deleted})"


def _quoted(quote: Event, said: Words) -> str:
    name = quote.sender.name if quote.sender else ""
    text = said.say("gone") if quote.deleted else quote.text or said.media.get(quote.media or "", "")
    return _clipped(f"{name}: {' '.join(text.split())}" if name else text, _QUOTE_WIDTH)


def wrapped(text: str, width: int) -> Iterator[str]:
    """A line in pieces of at most so many columns, broken at spaces where there are any."""
    rest = text
    while columns(rest) > width:
        cut = _fitting(rest, width)
        space = rest.rfind(" ", cut // 2, cut)
        cut = space + 1 if space > 0 else cut
        yield rest[:cut].rstrip()
        rest = rest[cut:]
    yield rest


def columns(text: str) -> int:
    """How many columns a terminal needs for the text."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    return 2 if east_asian_width(letter) in "WF" else 1


def _fitting(text: str, width: int) -> int:
    used = 0
    for place, letter in enumerate(text):
        used += _columns(letter)
        if used > width:
            return max(1, place)
    return len(text)


def _clipped(text: str, width: int) -> str:
    return text if columns(text) <= width else f"{text[: _fitting(text, width - 1)].rstrip()}…"
