import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import combine, detect, piece, trim
from sandbox.utf16 import length


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nothing here", []),
        ("/start now", [("bot_command", "/start")]),
        ("/ban@some_bot 3h", [("bot_command", "/ban@some_bot")]),
        ("a/b and 1/2", []),
        ("ask @bob_b, please", [("mention", "@bob_b")]),
        ("see https://a.io/x?y=1.", [("url", "https://a.io/x?y=1")]),
        ("see example.com/x and t.me/abc", [("url", "example.com/x"), ("url", "t.me/abc")]),
        ("mail a.b@c.org", [("email", "a.b@c.org")]),
        ("#topic #2024 #签到", [("hashtag", "#topic"), ("hashtag", "#签到")]),
        ("$TON", [("cashtag", "$TON")]),
        ("🙂🙂 /start", [("bot_command", "/start")]),
        ("version 1.2.3", []),
    ],
)
def test_a_client_finds(text: str, found: list[tuple[str, str]]) -> None:
    assert [(entity["type"], piece(text, entity)) for entity in detect(text)] == found


def test_nothing_is_found_inside_code() -> None:
    code = {"offset": 0, "length": 6, "type": "code"}
    assert combine("/start", [code]) == [code]


def test_found_entities_stand_beside_given_ones() -> None:
    bold = {"offset": 0, "length": 6, "type": "bold"}
    assert [entity["type"] for entity in combine("/start", [bold])] == ["bold", "bot_command"]


def test_trimming_moves_and_cuts_entities() -> None:
    bold = {"offset": 1, "length": 5, "type": "bold"}
    assert trim("  ab   ", [bold]) == ("ab", [{"offset": 0, "length": 2, "type": "bold"}])


@given(st.text(st.sampled_from("ab /@#$.🙂签:h t p s c o m")))
def test_entities_lie_within_the_text_and_apart(text: str) -> None:
    end = 0
    for entity in detect(text):
        offset, size = entity["offset"], entity["length"]
        assert isinstance(offset, int)
        assert isinstance(size, int)
        assert offset >= end
        end = offset + size
    assert end <= length(text)
