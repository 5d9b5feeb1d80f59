"""What members see of themselves and of one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from domain.reports.members import Profile, brief, full, ranking
from domain.reports.standing import Standing

if TYPE_CHECKING:
    from domain.phrases import Page
    from services.words import Words

GOLDEN = Path(__file__).parent / "golden"
OWN = Profile(
    chat="Python 交流群 & friends",
    messages_week=38,
    messages_month=1_142,
    active_days=21,
    replies_sent=40,
    replies_received=1,
    reactions_received=12,
    streak=5,
    warnings=1,
    warning_limit=3,
    joined_at=datetime(2025, 3, 1, 20, tzinfo=UTC),
    first_seen_at=datetime(2025, 3, 2, tzinfo=UTC),
)
NEW = replace(OWN, messages_week=1, messages_month=1, active_days=1, streak=0, warnings=0, joined_at=None)
BEST = tuple(
    Standing(
        user_id=number,
        name=name,
        people=people,
        active_days=days,
        messages=messages,
        counted=messages,
        replies_received=people * 2,
        reactions_received=people,
    )
    for number, (name, people, days, messages) in enumerate(
        [("小梅🌸爱写代码也爱回答问题的人", 23, 7, 1_200), ("<Bob>", 9, 6, 80), ("محمد", 1, 1, 1), ("", 0, 1, 2)],
        start=11,
    )
)
PAGES = {
    "me-brief": brief(OWN, "小梅 & co"),
    "me-full": full(OWN),
    "me-new": full(NEW),
    "top": ranking(BEST, chat="Python 交流群", days=7),
    "top-empty": ranking((), chat="Python 交流群", days=30),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_reads_as_agreed(words: Words, name: str, language: str) -> None:
    page: Page = PAGES[name]
    expected = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")
    assert words.html(page, language=language, timezone="Asia/Shanghai") == expected.rstrip("\n")


def test_warnings_are_not_shown_in_front_of_everybody(words: Words) -> None:
    shown = words.html(PAGES["me-brief"], language="en", timezone="UTC")
    assert "arning" not in shown
