from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from models import warnings

if TYPE_CHECKING:
    from models.work import Work

CHAT, ADA = -1001, 7
AT = datetime(2026, 11, 4, 12, tzinfo=UTC)


async def give(work: Work, reason: str, *, days_ago: int = 0, chat_id: int = CHAT) -> None:
    given_at = AT - timedelta(days=days_ago)
    await warnings.give(
        work,
        chat_id=chat_id,
        user_id=ADA,
        rule="flood",
        rule_number=2,
        reason=reason,
        given_by=None,
        given_at=given_at,
        expires_at=given_at + timedelta(days=30),
    )


async def reasons(work: Work) -> list[str]:
    return [given.reason for given in await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=AT)]


async def test_warnings_in_force_come_oldest_first(work: Work) -> None:
    await give(work, "new")
    await give(work, "old", days_ago=29)
    assert await reasons(work) == ["old", "new"]


async def test_expired_warnings_count_no_more(work: Work) -> None:
    await give(work, "expired", days_ago=30)
    assert await reasons(work) == []


async def test_warnings_count_in_their_own_chat_only(work: Work) -> None:
    await give(work, "elsewhere", chat_id=-1002)
    assert await reasons(work) == []


async def test_lifted_warnings_count_no_more(work: Work) -> None:
    await give(work, "first", days_ago=1)
    await give(work, "second")
    first = (await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=AT))[0]
    await warnings.lift(work, chat_id=CHAT, warning_ids=[first.warning_id], by=1, at=AT)
    assert await reasons(work) == ["second"]
