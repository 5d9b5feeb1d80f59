from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models import audit

if TYPE_CHECKING:
    from models.work import Work

CHAT, ADA = -1001, 7
AT = datetime(2026, 11, 4, 12, tzinfo=UTC)


async def write(work: Work, action: str, *, rule: str | None = None, chat_id: int = CHAT, message_id: int = 5) -> None:
    await audit.add(
        work,
        chat_id=chat_id,
        day=AT.date(),
        at=AT,
        actor_id=None,
        action=action,
        target_id=ADA,
        rule=rule,
        message_id=message_id,
        details={"count": 1},
    )


async def is_settled(work: Work, *, message_id: int, seconds: int) -> bool:
    return await audit.is_settled(
        work,
        chat_id=CHAT,
        target_id=ADA,
        message_id=message_id,
        written_at=AT + timedelta(seconds=seconds),
        since=AT.date(),
    )


async def test_deeds_are_read_in_order(work: Work) -> None:
    await write(work, "warn", rule="flood")
    await write(work, "mute")
    await write(work, "ban", chat_id=-1002)
    entries = await audit.of_chat(work, CHAT, since=AT.date())
    assert [(entry.action, entry.rule, entry.at) for entry in entries] == [("warn", "flood", AT), ("mute", None, AT)]
    assert entries[0].details == {"count": 1}


async def test_deeds_of_earlier_days_are_left_out(work: Work) -> None:
    await write(work, "warn")
    assert await audit.of_chat(work, CHAT, since=date(2026, 11, 5)) == []


@pytest.mark.parametrize(
    ("action", "seconds", "settled"),
    [("mute", -1, True), ("ban", 0, True), ("kick", -60, True), ("mute", 1, False), ("warn", -1, False)],
)
async def test_what_was_written_before_its_author_was_silenced_is_settled(
    work: Work, action: str, seconds: int, *, settled: bool
) -> None:
    await write(work, action)
    assert await is_settled(work, message_id=6, seconds=seconds) is settled


async def test_a_message_punished_by_a_rule_is_settled(work: Work) -> None:
    await write(work, "warn", rule="links", message_id=5)
    assert await is_settled(work, message_id=5, seconds=1)


async def test_a_message_a_manager_answered_to_is_not(work: Work) -> None:
    await write(work, "warn", rule=None, message_id=5)
    assert not await is_settled(work, message_id=5, seconds=1)
