"""Windows: rules rest from one instant to another, and are said to be back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.effects import Send
from domain.refusals import Refusal
from domain.settings import ChatSettings
from models import audit
from services import windows

if TYPE_CHECKING:
    from models.windows import Window
    from models.work import Work
    from services.words import Words

CHAT = -1001
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
RULES = ChatSettings().rules
HOURS = timedelta(hours=1)


async def opened(work: Work, *rules: str, hours: int = 2, at: datetime = NOW) -> Window:
    return await windows.open_window(
        work, chat_id=CHAT, rules=rules, until=at + hours * HOURS, by=3, now=at, reason="the quiz", thread_id=5
    )


async def modes(work: Work, at: datetime) -> tuple[str, str]:
    rules = await windows.rules_at(work, CHAT, RULES, at=at)
    return rules.flood.mode, rules.links.mode


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (-HOURS, ("on", "on")),
        (timedelta(), ("off", "on")),
        (2 * HOURS - timedelta(seconds=1), ("off", "on")),
        (2 * HOURS, ("on", "on")),
    ],
)
async def test_rules_rest_by_the_messages_own_dates(work: Work, after: timedelta, expected: tuple[str, str]) -> None:
    await opened(work, "flood")
    assert await modes(work, NOW + after) == expected


async def test_a_message_of_the_same_second_is_within(work: Work) -> None:
    await opened(work, "flood", at=NOW + timedelta(milliseconds=700))
    assert await modes(work, NOW) == ("off", "on")


async def test_two_windows_add_up_and_settings_changed_meanwhile_count(work: Work) -> None:
    await opened(work, "flood")
    await opened(work, "links", hours=1)
    assert await modes(work, NOW) == ("off", "off")
    assert await modes(work, NOW + HOURS) == ("off", "on")
    quiet = ChatSettings.model_validate({"rules": {"links": {"mode": "shadow"}}}).rules
    assert (await windows.rules_at(work, CHAT, quiet, at=NOW + HOURS)).links.mode == "shadow"


async def test_without_windows_the_rules_are_the_chats_own(work: Work) -> None:
    assert await windows.rules_at(work, CHAT, RULES, at=NOW) is RULES


async def test_their_end_is_told_once_in_the_topic(work: Work, words: Words) -> None:
    await opened(work, "flood", "links")
    assert await windows.close_ended(work, now=NOW + HOURS) == []
    (send,) = await windows.close_ended(work, now=NOW + 2 * HOURS)
    assert isinstance(send, Send)
    assert send.thread_id == 5
    assert words.plain(send.text, language="en", timezone="UTC") == ("🛡 Back in force: Flooding, Links.")
    assert await windows.close_ended(work, now=NOW + 3 * HOURS) == []


async def test_a_manager_brings_everything_back_at_once(work: Work) -> None:
    await opened(work, "flood")
    (closed,) = await windows.close_all(work, CHAT, by=3, now=NOW + HOURS)
    assert closed.rules == ("flood",)
    assert await modes(work, NOW + HOURS) == ("on", "on")
    assert await windows.close_ended(work, now=NOW + 3 * HOURS) == []


async def test_they_survive_a_restart(work: Work) -> None:
    await opened(work, "flood")
    work.cache.clear()
    assert await modes(work, NOW + HOURS) == ("off", "on")


async def test_they_last_a_week_at_most(work: Work) -> None:
    with pytest.raises(Refusal, match="windows-too-long"):
        await opened(work, "flood", hours=24 * 7 + 1)


async def test_who_opened_one_and_its_end_are_written_down(work: Work) -> None:
    await opened(work, "flood")
    await windows.close_ended(work, now=NOW + 2 * HOURS)
    entries = await audit.of_chat(work, CHAT, since=NOW.date())
    assert [(entry.action, entry.actor_id) for entry in entries] == [("window", 3), ("window-end", None)]
