import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.messages import Link
from domain.rules.addresses import Place, hosts_in, place_of, places_in
from tests.domain.rules.scenes import said


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://t.me/+AbC", Place(code="abc")),
        ("https://t.me/joinchat/AbC", Place(code="abc")),
        ("https://t.me/Our_Club/12", Place(name="our_club")),
        ("https://t.me/s/our_club", Place(name="our_club")),
        ("http://ourclub.t.me", Place(name="ourclub")),
        ("tg://resolve?domain=our_club", Place(name="our_club")),
        ("tg:resolve?domain=our_club", None),
        ("https://t.me", None),
        ("https://t.me/", None),
        ("https://t.me/+", None),
        ("https://t.me/joinchat", None),
        ("https://t.me/ab", None),
        ("https://t.me/c/1/2", None),
        ("https://example.org/our_club", None),
        ("not an address", None),
        ("tg://[", None),
    ],
)
def test_an_address_leads_to_a_place_of_telegram_or_to_none(url: str, place: Place | None) -> None:
    assert place_of(url) == place


def test_an_invitations_code_is_not_shown() -> None:
    assert [Place(code="abc").shown, Place(name="club").shown] == ["t.me", "@club"]


def test_addresses_of_all_words_are_found_once_each_place_they_stand() -> None:
    message = said("see t.me/club_one", links=(Link("https://t.me/club_two", hidden=True),))
    found = list(places_in(replace(message, parts=("t.me/club_three",))))
    assert [place.name for place in found] == ["club_two", "club_one", "club_three"]


def test_plain_words_have_no_hosts() -> None:
    assert list(hosts_in(said("just words, nothing else. Really"))) == []


@given(st.text(max_size=60), st.sampled_from(["", "https://t.me/", "tg://", "http://", "t.me/"]))
def test_any_address_can_be_read(url: str, before: str) -> None:
    place = place_of(f"{before}{url}")
    assert place is None or bool(place.name) is not bool(place.code)
