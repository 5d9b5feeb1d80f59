import pytest

from sandbox.errors import ApiError
from sandbox.markdown import parse_markdown


def parsed(source: str, version: int = 2) -> tuple[str, list[tuple[object, object, object]]]:
    text, entities = parse_markdown(source, {}, version=version)
    return text, [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        ("__a__ ~b~ ||c||", "a b c", [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)]),
        ("*a _b_*", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        (r"1\. a\_b", "1. a_b", []),
        ("`a*b`", "a*b", [("code", 0, 3)]),
        ("```py\nx=1```", "x=1", [("pre", 0, 3)]),
        ("[a](https://b.io/c)", "a", [("text_link", 0, 1)]),
        ("[b\\.io] [a]", "b.io a", [("text_link", 0, 4)]),
    ],
)
def test_markdown_v2_is_understood(source: str, text: str, entities: list[tuple[object, object, object]]) -> None:
    assert parsed(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_wrong_markdown_v2_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parsed(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_old_markdown_knows_no_nesting() -> None:
    assert parsed("*a_b* [c](http://d.io)", 1) == ("a_b c", [("bold", 0, 3), ("text_link", 4, 1)])


def test_old_markdown_left_open_is_refused() -> None:
    with pytest.raises(ApiError) as refused:
        parsed("a _b", 1)
    assert "Can't find end of the entity starting at byte offset 2" in refused.value.description


@pytest.mark.parametrize(
    "source",
    ["*a _b* c_", "[a", "[a](b", "||a", "```x", "__a_"],
)
def test_crossed_and_open_markdown_v2_is_refused(source: str) -> None:
    with pytest.raises(ApiError) as refused:
        parsed(source)
    assert refused.value.description.startswith("Bad Request: can't parse entities: Can't find end of")


def test_escapes_work_inside_code_and_links() -> None:
    assert parsed(r"`a\`b` [c](http://d.io/\))") == ("a`b c", [("code", 0, 3), ("text_link", 4, 1)])


@pytest.mark.parametrize(
    ("source", "text"),
    [(r"a\_b", "a_b"), ("[a] b", "a b"), ("```x```", "x"), ("[](http://a.io)", "")],
)
def test_old_markdown_is_lenient(source: str, text: str) -> None:
    assert parsed(source, 1)[0] == text
