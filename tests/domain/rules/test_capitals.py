import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.rules.capitals import CapitalsSettings, cases, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import said

RULE = CapitalsSettings(mode="on", share=70, letters=15)


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        ("BUY THIS COIN RIGHT NOW", True),
        ("СРОЧНО ПРОДАЮ АККАУНТ", True),
        ("BUY THIS COIN RIGHT NOW, my friends and neighbours", False),
        ("NASA and ESA and JAXA met", False),
        ("OK THANKS", False),
        ("一二三四五六七八九十一二三四五六七八九十", False),
        ("مرحبا بكم في هذه المجموعة", False),
        ("1234567890 1234567890 !!!!!", False),
        ("all of it is small", False),
        ("", False),
    ],
)
def test_shouting_is_a_great_share_of_capitals(text: str, *, is_hit: bool) -> None:
    assert (check(said(text), Scene(), RULE) is not None) is is_hit


def test_a_business_card_and_a_file_name_do_not_shout() -> None:
    card = replace(said(), kind="contact", parts=("BEGIN:VCARD VERSION:THREE END:VCARD",))
    assert check(card, Scene(), RULE) is None


def test_the_question_of_a_poll_can_shout() -> None:
    poll = replace(said(), kind="poll", parts=("WHO WANTS FREE MONEY", "ME"))
    assert check(poll, Scene(), RULE) is not None


@given(st.text(max_size=60))
def test_the_quick_count_is_the_plain_one(text: str) -> None:
    capitals, small = cases(text)
    if text.isascii():
        assert (capitals, small) == (sum(map(str.isupper, text)), sum(map(str.islower, text)))
    assert capitals + small <= len(text)
