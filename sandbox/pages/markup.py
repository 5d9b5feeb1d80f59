"""Message HTML from elsewhere made safe: what is not on the list is shown as text or left out."""

from html import escape
from html.parser import HTMLParser

_TAGS = frozenset({"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote"})
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "tg://")
_CLASSES = frozenset({"mention", "text_mention", "hashtag", "bot_command", "cashtag", "email"})
_SPOILER = '<span class="spoiler">'


def safe(html: str) -> str:
    """The same HTML with Telegram's own tags only, links to the web only, and every tag closed."""
    parser = _Filter()
    parser.feed(html)
    parser.close()
    return parser.result()


class _Filter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._out.append("<br>")
            return
        opening, closing = _shown(tag, {name: value or "" for name, value in attrs})
        self._out.append(opening)
        self._open.append((tag, closing))

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, closing = self._open.pop()
            self._out.append(closing)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._out.append(escape(data, quote=False))

    def result(self) -> str:
        return "".join(self._out) + "".join(closing for _, closing in reversed(self._open))


def _shown(tag: str, attributes: dict[str, str]) -> tuple[str, str]:
    if tag in _TAGS:
        return f"<{tag}>", f"</{tag}>"
    if tag == "a" and attributes.get("href", "").lower().startswith(_SCHEMES):
        return f'<a href="{escape(attributes["href"])}" rel="noreferrer noopener">', "</a>"
    if tag == "tg-spoiler" or attributes.get("class") == "tg-spoiler":
        return _SPOILER, "</span>"
    if tag == "span" and attributes.get("class") in _CLASSES:
        return f'<span class="{attributes["class"]}">', "</span>"
    return "", ""
