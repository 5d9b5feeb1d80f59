"""What a chat's settings decide by themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.settings import PrivacySettings

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "age", "keeps"),
    [
        (30, timedelta(days=29, hours=23), True),
        (30, timedelta(days=30), False),
        (0, timedelta(), False),
    ],
)
def test_texts_are_kept_for_as_many_days_as_the_chat_wants(days: int, age: timedelta, *, keeps: bool) -> None:
    assert PrivacySettings(text_days=days).keeps_text(written_at=NOW - age, now=NOW) is keeps
