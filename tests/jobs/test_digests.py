"""Every group has its digest planned, however the bot met it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from jobs.digests import plan_digests
from models import chats, schedules
from models.chats import Chat
from services.settings import change

if TYPE_CHECKING:
    from models.work import Work

NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
TOMORROW = datetime(2026, 5, 30, 9, tzinfo=UTC)


async def planned(work: Work, chat_id: int) -> list[datetime | None]:
    return [schedule.next_at for schedule in await schedules.of_chat(work, chat_id)]


@pytest.mark.parametrize(
    ("chat_id", "kind", "state", "expected"),
    [
        (-1, "group", chats.ACTIVE, [TOMORROW]),
        (-2, "supergroup", chats.ACTIVE, [TOMORROW]),
        (-3, "supergroup", chats.LEFT, []),
        (-4, "channel", chats.ACTIVE, []),
        (5, "private", chats.ACTIVE, []),
    ],
)
async def test_groups_that_can_be_reached_get_a_digest(
    work: Work, chat_id: int, kind: str, state: str, expected: list[datetime]
) -> None:
    await chats.put(work, Chat(chat_id=chat_id, kind=kind, title="Chat", state=state), now=NOW)
    await plan_digests(work, now=NOW)
    assert await planned(work, chat_id) == expected


async def test_a_digest_that_was_switched_off_stays_off(work: Work) -> None:
    await chats.put(work, Chat(chat_id=-1, kind="supergroup", title="Group"), now=NOW)
    await change(work, chat_id=-1, path="digest.enabled", value=False, by=None, now=NOW)
    await plan_digests(work, now=NOW)
    assert await planned(work, -1) == [None]
