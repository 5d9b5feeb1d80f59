"""A sandbox with chats, and a dispatcher that delivers into it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.clock import SystemClock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.limits import Limits
from bot.telegram_api import TelegramApi
from domain.effects import Priority, Send
from domain.phrases import Markup
from models.tables import outbox
from sandbox.acts import AddBot, Meet, OpenChat
from sandbox.serving import in_process
from sandbox.world import World
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from domain.effects import Effect
    from models.database import Database
    from sandbox.client import SandboxClient
    from services.words import Words

ANN = 77
RIGHTS = ("can_delete_messages", "can_restrict_members", "can_pin_messages", "can_invite_users")
# The official limits would make tests wait; they have tests of their own.
QUICK = Limits(per_second=5000, burst=500, chat_seconds=0.0, per_group_minute=5000)
UNDER_WAY = {"due", "sending"}


def group(number: int) -> int:
    """The id of the sandbox's group with this number."""
    return -1_001_000_000_000 - number


def post(chat_id: int, text: str) -> Send:
    """A scheduled post."""
    return Send(chat_id=chat_id, text=Markup(html=text), priority=Priority.POST, purpose="post")


@asynccontextmanager
async def sandbox(groups: int) -> AsyncIterator[SandboxClient]:
    """A sandbox with so many groups, the bot an administrator in each."""
    async with in_process(World()) as client:
        await client.act(Meet(person_id=ANN, first_name="Ann"))
        for number in range(groups):
            await client.act(
                OpenChat(chat_id=group(number), title=f"Group {number}", creator_id=ANN),
                AddBot(chat_id=group(number), by_id=ANN, administrator=RIGHTS),
            )
        yield client


class Stage:
    """A dispatcher at work, seen from outside."""

    def __init__(self, database: Database, words: Words, client: SandboxClient, dispatcher: Dispatcher) -> None:
        self.database = database
        self.words = words
        self.client = client
        self.dispatcher = dispatcher

    async def enqueue(self, *effects: Effect) -> None:
        """Commit effects and wake the dispatcher, as intake does."""
        async with self.database.transaction() as work:
            await enqueue(work, self.words, effects, now=SystemClock().now())
            await work.commit()
        self.dispatcher.wake()

    async def rows(self) -> Sequence[Any]:
        """The whole outbox."""
        async with self.database.transaction() as work:
            return (await work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all()

    async def settled(self) -> Sequence[Any]:
        """The whole outbox, once nothing is due or under way."""
        async with asyncio.timeout(60):
            while True:
                rows = await self.rows()
                if not any(row.state in UNDER_WAY for row in rows):
                    return rows
                await asyncio.sleep(0.02)

    async def texts(self, chat_id: int) -> list[str]:
        """What the bot said in a chat."""
        seen = await self.client.history(chat_id)
        return [view.text for view in seen if view.kind == "message" and view.sender and view.sender.is_bot]


@asynccontextmanager
async def delivering(
    database: Database,
    words: Words,
    client: SandboxClient,
    *,
    limits: Limits = QUICK,
    read_timeout: float = 1.0,
    count: Callable[[str, str], None] = lambda _method, _outcome: None,
) -> AsyncIterator[Stage]:
    """A dispatcher at work until the block is left."""
    stop = asyncio.Event()
    async with TelegramApi(client.base_url, "42:TEST") as api:
        dispatcher = Dispatcher(
            database, api, clock=SystemClock(), limits=limits, read_timeout=read_timeout, count=count
        )
        running = asyncio.create_task(dispatcher.run(stop))
        try:
            yield Stage(database, words, client, dispatcher)
        finally:
            stop.set()
            await running
