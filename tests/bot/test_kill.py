"""The real process against the sandbox, killed again and again: nothing is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from domain.activities.post import Post
from domain.schedules import Trigger
from models import tables
from models.database import Database
from models.work import Defaults
from sandbox.serving import as_process
from services import chats, posts
from services.settings import change, settings_of
from tests.bot import script
from tests.bot.processes import command
from tests.bot.script import BLOCKED_WORD, STEPS, Expected, founding, group, step
from tests.steward import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from sqlalchemy import Table

    from sandbox.client import SandboxClient
    from sandbox.history import View
    from tests.bot.processes import Process

GROUPS, LEAST_KILLS = 50, 50
# Posts begin so long after the start at least, and killing goes on so long after them.
BEFORE_POSTS, AFTER_POSTS = timedelta(seconds=20), timedelta(seconds=12)
POSTS = ("first", "second")
PATIENCE_SECONDS = 100


@dataclass(kw_only=True)
class Town:
    """The groups, what happens in them, and the bot that is killed meanwhile."""

    telegram: SandboxClient
    url: str
    folder: Path
    chance: random.Random
    expected: Expected = field(default_factory=Expected)
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    kills: int = 0
    fed: int = 0

    @property
    def posts_at(self) -> datetime:
        """The full minute at which all posts are due."""
        return (self.begun + BEFORE_POSTS + timedelta(minutes=1)).replace(second=0, microsecond=0)

    async def furnish(self) -> None:
        """Every group blocks a word and has two posts, due once, all at the same time."""
        await self.telegram.act(*founding(GROUPS))
        now, at = self.begun, self.posts_at
        async with self.database() as database, database.transaction() as work:
            for number in range(GROUPS):
                chat_id = group(number)
                await chats.see(work, chat_id=chat_id, kind="supergroup", title=f"Group {number}", now=now)
                settings = await settings_of(work, chat_id)
                for name in POSTS:
                    await posts.add(
                        work,
                        chat_id=chat_id,
                        trigger=Trigger(cron=f"{at.minute} {at.hour} {at.day} {at.month} *"),
                        post=Post(html=f"{name} post of {number}"),
                        settings=settings,
                        by=None,
                        now=now,
                    )
                path = "rules.blocklist.entries"
                await change(work, chat_id=chat_id, path=path, value=[BLOCKED_WORD], by=script.CREATOR, now=now)
            await work.commit()

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """The database the bot works on, opened beside it."""
        database = Database(self.url, defaults=Defaults(bot_id=4242))
        yield database
        await database.close()

    async def feed(self, share: float) -> None:
        """Let people act up to a share of the script, in all groups in turn."""
        steps = range(self.fed, int(STEPS * min(1.0, share)))
        acts = [step(number, group(index), self.expected) for number in steps for index in range(GROUPS)]
        self.fed += len(steps)
        await self.telegram.act(*acts)

    def share(self, kills: float) -> float:
        """How much is to have happened by now: work goes on as long as there are kills to come."""
        planned = self.posts_at + AFTER_POSTS - self.begun
        return min(kills / LEAST_KILLS, (datetime.now(UTC) - self.begun) / planned)

    async def torment(self) -> None:
        """Kill the bot so often, and until it was killed at its posts."""
        while self.kills < LEAST_KILLS or datetime.now(UTC) < self.posts_at + AFTER_POSTS:
            await self.live()
            self.kills += 1
        await self.feed(1)

    async def live(self) -> None:
        """Start the bot, let people act before and while it works, kill it at a random moment."""
        await self.feed(self.share(self.kills + 0.5))
        async with self.bot() as process:
            if self.chance.random() < 0.2:
                await asyncio.sleep(self.chance.uniform(0.0, 1.2))
            else:
                await process.says("ready to poll")
                await asyncio.sleep(self.chance.uniform(0.0, 0.3))
                await self.feed(self.share(self.kills + 1))
                await asyncio.sleep(self.chance.uniform(0.0, 0.3))
            process.send(signal.SIGKILL)
            assert await process.ends() == -signal.SIGKILL, process.output

    def bot(self) -> AbstractAsyncContextManager[Process]:
        """The bot's process."""
        return command(
            self.folder, "run", bot_token=TOKEN, telegram_api_url=self.telegram.base_url, database_url=self.url
        )

    async def settle(self) -> None:
        """Let the bot work undisturbed until everything is handled, posted and delivered; then stop it."""
        async with self.bot() as process, self.database() as database:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not await self._is_settled(database):  # noqa: ASYNC110 - no event tells of another process
                    await asyncio.sleep(0.2)
            process.send(signal.SIGTERM)
            assert await process.ends() == 0, process.output

    async def _is_settled(self, database: Database) -> bool:
        if (await self.telegram.state())["pending_update_count"]:
            return False
        async with database.transaction() as work:
            taken = (await work.connection.execute(select(func.count()).select_from(tables.occurrences))).scalar_one()
            under_way = select(tables.outbox.c.row_id).where(
                tables.outbox.c.state.in_(("due", "sending")), tables.outbox.c.due_at < datetime.now(UTC)
            )
            waits = (await work.connection.execute(under_way.limit(1))).first()
        return taken == GROUPS * len(POSTS) and waits is None


async def rows(database: Database, table: Table) -> Sequence[Any]:
    async with database.transaction() as work:
        return (await work.connection.execute(select(table))).all()


async def check_facts(database: Database, expected: Expected, updates: int) -> None:
    """Every update handled once: facts and roll-ups are exactly what the script says."""
    assert len(await rows(database, tables.updates)) == updates
    assert await rows(database, tables.failed_updates) == []
    days = await rows(database, tables.member_days)
    kept = await rows(database, tables.messages)
    assert Counter((row.chat_id, row.user_id) for row in kept) == expected.messages
    assert total(days, "messages") == expected.messages
    assert total(days, "characters") == expected.characters
    assert total(days, "activities") == Counter(expected.checkins)
    pairs = await rows(database, tables.pair_days)
    assert between(pairs, "replies") == expected.replies
    assert between(pairs, "reactions") == expected.reactions
    assert Counter((row.chat_id, row.user_id) for row in await rows(database, tables.checkins)) == Counter(
        expected.checkins
    )
    warned = Counter((row.chat_id, row.user_id) for row in await rows(database, tables.warnings))
    assert warned == Counter(expected.warned)


def total(days: Sequence[Any], name: str) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for row in days:
        found[row.chat_id, row.user_id] += getattr(row, name)
    return +found


def between(pairs: Sequence[Any], name: str) -> Counter[tuple[int, int, int]]:
    found: Counter[tuple[int, int, int]] = Counter()
    for row in pairs:
        found[row.chat_id, row.from_user, row.to_user] += getattr(row, name)
    return +found


async def check_posts(database: Database, telegram: SandboxClient, expected: Expected) -> Counter[tuple[str, str]]:
    """Every message the bot owed was written at most once; it is missing only where it is called uncertain."""
    outbox = [row for row in await rows(database, tables.outbox) if row.method == "sendMessage"]
    purposes = Counter(row.purpose for row in outbox)
    assert purposes["post"] == GROUPS * len(POSTS)
    assert purposes["notice"] == len(expected.warned)
    assert purposes["reply"] == expected.answers + GROUPS  # each group was greeted
    seen: Counter[tuple[int, str, int | None]] = Counter()
    gone = 0
    for number in range(GROUPS):
        views = await telegram.history(group(number))
        seen.update((group(number), view.text, view.reply_to) for view in views if by_the_bot(view))
        gone += sum(view.deleted and BLOCKED_WORD in view.text for view in views if view.kind == "message")
    assert gone == len(expected.warned)
    owed = [row for row in outbox if row.purpose in {"post", "notice", "reply"}]
    states = Counter((row.purpose, row.state) for row in owed)
    assert {state for _, state in states} <= {"sent", "uncertain", "asked"}
    texts = Counter({key: count for key, count in seen.items() if " post of " in key[1]})
    assert max(texts.values()) == 1
    of_group = Counter(row.chat_id for row in owed)
    unsure = Counter(row.chat_id for row in owed if row.state != "sent")
    shown: Counter[int] = Counter()
    for (chat_id, *_), count in seen.items():
        shown[chat_id] += count
    for chat_id, owes in of_group.items():
        assert owes - unsure[chat_id] <= shown[chat_id] <= owes
    return states


def by_the_bot(view: View) -> bool:
    return view.kind == "message" and view.sender is not None and view.sender.is_bot


async def test_killed_fifty_times_nothing_is_lost_and_nothing_comes_twice(sqlite_url: str, tmp_path: Path) -> None:
    begun = time.monotonic()
    async with as_process("--token", TOKEN) as telegram:
        town = Town(telegram=telegram, url=sqlite_url, folder=tmp_path, chance=random.Random(2026))  # noqa: S311
        await town.furnish()
        await town.torment()
        killed = time.monotonic()
        await town.settle()
        async with town.database() as database:
            updates = GROUPS * STEPS + 2 * GROUPS  # the bot's coming is told twice
            await check_facts(database, town.expected, updates)
            states = await check_posts(database, telegram, town.expected)
    sys.stdout.write(
        f"\n{town.kills} kills in {killed - begun:.0f} s during {updates} updates, settled after "
        f"{time.monotonic() - killed:.0f} s; messages owed: {dict(states)}\n"
    )
