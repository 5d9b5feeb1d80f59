from __future__ import annotations

import pytest

from domain.entrance.greetings import Filled, Guest, Link, Occasion, check, fill, with_scheme
from domain.refusals import Refusal
from tests.domain.entrance.chance import seeded

ANN = Guest(user_id=11, first="Ann", last="<Lee>", username="ann_x")
BEN = Guest(user_id=12, first="Ben")
HERE = Occasion(chat_name="A & B", members=42, rules_label="")


def filled(html: str, *guests: Guest) -> Filled:
    return fill(html, guests or (ANN,), HERE, seeded(1))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{first} {last} {fullname}", "Ann &lt;Lee&gt; Ann &lt;Lee&gt;"),
        ("{username} {id} {count}", "@ann_x 11 42"),
        ("{mention} in <b>{chatname}</b>", '<a href="tg://user?id=11">Ann</a> in <b>A &amp; B</b>'),
        ("{unknown} {} {{first}}", "{unknown} {} {Ann}"),
        ("{preview}Hi{nonotif}{protect}", "Hi"),
    ],
)
def test_placeholders_are_made_out_and_unknown_braces_stay(source: str, html: str) -> None:
    assert filled(source).html == html


def test_who_has_no_last_name_or_username_is_called_by_the_first() -> None:
    assert filled("{last} {username}", BEN).html == 'Ben <a href="tg://user?id=12">Ben</a>'


def test_many_guests_are_named_together_and_the_rest_counted() -> None:
    crowd = [Guest(user_id=number, first=f"G{number}") for number in range(12)]
    made = fill("{first}", crowd, Occasion(chat_name="", members=0, rules_label="", and_more=" +2"), seeded(1))
    assert made.html == ", ".join(f"G{number}" for number in range(10)) + " +2"


def test_switches_are_told() -> None:
    assert filled("{preview}{nonotif}{protect}{first}").switches == {"preview", "nonotif", "protect"}


def test_buttons_stand_in_rows_and_lead_to_addresses_or_the_rules() -> None:
    text = (
        "Hi [Site](buttonurl://example.org) [Shop](buttonurl://https://shop.example.org/?a=1&amp;b=2:same)"
        ' <a href="buttonurl://example.net">Other</a> [Rules](buttonurl:rules) {rules:same}'
    )
    made = filled(text)
    assert made.html == "Hi"
    assert made.rows == (
        (Link(label="Site", url="example.org"), Link(label="Shop", url="https://shop.example.org/?a=1&b=2")),
        (Link(label="Other", url="example.net"),),
        (Link(label="Rules", url=""), Link(label="", url="")),
    )


def test_one_of_several_texts_is_taken() -> None:
    made = {fill("One %%% Two %%% Three", (ANN,), HERE, seeded(seed)).html for seed in range(50)}
    assert made == {"One", "Two", "Three"}


@pytest.mark.parametrize(
    ("source", "with_media", "key"),
    [
        ("x" * 3001, False, "greetings-long"),
        ("x" * 801, True, "greetings-long"),
        ("[a](buttonurl://example.org)" * 21, False, "greetings-many-buttons"),
        ("[a](buttonurl://nowhere)", False, "greetings-bad-address"),
        ("[a](buttonurl://javascript:alert)", False, "greetings-bad-address"),
    ],
)
def test_what_could_not_be_sent_is_refused(source: str, key: str, *, with_media: bool) -> None:
    with pytest.raises(Refusal) as refused:
        check(source, with_media=with_media)
    assert refused.value.phrase.key == key


@pytest.mark.parametrize(
    ("url", "whole"), [("example.org", "https://example.org"), ("http://example.org", "http://example.org")]
)
def test_an_address_gets_its_scheme(url: str, whole: str) -> None:
    assert with_scheme(url) == whole
