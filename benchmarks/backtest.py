"""A backtest over 100,000 stored messages, while members write and break rules: how long both take."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from benchmarks.latency import CHAT, MEMBERS, OWNER, RATE, community, deletions, say, violations
from benchmarks.processes import line_with, python, sandbox, steward
from models import messages, schema
from models.database import Database
from models.messages import MessageRow
from models.work import Defaults

MESSAGES = 100_000
DAYS = 7
CHUNK = 5_000
WORDS = ("bike", "ride", "photo", "when", "where", "light", "rain", "chain", "coffee", "sunday", "lake", "thanks")
ASKED = "/rule backtest flood 8d messages=4 seconds=20"
ANSWERED = "It would have hit"


async def fill(path: Path) -> None:
    """A week of talk, as intake would have kept it."""
    chance = random.Random(1)
    database = Database(f"sqlite+aiosqlite:///{path}", defaults=Defaults(bot_id=4242))
    await schema.migrate(database.engine)
    began = datetime.now(UTC) - timedelta(days=DAYS)
    moments = sorted(began + timedelta(seconds=chance.random() * (DAYS * 86_400 - 600)) for _ in range(MESSAGES))
    for start in range(0, MESSAGES, CHUNK):
        async with database.transaction() as work:
            await messages.add(work, [row(number, moments[number], chance) for number in range(start, start + CHUNK)])
            await work.commit()
    await database.close()


def row(number: int, at: datetime, chance: random.Random) -> MessageRow:
    """One message; the ids lie above those that the sandbox will give."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(2, 25)))
    return MessageRow(
        chat_id=CHAT,
        message_id=1_000_000 + number,
        sent_at=at,
        day=at.date(),
        origin="member",
        user_id=chance.choice(MEMBERS),
        sender_chat_id=None,
        kind="text",
        text=text,
        facts=None,
        length=len(text),
        question=False,
        thread_id=None,
        reply_to_message=None,
        reply_to_user=None,
        album=None,
    )


def backtests(address: str, over: threading.Event, taken: list[float]) -> None:
    """Ask, wait for the answer, ask again, until it is over."""
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as http:
        while not over.is_set():
            before, began = answers(http), time.perf_counter()
            http.post("/sandbox/acts", json=[say(OWNER, ASKED)])
            while answers(http) == before and not over.is_set():
                time.sleep(0.1)
            if not over.is_set():
                taken.append(time.perf_counter() - began)


def answers(http: httpx.Client) -> int:
    """How many backtests were told."""
    return sum(ANSWERED in str(call["params"].get("text", "")) for call in http.get("/sandbox/calls").json())


def report() -> None:
    """Both at once."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder, sandbox() as address:
        path = Path(folder) / "steward.db"
        asyncio.run(fill(path))
        with (
            httpx.Client(base_url=address, trust_env=False) as http,
            python("-m", "bot", "run", **steward(path, address)) as process,
        ):
            line_with(process, "ready to poll")
            http.post("/sandbox/acts", json=community())
            time.sleep(3)
            over = threading.Event()
            asking = threading.Thread(target=backtests, args=(address, over, taken))
            asking.start()
            sent = violations(http)
            over.set()
            asking.join()
            time.sleep(2)
            deleted = deletions(http)
    waits = [(deleted[number] - at) * 1000 for number, at in sent.items() if number in deleted]
    cuts = statistics.quantiles(waits, n=100)
    print(f"backtest of {MESSAGES:,} messages: {', '.join(f'{seconds:.1f} s' for seconds in taken)}")
    print(
        f"violation to delete meanwhile at {RATE} messages/s: {len(waits)}/{len(sent)} deleted, "
        f"median {statistics.median(waits):.0f} ms, p99 {cuts[98]:.0f} ms, worst {max(waits):.0f} ms"
    )
