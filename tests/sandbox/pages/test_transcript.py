import re

import pytest
from msgspec.structs import replace

from sandbox.pages.events import Button, Face, Tally
from sandbox.pages.transcript import fragment, render
from tests.sandbox.pages.happenings import BOT, MEI, TOM, happened, said

EVIL = '<script>alert("1")</script>'


def test_names_texts_and_titles_are_escaped() -> None:
    villain = Face(id=3, name=EVIL, color='red;background:url("x")')
    events = [
        said(1, EVIL, villain, html="&lt;script&gt;"),
        said(2, EVIL, villain, html="", reply_to=1),
        happened("ban", sender=villain, target=villain),
        replace(said(3, EVIL, villain, html=EVIL), buttons=[[Button(text=EVIL, data='"><img>')]]),
        replace(said(4, "?", villain), media="poll", poll=[Tally(emoji=EVIL, count=1)]),
        replace(said(5, "?", villain), media=EVIL, reactions=[Tally(emoji=EVIL, count=1)]),
    ]

    page = render(events, language="en", title=EVIL)

    assert "<script" not in page
    assert "<img" not in page
    assert "background:url" not in page


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_needs_nothing_from_elsewhere(language: str) -> None:
    page = render([said(1)], language="zh" if language == "zh" else "en", title="Club")

    assert not re.search(r"""(src=|<link|@import|url\()""", page)


def test_the_page_speaks_its_language() -> None:
    page = render(
        [said(1, "你好"), happened("ban", target=TOM)], language="zh", title="俱乐部", timezone="Asia/Shanghai"
    )

    assert '<html lang="zh-CN">' in page
    assert "2026年6月14日 星期日" in page
    assert "封禁了" in page
    assert "banned" not in page


def test_a_bot_wears_its_badge() -> None:
    assert '<span class="badge">bot</span>' in render([said(1, sender=BOT)], language="en", title="")
    assert '<span class="badge">' not in render([said(1)], language="en", title="")


def test_buttons_can_be_pressed_and_links_followed() -> None:
    row = [
        Button(text="Join", data="join:1"),
        Button(text="Site", url="https://a.example"),
        Button(text="Trap", url="javascript:alert(1)"),
    ]

    page = fragment([replace(said(1), buttons=[row])], language="en")

    assert '<span role="button" data-press="join:1">Join</span>' in page
    assert '<a href="https://a.example"' in page
    assert "javascript" not in page


def test_a_deleted_message_is_struck_and_says_by_whom() -> None:
    deletion = replace(happened("delete"), message_id=1)

    page = fragment([said(1, "spam", TOM, deleted=True), deletion], language="en")

    assert 'class="row first last deleted"' in page
    assert "Deleted by Steward" in page


def test_what_the_viewer_said_stands_apart() -> None:
    page = fragment([said(1), said(2, sender=TOM)], language="en", viewer=MEI.id)

    assert [" own" in row for row in re.findall(r'<article class="([^"]*)"', page)] == [True, False]


def test_reactions_are_counted() -> None:
    page = fragment([replace(said(1), reactions=[Tally(emoji="🔥", count=3)])], language="en")

    assert "<span>🔥 3</span>" in page


@pytest.mark.parametrize(
    ("text", "big"), [("🔥", True), ("👏👏", True), ("ok", False), ("好的", False), ("🔥 ja", False)]
)
def test_a_few_emoji_are_shown_large(text: str, big: bool) -> None:  # noqa: FBT001 - a table
    assert ('class="text big"' in fragment([said(1, text)], language="en")) is big


def test_a_poll_asks_before_it_offers() -> None:
    poll = [Tally(emoji="Now", count=3), Tally(emoji="Later", count=1)]

    page = fragment([replace(said(1, "When?"), media="poll", poll=poll)], language="en")

    assert page.index("When?") < page.index("--share:75") < page.index("4 votes")


def test_a_quote_leads_to_what_it_quotes() -> None:
    page = fragment([said(1, "how?"), said(2, "so", TOM, reply_to=1)], language="en")

    assert 'class="quote" href="#m1"' in page


def test_nothing_at_all_is_a_page_too() -> None:
    assert "<title>Empty</title>" in render([], language="en", title="Empty")


@pytest.mark.parametrize(("language", "mark"), [("en", "only Tom sees this"), ("zh", "仅 Tom 可见")])
def test_what_one_person_alone_sees_is_marked(language: str, mark: str) -> None:
    events = [said(1, "psst", BOT, only_for=TOM), said(2, "all", BOT)]
    page = render(events, language="zh" if language == "zh" else "en", title="Club")
    assert page.count(mark) == 1
