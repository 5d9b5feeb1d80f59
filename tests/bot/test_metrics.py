"""What the process tells Prometheus of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.clock import SystemClock
from bot.health import Health, health_app
from bot.metrics import Metrics
from domain.effects import Delete
from models import updates
from models.updates import FailedUpdate
from services.outbox import enqueue
from tests.bot.delivery.stage import delivering, group, post, sandbox

if TYPE_CHECKING:
    from models.database import Database
    from services.words import Words

GROUP = group(0)
NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
DEAD = FailedUpdate(update_id=1, chat_id=None, raw="{}", error="e", tries=3, failed_at=NOW, retry_at=None)


def health(database: Database, **dead: bool) -> Health:
    """A process of which these parts are dead."""
    return Health(
        database=database,
        clock=SystemClock(),
        intake_is_alive=lambda: "intake" not in dead,
        scheduler_is_alive=lambda: "scheduler" not in dead,
        delivery_is_alive=lambda: "delivery" not in dead,
    )


async def shown(health: Health, path: str, metrics: Metrics | None = None) -> httpx.Response:
    transport = httpx.ASGITransport(health_app(health, metrics or Metrics()))
    async with httpx.AsyncClient(transport=transport, base_url="http://steward") as client:
        return await client.get(path)


async def test_what_waits_and_what_was_given_up_is_counted_when_asked(database: Database, words: Words) -> None:
    async with database.transaction() as work:
        await enqueue(work, words, [post(GROUP, "one"), Delete(chat_id=GROUP, message_ids=(1,))], now=NOW)
        await updates.put_failed(work, DEAD)
        await work.commit()
    page = (await shown(health(database), "/metrics")).text
    assert "steward_outbox_waiting 2.0" in page
    assert "steward_dead_letters 1.0" in page


async def test_every_call_is_counted_by_method_and_outcome(database: Database, words: Words) -> None:
    metrics = Metrics()
    async with sandbox(1) as client, delivering(database, words, client, count=metrics.count_call) as stage:
        await stage.enqueue(post(GROUP, "one"), post(GROUP, "two"), Delete(chat_id=GROUP, message_ids=(99,)))
        await stage.settled()
    page = (await shown(health(database), "/metrics", metrics)).text
    assert 'steward_calls_total{method="sendMessage",outcome="sent"} 2.0' in page
    assert 'steward_calls_total{method="deleteMessage",outcome="sent"} 1.0' in page


@pytest.mark.parametrize("part", ["intake", "scheduler", "delivery"])
async def test_one_dead_part_makes_the_process_unhealthy(database: Database, part: str) -> None:
    answer = await shown(health(database, **{part: True}), "/healthz")
    assert (answer.status_code, [name for name, alive in answer.json().items() if not alive]) == (503, [part])


async def test_a_dispatcher_that_looked_for_no_work_lately_is_not_alive(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        assert stage.dispatcher.is_alive()
    stage.dispatcher._passed_at -= 60
    assert not stage.dispatcher.is_alive()
