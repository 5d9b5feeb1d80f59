"""The digest's page, to the letter in both languages, and never too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.reports.digest import compose
from domain.reports.figures import Digest, HotThread, OpenQuestion, TopMember
from tests.domain.reports.days import BUSY, DAYS, FIRST, QUIET

if TYPE_CHECKING:
    from services.words import Words

GOLDEN = Path(__file__).parent / "golden"
LONGEST = 4000
anything = st.text(max_size=300)


def said(words: Words, digest: Digest, language: str = "en") -> str:
    return words.html(compose(digest), language=language, timezone="Asia/Shanghai")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", DAYS)
def test_reads_as_agreed(words: Words, name: str, language: str) -> None:
    expected = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")
    assert said(words, DAYS[name], language) == expected.rstrip("\n")


def test_a_quiet_day_has_no_empty_sections(words: Words) -> None:
    assert said(words, QUIET).count("<b>") == 1 + len(QUIET.figures)


def test_building_the_baseline_is_said_once(words: Words) -> None:
    assert said(words, FIRST).count("Baseline") == 1


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "applied by hand · 1 warning"), ("zh", "由管理员手动 · 警告 1")]
)
def test_what_managers_did_is_not_said_to_have_fired(words: Words, language: str, shown: str) -> None:
    assert shown in said(words, replace(QUIET, warnings=1), language)


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        (timedelta(seconds=20), "waiting 1 min"),
        (timedelta(minutes=59, seconds=59), "waiting 59 min"),
        (timedelta(hours=5, minutes=59), "waiting 5 hours"),
        (timedelta(days=1, hours=23), "waiting 1 day"),
    ],
)
def test_a_question_waits_in_whole_units(words: Words, age: timedelta, shown: str) -> None:
    question = OpenQuestion(message_id=1, title="why?", link="", age=age)
    assert shown in said(words, replace(QUIET, questions=(question,), open_questions=1))


@given(anything, anything, st.sampled_from(["zh", "en"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_never_exceeds_a_message(words: Words, title: str, name: str, language: str) -> None:
    link = "https://t.me/c/1234567890123/999999999999"
    worst = replace(
        BUSY,
        chat=title,
        top=(TopMember(name=name, people=10**9, messages=10**9),) * 9,
        threads=(HotThread(message_id=10**12, title=title, link=link, people=10**9, messages=10**9),) * 9,
        questions=(OpenQuestion(message_id=10**12, title=title, link=link, age=timedelta(days=999)),) * 9,
        rules=BUSY.rules * 9,
        newcomer_names=(name,) * 20,
    )
    plain = words.plain(compose(worst), language=language, timezone="UTC")
    assert len(plain.encode("utf-16-le")) // 2 <= LONGEST
