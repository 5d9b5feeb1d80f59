from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import ValidationError

from domain.messages import Link
from domain.rules.judgement import Scene
from domain.rules.links import LinksSettings, check
from tests.domain.rules.scenes import NOON, said

RULE = LinksSettings(hours=24, messages=3)
NEWCOMER = Scene(messages=0)


@pytest.mark.parametrize(
    ("messages", "joined_hours_ago", "is_newcomer"),
    [
        (0, None, True),
        (2, None, True),
        (3, None, False),
        (3, 1, True),
        (3, 23.9, True),
        (3, 24, False),
        (0, 1000, True),
        (500, 1, True),
        (500, -1, False),
    ],
)
def test_newcomers_are_known_by_join_and_by_messages(
    messages: int, joined_hours_ago: float | None, *, is_newcomer: bool
) -> None:
    joined_at = None if joined_hours_ago is None else NOON - timedelta(hours=joined_hours_ago)
    hit = check(said("https://example.org"), Scene(messages=messages, joined_at=joined_at), RULE)
    assert (hit is not None) is is_newcomer


@pytest.mark.parametrize(
    "text",
    [
        "look https://example.org/a",
        "HTTP://EXAMPLE.ORG",
        "example.com is fine",
        "see t.me/joinchat/abc",
        "telegram.me/someone",
        "tg://resolve?domain=someone",
        "加群exa\u200bmple.com/x",
        "ｅｘａｍｐｌｅ.com",
        "点击www.bet365.vip。",
        "a.b.example.co.uk",
    ],
)
def test_an_address_in_the_text_is_a_link(text: str) -> None:
    assert check(said(text), NEWCOMER, RULE) is not None


@pytest.mark.parametrize(
    "text",
    [
        "hello there",
        "node.js and main.py",
        "a sentence.Another one",
        "1.5 million",
        "me@example.com",
        "e.g. this",
        "file.com.txt",
        "",
    ],
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert check(said(text), NEWCOMER, RULE) is None


def test_a_link_hidden_behind_words_is_a_link() -> None:
    message = said("click here", links=(Link("https://evil.example/x", hidden=True),))
    hit = check(message, NEWCOMER, RULE)
    assert hit is not None
    assert hit.quote == "evil.example"


@pytest.mark.parametrize("url", ["mailto:me@example.com", "tel:+123", "tg://user?id=7"])
def test_what_leads_nowhere_else_is_no_link(url: str) -> None:
    assert check(said("hi", links=(Link(url, hidden=True),)), NEWCOMER, RULE) is None


ALLOWED = LinksSettings(allowed=("https://www.Example.org/", "t.me"))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/page",
        "https://docs.example.org",
        "example.org",
        "EXAMPLE.ORG:8443/x",
        "https://t.me/x",
        "telegram.me/x",
        "tg://resolve?domain=x",
    ],
)
def test_allowed_domains_and_those_below_them_are_fine(url: str) -> None:
    assert check(said(links=(Link(url, hidden=False),)), NEWCOMER, ALLOWED) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://notexample.org",
        "https://example.org.evil.com",
        "https://example.org@evil.com",
        "https://evil.com\\@example.org",
        "https://evil.com/example.org",
        "https://evil.com?x=example.org",
        "https://[example.org",
    ],
)
def test_an_address_that_only_looks_allowed_is_not(url: str) -> None:
    assert check(said(links=(Link(url, hidden=False),)), NEWCOMER, ALLOWED) is not None


def test_one_allowed_link_does_not_cover_another() -> None:
    assert check(said("https://example.org https://evil.com"), NEWCOMER, ALLOWED) is not None


def test_domains_in_other_letters_are_compared_as_the_name_system_writes_them() -> None:
    settings = LinksSettings(allowed=("bücher.example",))
    assert check(said(links=(Link("https://xn--bcher-kva.example/", hidden=False),)), NEWCOMER, settings) is None


def test_domains_are_kept_once_without_scheme_and_path() -> None:
    settings = LinksSettings(allowed=("https://Example.org/x", "example.org", "www.example.org"))
    assert settings.allowed == ("example.org",)


@pytest.mark.parametrize("domain", ["", "not a domain", "localhost", "*.example.org", "http://"])
def test_what_is_no_domain_is_refused(domain: str) -> None:
    with pytest.raises(ValidationError, match="not a domain"):
        LinksSettings(allowed=(domain,))


@given(st.text(max_size=80))
def test_members_of_long_standing_may_post_anything(text: str) -> None:
    scene = Scene(messages=3, joined_at=NOON - timedelta(days=2))
    assert check(said(text), scene, RULE) is None


@given(st.text(max_size=80))
def test_any_address_can_be_judged(url: str) -> None:
    hit = check(said(links=(Link(url, hidden=False),)), NEWCOMER, RULE)
    assert hit is None or hit.rule == "links"


OLD = Scene(messages=500, joined_at=NOON - timedelta(days=90))


@pytest.mark.parametrize("url", ["https://evil.example/x", "http://www.evil.example", "https://a.b.evil.example"])
def test_denied_domains_are_nobodys_to_post(url: str) -> None:
    settings = LinksSettings(denied=("evil.example",), allowed=("evil.example",))
    hit = check(said(links=(Link(url, hidden=True),)), OLD, settings)
    assert hit is not None
    assert hit.because.key == "rules-because-links-denied"


def test_denied_domains_leave_others_alone() -> None:
    settings = LinksSettings(denied=("evil.example",))
    assert check(said("https://example.org https://notevil.example"), OLD, settings) is None


@pytest.mark.parametrize(
    ("url", "is_hit"),
    [("https://bit.ly/3x", True), ("t.cn/abc", True), ("https://example.org", False), ("https://youtu.be/x", False)],
)
def test_shorteners_are_denied_where_the_group_wants_it(url: str, *, is_hit: bool) -> None:
    message = said(links=(Link(url, hidden=False),))
    assert (check(message, OLD, LinksSettings(shorteners=True)) is not None) is is_hit
    assert check(message, OLD, LinksSettings()) is None


def test_a_shortener_can_be_allowed() -> None:
    message = said(links=(Link("https://bit.ly/3x", hidden=False),))
    assert check(message, OLD, LinksSettings(shorteners=True, allowed=("bit.ly",))) is None


def test_where_nobody_posts_links_only_allowed_ones_pass() -> None:
    settings = LinksSettings(everybody=True, allowed=("example.org",))
    assert check(said("https://example.org"), OLD, settings) is None
    hit = check(said("https://example.net"), OLD, settings)
    assert hit is not None
    assert hit.because.key == "rules-because-links-everybody"


def test_an_address_in_a_poll_a_card_or_a_quote_is_a_link() -> None:
    assert check(replace(said(), parts=("look", "https://evil.example")), NEWCOMER, RULE) is not None
