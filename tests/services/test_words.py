from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.phrases import BLANK, Markup, Moment, Page, Person, Phrase, phrase
from services.words import Words, WordsError

if TYPE_CHECKING:
    from pathlib import Path

    from domain.phrases import Text, Value

EN = """
hello = Hello { $name }!
count = { $count ->
    [one] one message
   *[other] { $count } messages
}
kind = { $what ->
    [warn] a warning
   *[other] something else
}
plain = Nothing to fill in <b>here</b>
help-top = The most active
    .usage = [7d]
wrap = <b>{ $inner }</b>
common-nameless = someone
common-span-days = { $count } d
common-span-hours = { $count } h
common-span-minutes = { $count } min
common-span-seconds = { $count } s
"""
ZH = """
hello = 您好，{ $name }！
count = { $count } 条消息
common-span-hours = { $count } 小时
common-span-minutes = { $count } 分钟
"""
AT = datetime(2026, 5, 29, 20, 30, tzinfo=UTC)


def made(folder: Path, **files: str) -> Words:
    for name, text in files.items():
        language, _, file = name.partition("_")
        (folder / language).mkdir(exist_ok=True)
        (folder / language / f"{file}.ftl").write_text(text, encoding="utf-8")
    return Words.load(folder)


@pytest.fixture
def some(tmp_path: Path) -> Words:
    return made(tmp_path, en_all=EN, zh_all=ZH)


def said(words: Words, text: Text, *, language: str = "en", timezone: str = "UTC") -> str:
    return words.html(text, language=language, timezone=timezone)


def test_names_the_languages_of_the_folder(some: Words) -> None:
    assert some.languages == ("en", "zh")


def test_speaks_the_language_asked_for(some: Words) -> None:
    assert said(some, phrase("hello", name="小明"), language="zh") == "您好，小明！"


def test_escapes_what_people_wrote(some: Words) -> None:
    assert said(some, phrase("hello", name="<b>&")) == "Hello &lt;b&gt;&amp;!"


def test_keeps_the_markup_of_the_words_themselves(some: Words) -> None:
    assert said(some, phrase("plain")) == "Nothing to fill in <b>here</b>"


@pytest.mark.parametrize(("count", "expected"), [(1, "one message"), (2, "2 messages"), (1234, "1,234 messages")])
def test_chooses_the_plural_by_the_number(some: Words, count: int, expected: str) -> None:
    assert said(some, phrase("count", count=count)) == expected


def test_selects_by_a_string(some: Words) -> None:
    assert said(some, phrase("kind", what="warn")) == "a warning"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Person(user_id=7, name="Ann <3"), '<a href="tg://user?id=7">Ann &lt;3</a>'),
        (Person(user_id=None, name="Ann"), "Ann"),
        (Person(user_id=7, name="  "), '<a href="tg://user?id=7">someone</a>'),
        (Markup(html="<i>ready</i>"), "<i>ready</i>"),
        (phrase("wrap", inner="&"), "<b>&amp;</b>"),
        (Page(lines=(phrase("plain"), BLANK, Markup(html="end"))), "Nothing to fill in <b>here</b>\n\nend"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=1, hours=3, minutes=5), "1 d 3 h"),
        (timedelta(), "0 s"),
        (Moment(at=AT, style="time"), "20:30"),
        (Moment(at=AT, style="date"), "29 May 2026"),
        (Moment(at=AT), "29 May 2026 20:30"),
        (date(2026, 5, 29), "29 May 2026"),
        (1234.5, "1,234.5"),
        (True, "true"),
    ],
)
def test_shows_each_kind_of_value(some: Words, value: Value, expected: str) -> None:
    assert said(some, phrase("wrap", inner=value)) == f"<b>{expected}</b>"


def test_shows_an_instant_in_the_readers_zone_and_language(some: Words) -> None:
    moment = phrase("hello", name=Moment(at=AT))
    assert said(some, moment, language="zh", timezone="Asia/Shanghai") == "您好，2026年5月30日 04:30！"


def test_shows_a_span_in_the_language(some: Words) -> None:
    assert said(some, phrase("hello", name=timedelta(minutes=75)), language="zh") == "您好，1 小时 15 分钟！"


def test_takes_a_value_longer_than_a_message_may_be(some: Words) -> None:
    assert said(some, phrase("wrap", inner=Markup(html="x" * 9000))) == f"<b>{'x' * 9000}</b>"


def test_plain_text_has_neither_tags_nor_entities(some: Words) -> None:
    text = phrase("wrap", inner=Person(user_id=1, name="a < b & c"))
    assert some.plain(text, language="en", timezone="UTC") == "a < b & c"


def test_says_an_attribute(some: Words) -> None:
    assert said(some, phrase("help-top.usage")) == "[7d]"


@pytest.mark.parametrize(
    ("key", "known"), [("hello", True), ("help-top.usage", True), ("help-top.x", False), ("x", False)]
)
def test_knows_which_words_there_are(some: Words, key: str, *, known: bool) -> None:
    assert some.has(key, "en") is known


@pytest.mark.parametrize("missing", [phrase("nothing"), phrase("help-top.x"), phrase("hello"), Phrase(key="kind")])
def test_refuses_what_it_cannot_say_whole(some: Words, missing: Phrase) -> None:
    with pytest.raises(WordsError):
        said(some, missing)


def test_does_not_fall_back_to_another_language(some: Words) -> None:
    with pytest.raises(WordsError, match="wrap"):
        said(some, phrase("wrap", inner="x"), language="zh")


def test_refuses_a_file_that_is_not_fluent(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="not Fluent"):
        made(tmp_path, en_broken="hello = { $name")


def test_refuses_an_id_given_twice(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="already in"):
        made(tmp_path, en_one="hello = a", en_two="hello = b")


def test_refuses_a_folder_without_languages(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="no languages"):
        Words.load(tmp_path)


@given(st.text())
def test_no_text_of_a_person_becomes_markup(words: Words, text: str) -> None:
    shown = said(words, phrase("common-target-unknown", name=text), language="zh")
    frame = said(words, phrase("common-target-unknown", name="NAME"), language="zh")
    assert re.findall("<[^>]*>", shown) == re.findall("<[^>]*>", frame)
    assert html.unescape(shown) == html.unescape(frame).replace("NAME", text)
