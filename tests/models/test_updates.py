from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from models import updates
from models.updates import FailedUpdate

if TYPE_CHECKING:
    from models.work import Work

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)


def failure(update_id: int, *, tries: int = 1, retry_at: datetime | None = NOW) -> FailedUpdate:
    return FailedUpdate(
        update_id=update_id, chat_id=-1, raw="{}", error="broken", tries=tries, failed_at=NOW, retry_at=retry_at
    )


async def test_what_is_marked_is_handled(work: Work) -> None:
    await updates.mark_handled(work, [3, 9], now=NOW)
    assert await updates.handled(work, [1, 3, 5]) == {3}


async def test_marking_twice_is_refused(work: Work) -> None:
    await updates.mark_handled(work, [3], now=NOW)
    with pytest.raises(IntegrityError):
        await updates.mark_handled(work, [3], now=NOW)


async def test_a_failure_is_due_when_its_time_has_come(work: Work) -> None:
    await updates.put_failed(work, failure(1, retry_at=NOW + timedelta(seconds=2)))
    await updates.put_failed(work, failure(2))
    assert [one.update_id for one in await updates.due(work, now=NOW)] == [2]
    assert [one.update_id for one in await updates.due(work, now=NOW + timedelta(seconds=2))] == [1, 2]


async def test_a_later_failure_of_the_same_update_replaces_the_first(work: Work) -> None:
    await updates.put_failed(work, failure(1))
    await updates.put_failed(work, failure(1, tries=3, retry_at=None))
    assert await updates.due(work, now=NOW) == []
    assert await updates.dead_letters(work) == [failure(1, tries=3, retry_at=None)]
    assert await updates.count_dead(work) == 1


async def test_only_dead_letters_are_revived_and_from_the_first_try(work: Work) -> None:
    await updates.put_failed(work, failure(1, tries=3, retry_at=None))
    await updates.put_failed(work, failure(2, tries=2, retry_at=NOW + timedelta(hours=1)))
    assert await updates.retry(work, [1, 2, 3], now=NOW) == 1
    assert await updates.due(work, now=NOW) == [failure(1, tries=0)]


async def test_a_dropped_failure_is_gone(work: Work) -> None:
    await updates.put_failed(work, failure(1, retry_at=None))
    assert await updates.drop(work, [1, 2]) == 1
    assert await updates.count_dead(work) == 0
