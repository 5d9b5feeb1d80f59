"""Text and entities as HTML for readers."""

import html
from collections.abc import Sequence

from sandbox.payload import Json


def to_html(text: str, entities: Sequence[Json]) -> str:
    """Text and entities as HTML, nested as they lie."""
    if not entities:
        return html.escape(text, quote=False)
    raw = text.encode("utf-16-le", "surrogatepass")
    marks: dict[int, tuple[list[str], list[str]]] = {}
    for entity in entities:
        start, size = int(str(entity["offset"])), int(str(entity["length"]))
        before, after = _tags(entity, raw[start * 2 : (start + size) * 2].decode("utf-16-le", "replace"))
        if before:
            marks.setdefault(start, ([], []))[0].append(before)
            marks.setdefault(start + size, ([], []))[1].insert(0, after)
    out: list[str] = []
    last = 0
    for at in sorted(marks):
        out.append(html.escape(raw[last * 2 : at * 2].decode("utf-16-le", "replace"), quote=False))
        opening, closing = marks[at]
        out.extend([*closing, *opening])
        last = at
    out.append(html.escape(raw[last * 2 :].decode("utf-16-le", "replace"), quote=False))
    return "".join(out)


def _tags(entity: Json, words: str) -> tuple[str, str]:
    kind = str(entity["type"])
    simple = {
        "bold": "b",
        "italic": "i",
        "underline": "u",
        "strikethrough": "s",
        "spoiler": "tg-spoiler",
        "code": "code",
        "pre": "pre",
        "blockquote": "blockquote",
        "expandable_blockquote": "blockquote",
    }
    if kind in simple:
        return f"<{simple[kind]}>", f"</{simple[kind]}>"
    if kind == "text_link":
        return f'<a href="{html.escape(str(entity.get("url", "")))}">', "</a>"
    if kind == "url":
        address = words if "://" in words else f"http://{words}"
        return f'<a href="{html.escape(address)}">', "</a>"
    if kind in {"mention", "text_mention", "hashtag", "bot_command", "cashtag", "email"}:
        return f'<span class="{kind}">', "</span>"
    return "", ""
