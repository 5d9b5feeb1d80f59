"""The whole bot in this process, against a sandbox: what end-to-end tests start and talk to."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr
from sqlalchemy import NullPool, create_engine, func, select
from sqlalchemy.engine import make_url

from bot.clock import ShiftedClock
from bot.configuration import Configuration
from bot.process import run
from domain.deliveries import State
from models.tables import outbox
from sandbox.acts import AddBot, Join, Meet, OpenChat, Press, Promote, Say, Start
from sandbox.serving import in_process
from sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime, timedelta

    from sandbox.acts import Act, Outcome
    from sandbox.client import SandboxClient
    from sandbox.ephemeral import Ephemeral
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
    database_url: str

    async def acts(self, *acts: Act) -> list[Outcome]:
        """People act; none may be refused."""
        return await self.telegram.act(*acts)

    async def joins(self, person_id: int, name: str, chat_id: int = CHAT) -> None:
        """Somebody new comes into a chat."""
        await self.acts(Meet(person_id=person_id, first_name=name), Join(chat_id=chat_id, person_id=person_id))

    async def starts(self, person_id: int, payload: str | None = None) -> None:
        """Somebody presses Start in private; that chat's id is the person's from now on."""
        await self.acts(Start(person_id=person_id, payload=payload))

    async def presses(self, person_id: int, message: View | int, text: str, chat_id: int = CHAT) -> str | None:
        """Somebody presses a button by its text; returns the id of the query, or None for a button with an address."""
        number = message if isinstance(message, int) else message.message_id
        assert number is not None
        return (await self.acts(Press(chat_id=chat_id, person_id=person_id, message=number, text=text)))[0].callback_id

    async def passes(self, time: timedelta) -> None:
        """So much time passes for the bot and for Telegram."""
        self.clock.offset += time
        await self.telegram.clock(self.clock.offset.total_seconds())

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

    async def sees_edit(self, *parts: str, chat_id: int = CHAT) -> View:
        """Wait until the bot has changed a message so that it holds all the parts."""

        async def changed() -> View | None:
            edits = [view for view in await self.telegram.history(chat_id) if view.kind == "edit"]
            return next((view for view in reversed(edits) if all(part in view.text for part in parts)), None)

        return await eventually(changed)

    async def is_told(self, person_id: int, *parts: str, chat_id: int = CHAT) -> View:
        """Wait until a pressed button was answered to a person with all the parts."""

        async def told() -> View | None:
            views = await self.telegram.history(chat_id)
            answers = [view for view in views if view.kind == "answer" and view.target and view.target.id == person_id]
            return next((view for view in reversed(answers) if all(part in view.text for part in parts)), None)

        return await eventually(told)

    async def keyboard(self, chat_id: int = CHAT) -> tuple[View, list[str]]:
        """Wait for a message with buttons; the latest one and the texts on its buttons."""

        async def shown() -> View | None:
            views = await self.telegram.history(chat_id)
            return next((view for view in reversed(views) if view.buttons and not view.deleted), None)

        view = await eventually(shown)
        return view, [button.text for row in view.buttons for button in row]

    async def is_deleted(self, message_id: int, chat_id: int = CHAT) -> None:
        """Wait until a message is gone."""

        async def gone() -> bool | None:
            views = await self.telegram.history(chat_id)
            return any(view.message_id == message_id and view.deleted for view in views) or None

        await eventually(gone)

    async def stands(self, person_id: int, status: str | None, chat_id: int = CHAT) -> None:
        """Wait until a person has a standing in a chat; None is for who is not inside."""

        async def so() -> bool | None:
            chat = next(chat for chat in await self.telegram.chats() if chat["id"] == chat_id)
            members = chat["members"]
            assert isinstance(members, list)
            found = next((member["status"] for member in members if member["id"] == person_id), None)
            return found == status or None

        await eventually(so)

    async def sees_no_call(self, method: str, **parameters: object) -> None:
        """Wait until everything is delivered; the bot has not called a method with these parameters among others."""
        await self.is_settled()
        calls = await self.telegram.calls()
        assert [call for call in calls if call.method == method and parameters.items() <= call.params.items()] == []

    async def is_settled(self) -> None:
        """Wait until every update was taken and nothing that is due waits to be delivered."""

        async def quiet() -> bool | None:
            pending = (await self.telegram.state())["pending_update_count"]
            return (pending == 0 and _undelivered(self.database_url, self.clock.now()) == 0) or None

        await eventually(quiet)

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


def _undelivered(database_url: str, now: datetime) -> int:
    """How many outbox rows are due or on their way."""
    url = make_url(database_url)
    driver = "sqlite" if url.get_backend_name() == "sqlite" else "postgresql+psycopg"
    waiting = (outbox.c.state.in_((State.DUE, State.SENDING))) & (outbox.c.due_at <= now)
    engine = create_engine(url.set(drivername=driver), poolclass=NullPool)
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(outbox).where(waiting)) or 0


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
async def steward(
    database_url: str, *, ephemeral: Ephemeral = "delivered", **settings: object
) -> AsyncIterator[Steward]:
    """A bot that runs against a fresh sandbox with a small community, until the block is left."""
    clock = ShiftedClock()
    async with in_process(World(token=TOKEN, ephemeral=ephemeral)) as telegram:
        await telegram.act(*community())
        asked = {"bot_token": TOKEN, "telegram_api_url": telegram.base_url, "database_url": database_url}
        configuration = Configuration.model_validate(asked | settings)
        async with running(configuration, clock):
            yield Steward(telegram=telegram, clock=clock, database_url=database_url)


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
