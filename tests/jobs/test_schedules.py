"""What schedules say is due is done, one failure holding up nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from domain.activities.post import Post, content_of
from domain.effects import Priority, Send
from domain.schedules import cron
from domain.settings import ChatSettings
from jobs.schedules import AT_ONCE, run_due
from models import chats
from models.chats import Chat
from models.tables import occurrences
from services.schedules import Kind, create, ensure_digest

if TYPE_CHECKING:
    import pytest

    from domain.effects import Effect
    from models.schedules import Content
    from models.work import Work

CHAT = -1001
NINE = datetime(2026, 5, 29, 9, tzinfo=UTC)
BEFORE = NINE - timedelta(hours=1)
GOOD = content_of(Post(html="Good morning"))


async def open_chat(work: Work, chat_id: int = CHAT) -> None:
    await chats.put(work, Chat(chat_id=chat_id, kind="supergroup", title="Group"), now=BEFORE)


async def plan(work: Work, content: Content, expression: str = "0 9 * * *") -> None:
    await create(
        work,
        chat_id=CHAT,
        kind=Kind.POST,
        trigger=cron(expression),
        timezone="UTC",
        content=content,
        by=None,
        now=BEFORE,
    )


def priorities(effects: list[Effect]) -> list[Priority]:
    return sorted(effect.priority for effect in effects if isinstance(effect, Send))


async def test_posts_and_digests_are_sent_when_due(work: Work) -> None:
    await open_chat(work)
    await plan(work, GOOD)
    await ensure_digest(work, chat_id=CHAT, settings=ChatSettings(), now=BEFORE)
    assert await run_due(work, now=BEFORE) == []
    assert priorities(await run_due(work, now=NINE)) == [Priority.POST, Priority.DIGEST]
    assert await run_due(work, now=NINE) == []


async def test_one_that_fails_is_recorded_and_holds_up_no_other(work: Work, caplog: pytest.LogCaptureFixture) -> None:
    await open_chat(work)
    await plan(work, {"nothing": "that can be posted"})
    await plan(work, GOOD, "1 9 * * *")
    effects = await run_due(work, now=NINE + timedelta(minutes=1))
    states = await work.connection.execute(select(occurrences.c.state).order_by(occurrences.c.due_at))
    assert priorities(effects) == [Priority.POST]
    assert list(states.scalars()) == ["failed", "taken"]
    assert "schedule 1 of chat -1001 failed" in caplog.text


async def test_many_due_at_once_are_done_over_several_runs(work: Work) -> None:
    await open_chat(work)
    for _ in range(AT_ONCE + 2):
        await plan(work, GOOD)
    assert [len(await run_due(work, now=NINE)) for _ in range(3)] == [AT_ONCE, 2, 0]
