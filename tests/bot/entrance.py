"""The way in without a network: raw updates as Telegram writes them, given to the real intake."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from bot.administrators import Administrators
from bot.clock import ShiftedClock
from bot.files import Files
from bot.identity import KnownBot
from bot.intake import Intake
from bot.metrics import Metrics
from bot.telegram_api import TelegramApi
from handlers.router import build
from handlers.turn import BotIdentity

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy import Table

    from models.database import Database
    from services.words import Words

TOKEN = "4242:TEST-token-of-no-value"
BOT = BotIdentity(bot_id=4242, username="steward_bot", name="Steward", reads_all=True)
CHAT, ANN, BEN = -1001000000001, 11, 12
NAMES = {ANN: "Ann", BEN: "Ben"}
# Nobody listens there: Telegram cannot be asked for anything.
NOWHERE = "http://127.0.0.1:1"

Json = dict[str, Any]


def person(user_id: int) -> Json:
    """A User object."""
    return {"id": user_id, "is_bot": False, "first_name": NAMES.get(user_id, f"Member {user_id}")}


def chat(chat_id: int) -> Json:
    """A Chat object: a supergroup, or somebody's private chat."""
    if chat_id > 0:
        return {"id": chat_id, "type": "private", "first_name": NAMES.get(chat_id, "")}
    return {"id": chat_id, "type": "supergroup", "title": f"Group {chat_id}"}


def said(
    number: int,
    text: str = "hello",
    *,
    by: int = ANN,
    to: int = CHAT,
    at: datetime | None = None,
    answers: Json | None = None,
    **more: object,
) -> Json:
    """An update with a message; its message_id is the update's number."""
    message: Json = {
        "message_id": number,
        "date": int((at or datetime.now(UTC)).timestamp()),
        "chat": chat(to),
        "from": person(by),
        "text": text,
        **more,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    if answers is not None:
        message["reply_to_message"] = answers["message"]
    return {"update_id": number, "message": message}


def reacted(number: int, message_id: int, *, by: int, to: int = CHAT, at: datetime | None = None) -> Json:
    """An update with a thumb up."""
    reaction: Json = {
        "chat": chat(to),
        "message_id": message_id,
        "date": int((at or datetime.now(UTC)).timestamp()),
        "user": person(by),
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    }
    return {"update_id": number, "message_reaction": reaction}


def raw(update: Json) -> bytes:
    """An update as it comes over the wire."""
    return msgspec.json.encode(update)


@dataclass(kw_only=True)
class Entrance:
    """The intake and what it writes to."""

    intake: Intake
    database: Database
    clock: ShiftedClock
    metrics: Metrics
    woken: list[bool] = field(default_factory=list)

    async def take(self, *given: Json) -> None:
        """One batch."""
        await self.intake.take([raw(update) for update in given])

    async def rows(self, table: Table) -> Sequence[Any]:
        """A whole table, in the order of its key."""
        async with self.database.transaction() as work:
            return (await work.connection.execute(select(table).order_by(*table.primary_key))).all()

    async def texts(self) -> list[str]:
        """What is to be said, in order."""
        from models.tables import outbox

        rows = await self.rows(outbox)
        return [row.parameters["text"] for row in rows if row.method == "sendMessage"]


@asynccontextmanager
async def entrance(database: Database, words: Words, *, api: TelegramApi | None = None) -> AsyncIterator[Entrance]:
    """An intake for a database; without an `api` Telegram cannot be asked."""
    office = build(TOKEN, words=words, bot=BOT, request=KnownBot(BOT))
    clock, metrics, woken = ShiftedClock(), Metrics(), list[bool]()
    async with office, TelegramApi(NOWHERE, TOKEN) as nowhere:
        intake = Intake(
            database=database,
            office=office,
            words=words,
            clock=clock,
            administrators=Administrators(database=database, api=api or nowhere, clock=clock),
            files=Files(database=database, api=api or nowhere),
            metrics=metrics,
            wake=lambda: woken.append(True),
        )
        yield Entrance(intake=intake, database=database, clock=clock, metrics=metrics, woken=woken)
