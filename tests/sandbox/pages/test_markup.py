from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.pages.markup import safe


class Tags(HTMLParser):
    """Which tags and attributes a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value) for name, value in attrs if name != "href"}
        self.depth += tag != "br"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag != "br"


@pytest.mark.parametrize(
    "html",
    [
        "plain 1 &lt; 2 &amp; 3",
        "<b>bold <i>both</i></b>",
        '<a href="https://a.example/?x=1&amp;y=2" rel="noreferrer noopener">link</a>',
        "<pre><code>x = 1</code></pre>",
        '<span class="bot_command">/help</span>',
        "<blockquote>words</blockquote>",
    ],
)
def test_telegrams_own_tags_stay(html: str) -> None:
    assert safe(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>alert(1)</script>", "alert(1)"),
        ("<img src=x onerror=alert(1)>", ""),
        ('<b onclick="alert(1)">x</b>', "<b>x</b>"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="JAVASCRIPT:alert(1)">x</a>', "x"),
        ('<a href=" javascript:alert(1)">x</a>', "x"),
        (
            '<a href="https://a.example/&quot;onclick=&quot;x">x</a>',
            '<a href="https://a.example/&quot;onclick=&quot;x" rel="noreferrer noopener">x</a>',
        ),
        ('<span style="position:fixed">x</span>', "x"),
        ('<span class="row">x</span>', "x"),
        ("<b>never closed", "<b>never closed</b>"),
        ("<b><i>crossed</b></i>", "<b><i>crossed</i></b>"),
        ("closed</b> too often", "closed too often"),
        ("<!-- hidden -->seen", "seen"),
        ("<tg-spoiler>secret</tg-spoiler>", '<span class="spoiler">secret</span>'),
        ("&lt;script&gt;", "&lt;script&gt;"),
    ],
)
def test_everything_else_is_text_or_left_out(html: str, expected: str) -> None:
    assert safe(html) == expected


@given(st.text(alphabet="<>/\"'=& abisx-!;", max_size=60))
def test_no_input_gets_a_foreign_tag_or_attribute_through(html: str) -> None:
    shown = Tags(safe(html))

    assert shown.tags <= {"a", "b", "i", "s", "span", "br"}
    assert {name for name, _ in shown.attributes} <= {"class", "rel"}
    assert shown.depth == 0
