"""Posts under faults and SIGKILL: at most once, and nothing is called sent that was not."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.clock import SystemClock
from models.tables import outbox
from sandbox.faults import Fault
from services.outbox import enqueue
from tests.bot.delivery.stage import UNDER_WAY, group, post, sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from models.database import Database
    from sandbox.client import SandboxClient
    from services.words import Words

ROOT = Path(__file__).parents[3]
GROUPS, POSTS, KILLS = 40, 240, 6
FAULTS = (
    Fault(kind="429", method="sendMessage", times=POSTS, probability=0.05, retry_after=1),
    Fault(kind="502", method="sendMessage", times=POSTS, probability=0.05),
    Fault(kind="drop_before", method="sendMessage", times=POSTS, probability=0.04),
    Fault(kind="drop_after", method="sendMessage", times=POSTS, probability=0.04),
    Fault(kind="stall", method="sendMessage", times=POSTS, probability=0.04),
)


@asynccontextmanager
async def courier(url: str, address: str, *, hours: float = 0) -> AsyncIterator[None]:
    """A process that delivers; killed when the block is left."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.delivery.courier", url, address, str(hours), cwd=ROOT
    )
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def states(database: Database) -> Sequence[Any]:
    async with database.transaction() as work:
        return (await work.connection.execute(select(outbox))).all()


async def until_sent(database: Database, client: SandboxClient, calls: int) -> None:
    """Wait for so many calls, or for the end of all work."""
    while len([call for call in await client.calls() if call.method == "sendMessage"]) < calls:
        if not any(row.state in UNDER_WAY for row in await states(database)):
            return
        await asyncio.sleep(0.01)


async def test_killed_again_and_again_no_post_comes_twice(database: Database, database_url: str, words: Words) -> None:
    async with sandbox(GROUPS) as client:
        await client.faults(*FAULTS)
        posts = [post(group(number % GROUPS), f"post {number}") for number in range(POSTS)]
        async with database.transaction() as work:
            await enqueue(work, words, posts, now=SystemClock().now())
            await work.commit()
        chance = random.Random(7)  # noqa: S311 - when to kill, not a secret
        for _ in range(KILLS):
            already = len([call for call in await client.calls() if call.method == "sendMessage"])
            async with asyncio.timeout(60), courier(database_url, client.base_url):
                await until_sent(database, client, already + chance.randint(1, POSTS // KILLS))
        # Leases have ended an hour later.
        async with asyncio.timeout(60), courier(database_url, client.base_url, hours=1):
            await until_sent(database, client, sys.maxsize)
        rows = {row.row_id: row for row in await states(database)}
        seen = [view for number in range(GROUPS) for view in await client.history(group(number))]
    shown = Counter(view.text for view in seen if view.kind == "message")
    sent = {row.parameters["text"] for row in rows.values() if row.state == "sent"}
    assert max(shown.values()) == 1
    assert sent <= shown.keys()
    assert {row.state for row in rows.values()} == {"sent", "uncertain"}
    assert len(sent) > POSTS // 4
