import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.markup import parse_html
from sandbox.payload import Json
from sandbox.people import Person
from sandbox.rendering import to_html

ANN = {7: Person(id=7, first_name="Ann")}


def entity(kind: str, offset: int, length: int, **extra: object) -> Json:
    return {"offset": offset, "length": length, "type": kind, **extra}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>hi</b>", "hi", [entity("bold", 0, 2)]),
        ("a <strong>b</strong>", "a b", [entity("bold", 2, 1)]),
        ("<i>x</i><em>y</em>", "xy", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>x</u><ins>y</ins>", "xy", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<s>x</s>", "x", [entity("strikethrough", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ('<code class="language-py">x</code>', "x", [entity("code", 0, 1)]),
        ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="py")],
        ),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<a href="https://a.io/b">x</a>', "x", [entity("text_link", 0, 1, url="https://a.io/b")]),
        ("<a href='a.io'>x</a>", "x", [entity("text_link", 0, 1, url="http://a.io/")]),
        ('<a href="nothing">x</a>', "x", []),
        (
            '<a href="tg://user?id=7">x</a>',
            "x",
            [entity("text_mention", 0, 1, user=ANN[7].payload())],
        ),
        ('<a href="tg://user?id=8">x</a>', "x", []),
        ("🙂<b>🙂</b>", "🙂🙂", [entity("bold", 2, 2)]),
        ("&lt;b&gt; &amp; &quot; &#65; &#x42;", '<b> & " A B', []),
        ("&nbsp; & &unknown;", "&nbsp; & &unknown;", []),
        ("<b></b>x", "x", []),
        ("<B>x</B>", "x", [entity("bold", 0, 1)]),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
    ],
)
def test_html_is_understood(source: str, text: str, entities: list[Json]) -> None:
    assert parse_html(source, ANN) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("ü<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
    ],
)
def test_wrong_html_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source, {})
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped, {}) == (text, [])


@given(st.text(st.sampled_from("a<>&🙂 b/=\"'i")))
def test_html_is_parsed_or_refused_never_worse(text: str) -> None:
    refusal = ""
    plain: str = text
    entities: list[Json] = []
    try:
        plain, entities = parse_html(text, {})
    except ApiError as refused:
        refusal = refused.description
    assert refusal.startswith("Bad Request: can't parse entities") or to_html(plain, entities) or not plain


@pytest.mark.parametrize(
    "source",
    [
        "a <b>b <i>c</i></b> d",
        "🙂 <code>x &lt; y</code>",
        '<a href="https://a.io/b?c=1&amp;d=2">x</a>',
        "<b>a</b><i>b</i>",
    ],
)
def test_what_was_parsed_renders_the_same(source: str) -> None:
    assert to_html(*parse_html(source, {})) == source
