"""The whole bot in this process, against a sandbox: what end-to-end tests start and talk to."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr

from bot.clock import ShiftedClock
from bot.configuration import Configuration
from bot.process import run
from sandbox.acts import AddBot, Join, Meet, OpenChat, Promote, Say
from sandbox.serving import in_process
from sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from sandbox.acts import Act
    from sandbox.client import SandboxClient
    from sandbox.history import View

T = TypeVar("T")

TOKEN = "4242:TEST-token-of-no-value"
CHAT = -1001000000001
OWNER, ADMIN, ANN, BEN = 900, 901, 11, 12
RIGHTS = ("can_delete_messages", "can_restrict_members", "can_pin_messages", "can_invite_users", "can_manage_topics")
PATIENCE_SECONDS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Steward:
    """A running bot and the people around it."""

    telegram: SandboxClient
    clock: ShiftedClock

    async def says(self, person_id: int, text: str, chat_id: int = CHAT) -> int:
        """Somebody writes; returns the message's id."""
        outcome = (await self.telegram.act(Say(chat_id=chat_id, person_id=person_id, text=text)))[0]
        assert outcome.message_id is not None
        return outcome.message_id

    async def hears(self, *parts: str, chat_id: int = CHAT) -> View:
        """Wait until the bot has said something that holds all the parts."""

        async def heard() -> View | None:
            views = await self.telegram.history(chat_id)
            return next(
                (view for view in reversed(views) if is_from_bot(view) and all(part in view.text for part in parts)),
                None,
            )

        return await eventually(heard)

    async def sees_call(self, method: str, **parameters: object) -> None:
        """Wait until the bot has called a method with these parameters among others."""

        async def called() -> bool | None:
            calls = await self.telegram.calls()
            return any(call.method == method and parameters.items() <= call.params.items() for call in calls) or None

        await eventually(called)

    async def is_done(self) -> None:
        """Wait until every update was taken."""

        async def empty() -> bool | None:
            return (await self.telegram.state())["pending_update_count"] == 0 or None

        await eventually(empty)


def is_from_bot(view: View) -> bool:
    """Whether a line of a history is the bot's own."""
    return view.kind == "message" and view.sender is not None and view.sender.is_bot


async def eventually(ask: Callable[[], Awaitable[T | None]]) -> T:
    """What `ask` gives once it gives something. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (found := await ask()) is None:  # noqa: ASYNC110 - no event tells of another process
            await asyncio.sleep(0.02)
    return found


def community() -> tuple[Act, ...]:
    """A supergroup with a creator, an administrator, two members and the bot as administrator."""
    people = ((OWNER, "Olga"), (ADMIN, "Adam"), (ANN, "Ann"), (BEN, "Ben"))
    return (
        *(Meet(person_id=number, first_name=name, username=f"{name.lower()}_x") for number, name in people),
        OpenChat(chat_id=CHAT, title="Cyclists", creator_id=OWNER),
        *(Join(chat_id=CHAT, person_id=number) for number in (ADMIN, ANN, BEN)),
        Promote(chat_id=CHAT, person_id=ADMIN, by_id=OWNER, rights=RIGHTS),
        AddBot(chat_id=CHAT, by_id=OWNER, administrator=RIGHTS),
    )


@asynccontextmanager
async def steward(database_url: str, **settings: object) -> AsyncIterator[Steward]:
    """A bot that runs against a fresh sandbox with a small community, until the block is left."""
    clock = ShiftedClock()
    async with in_process(World(token=TOKEN)) as telegram:
        await telegram.act(*community())
        asked = {"bot_token": TOKEN, "telegram_api_url": telegram.base_url, "database_url": database_url}
        configuration = Configuration.model_validate(asked | settings)
        async with running(configuration, clock):
            yield Steward(telegram=telegram, clock=clock)


@asynccontextmanager
async def running(configuration: Configuration, clock: ShiftedClock) -> AsyncIterator[None]:
    """The bot's own process function, as a task that is stopped in the end."""
    stop = asyncio.Event()
    task = asyncio.create_task(run(configuration, SecretStr(TOKEN), clock=clock, stop=stop))
    try:
        yield
    finally:
        stop.set()
        await task
