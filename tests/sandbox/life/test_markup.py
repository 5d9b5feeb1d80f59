import pytest

from sandbox.life.markup import mentioned, plain, text_of
from sandbox.payload import Json


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"text": "hello"}, ("hello", [])),
        ({"text": ""}, ("", [])),
        ({}, ("", [])),
        ({"text": ["a ", "b"]}, ("a b", [])),
        ({"text": "x", "text_entities": [{"type": "plain", "text": "hello"}]}, ("hello", [])),
        (
            {"text": ["see ", {"type": "text_link", "text": "this", "href": "https://a.example"}]},
            (
                "see this",
                [{"offset": 4, "length": 4, "type": "text_link", "url": "https://a.example"}],
            ),
        ),
    ],
)
def test_both_forms_of_text_are_read(record: Json, expected: tuple[str, list[Json]]) -> None:
    assert text_of(record) == expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ({"type": "bold"}, {"type": "bold"}),
        ({"type": "link"}, {"type": "url"}),
        ({"type": "phone"}, {"type": "phone_number"}),
        ({"type": "bot_command"}, {"type": "bot_command"}),
        ({"type": "hashtag"}, {"type": "hashtag"}),
        ({"type": "code"}, {"type": "code"}),
        ({"type": "pre", "language": "python"}, {"type": "pre", "language": "python"}),
        ({"type": "blockquote", "collapsed": True}, {"type": "expandable_blockquote"}),
        ({"type": "custom_emoji", "document_id": "9"}, {"type": "custom_emoji", "custom_emoji_id": "9"}),
        (
            {"type": "mention_name", "user_id": 5},
            {"type": "text_mention", "user": {"id": 5, "is_bot": False, "first_name": "词 w"}},
        ),
    ],
)
def test_entities_get_the_bot_apis_names(piece: Json, expected: Json) -> None:
    text, entities = text_of({"text_entities": [{**piece, "text": "词 w"}]})

    assert text == "词 w"
    assert entities == [{"offset": 0, "length": 3, **expected}]


def test_unknown_entities_are_plain_text() -> None:
    assert text_of({"text_entities": [{"type": "bank_card", "text": "4000"}]}) == ("4000", [])


def test_offsets_count_utf_16_units() -> None:
    _, entities = text_of({"text_entities": [{"type": "plain", "text": "😀中 "}, {"type": "mention", "text": "@mei"}]})

    assert entities == [{"offset": 4, "length": 4, "type": "mention"}]


def test_mentions_are_found() -> None:
    pieces = [{"type": "plain", "text": "😀 "}, {"type": "mention", "text": "@mei"}]

    assert mentioned({"text_entities": pieces}) == ["@mei"]


def test_plain_forgets_entities() -> None:
    assert plain(["a", {"type": "bold", "text": "b"}]) == "ab"
