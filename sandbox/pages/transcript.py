"""A chat as people see it, in one HTML file that needs nothing else."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from sandbox.pages.conversation import Bubble, Conversation, Day, Item, Note
from sandbox.pages.events import Button, Event, Face
from sandbox.pages.faces import color, initials
from sandbox.pages.markup import safe
from sandbox.pages.words import Language, Words, words

_ASSETS = Path(__file__).parent / "assets"
_QUOTE_LENGTH = 90
_FEW = 4
_ICONS = {
    "video": "🎬",
    "video_note": "🎥",
    "voice": "🎤",
    "audio": "🎵",
    "document": "📄",
    "animation": "🎞",
    "sticker": "🏷",
    "location": "📍",
    "contact": "👤",
    "dice": "🎲",
}


def render(events: Sequence[Event], *, language: Language, title: str, timezone: str = "UTC") -> str:
    """A history as a page; times are of `timezone`, words around the chat of `language`."""
    said = words(language)
    items = Conversation(events, said, ZoneInfo(timezone)).items()
    days = [item.title for item in items if isinstance(item, Day)]
    count = sum(isinstance(item, Bubble) for item in items)
    page = Template((_ASSETS / "transcript.html").read_text(encoding="utf-8"))
    return page.substitute(
        language="zh-CN" if language == "zh" else "en",
        title=escape(title),
        period=escape(" – ".join(dict.fromkeys([days[0], days[-1]])) if days else ""),
        face=_avatar(Face(id=0, name=title)),
        style=(_ASSETS / "chat.css").read_text(encoding="utf-8"),
        chat=_shown(items, said, viewer=None),
        made=escape(said.say("made", messages=count, timezone=timezone)),
    )


def fragment(events: Sequence[Event], *, language: Language, timezone: str = "UTC", viewer: int | None = None) -> str:
    """A history as the inside of a page; what `viewer` wrote stands on the other side."""
    said = words(language)
    return _shown(Conversation(events, said, ZoneInfo(timezone)).items(), said, viewer=viewer)


def _shown(items: Sequence[Item], said: Words, *, viewer: int | None) -> str:
    """Each day is a section, so that its title stays in sight as long as it is read."""
    days: list[list[str]] = []
    for item in items:
        if isinstance(item, Day) or not days:
            days.append([])
        days[-1].append(_item(item, said, viewer))
    return "\n".join("<section>\n" + "\n".join(day) + "\n</section>" for day in days)


def _item(item: Item, said: Words, viewer: int | None) -> str:
    if isinstance(item, Day):
        return f'<div class="day"><span>{escape(item.title)}</span></div>'
    if isinstance(item, Note):
        return f'<div class="note" title="{item.time}"><span>{escape(item.text)}</span></div>'
    return _row(item, said, is_own=viewer is not None and item.sender.id == viewer)


def _row(bubble: Bubble, said: Words, *, is_own: bool) -> str:
    event = bubble.event
    marks = {
        "first": bubble.first,
        "last": bubble.last,
        "bot": bubble.sender.is_bot,
        "own": is_own,
        "deleted": bubble.deleted is not None,
    }
    stamp = _stamp(bubble, said)
    # The time ends the last line of the words where nothing stands below them.
    is_inline = bool(event.html or event.text) and not (
        event.reactions or event.poll or bubble.deleted or _is_big(event)
    )
    classes = " ".join(["row", *(name for name, holds in marks.items() if holds)])
    body = [_media(event, said), _text(event, stamp if is_inline else "")]
    inside = [
        _name(bubble, said) if bubble.first and not is_own else "",
        _quote(bubble.quote, said) if bubble.quote else "",
        *(reversed(body) if event.media == "poll" else body),
        "" if is_inline else _foot(bubble, stamp),
    ]
    return (
        f'<article class="{classes}" id="m{event.message_id}" style="--who:{color(bubble.sender)}">'
        f'{_avatar(bubble.sender)}<div class="stack"><div class="bubble">{"".join(inside)}</div>'
        f"{_buttons(event)}</div></article>"
    )


def _avatar(face: Face) -> str:
    return f'<span class="avatar" style="--who:{color(face)}" aria-hidden="true">{escape(initials(face.name))}</span>'


def _name(bubble: Bubble, said: Words) -> str:
    badge = f'<span class="badge">{escape(said.say("bot"))}</span>' if bubble.sender.is_bot else ""
    topic = f'<span class="topic">{escape(bubble.topic)}</span>' if bubble.topic else ""
    return f'<div class="name">{escape(bubble.sender.name)}{badge}{topic}</div>'


def _quote(quote: Event, said: Words) -> str:
    face = quote.sender or Face(id=0, name="")
    label = said.media.get(quote.media or "", "")
    words_said = quote.text or label
    if quote.deleted:
        words_said = said.say("gone")
    line = " ".join(words_said.split())
    shown = line if len(line) <= _QUOTE_LENGTH else f"{line[:_QUOTE_LENGTH].rstrip()}…"
    return (
        f'<a class="quote" href="#m{quote.message_id}" style="--who:{color(face)}">'
        f"<b>{escape(face.name)}</b><span>{escape(shown)}</span></a>"
    )


def _media(event: Event, said: Words) -> str:
    kind = event.media or "text"
    label = escape(said.media.get(kind, kind))
    if kind == "photo":
        hue = (event.message_id or event.seq) * 47 % 360
        return f'<div class="picture" style="--hue:{hue};--sun:{hue % 61}"><span>{label}</span></div>'
    if kind == "poll":
        return _poll(event, said)
    return f'<div class="media">{_ICONS[kind]} {label}</div>' if kind in _ICONS else ""


def _poll(event: Event, said: Words) -> str:
    total = sum(option.count for option in event.poll)
    lines = "".join(
        f'<div style="--share:{round(100 * option.count / total) if total else 0}">'
        f"<span>{escape(option.emoji)}</span><small>{option.count}</small></div>"
        for option in event.poll
    )
    return f'<div class="poll">{lines}<small>{escape(said.say("votes", count=total))}</small></div>'


def _text(event: Event, stamp: str) -> str:
    shown = safe(event.html) if event.html else escape(event.text)
    classes = "text big" if _is_big(event) else "text"
    return f'<div class="{classes}">{shown}{stamp}</div>' if shown else ""


def _is_big(event: Event) -> bool:
    """Whether a message is a few emoji and nothing else."""
    text = event.text
    return text == event.html and 0 < len(text) <= _FEW and not any(one.isascii() or one.isalnum() for one in text)


def _foot(bubble: Bubble, stamp: str) -> str:
    reactions = "".join(f"<span>{escape(tally.emoji)} {tally.count}</span>" for tally in bubble.event.reactions)
    # Said once for a row of messages of one sender; each is struck through.
    why = f'<span class="why">{escape(bubble.deleted)}</span>' if bubble.deleted and bubble.last else ""
    shown = f'<div class="reactions">{reactions}</div>' if reactions else ""
    return f'<div class="foot">{shown}{why}{stamp}</div>'


def _stamp(bubble: Bubble, said: Words) -> str:
    pin = f"📌 {escape(said.say('pinned'))} · " if bubble.pinned else ""
    edited = f"{escape(said.say('edited'))} " if bubble.edited else ""
    only = f"{escape(bubble.only)} " if bubble.only else ""
    return f'<time class="stamp">{pin}{only}{edited}{bubble.time}</time>'


def _buttons(event: Event) -> str:
    if not event.buttons:
        return ""
    rows = "".join(f"<div>{''.join(map(_button, row))}</div>" for row in event.buttons)
    return f'<div class="buttons">{rows}</div>'


def _button(button: Button) -> str:
    label = escape(button.text)
    if button.url and button.url.startswith(("https://", "http://", "tg://")):
        return f'<a href="{escape(button.url)}" rel="noreferrer noopener">{label} ↗</a>'
    return f'<span role="button" data-press="{escape(button.data or "")}">{label}</span>'
