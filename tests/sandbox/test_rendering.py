import pytest

from sandbox.rendering import to_html


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("a < b", [], "a &lt; b"),
        ("see a.io", [("url", 4, 4)], 'see <a href="http://a.io">a.io</a>'),
        ("hi @bob", [("mention", 3, 4)], 'hi <span class="mention">@bob</span>'),
        ("#x y", [("hashtag", 0, 2)], '<span class="hashtag">#x</span> y'),
        ("🙂 x", [("bold", 3, 1)], "🙂 <b>x</b>"),
        ("abc", [("bold", 0, 3), ("italic", 1, 1)], "<b>a<i>b</i>c</b>"),
        ("ab", [("bold", 0, 1), ("italic", 1, 1)], "<b>a</b><i>b</i>"),
        ("x", [("custom_emoji", 0, 1)], "x"),
        ("x", [("expandable_blockquote", 0, 1)], "<blockquote>x</blockquote>"),
    ],
)
def test_entities_become_tags(text: str, entities: list[tuple[str, int, int]], html: str) -> None:
    given = [dict[str, object](type=kind, offset=offset, length=size) for kind, offset, size in entities]
    assert to_html(text, given) == html
