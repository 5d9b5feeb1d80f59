"""The sandbox's control room, as far as the tour needs it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

import httpx
import msgspec

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

Act: TypeAlias = "dict[str, str | int | None]"


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, as others see them."""

    id: int
    name: str
    is_bot: bool = False


class Button(msgspec.Struct, frozen=True, kw_only=True):
    """An inline button."""

    text: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing people see in a chat."""

    seq: int
    at: int
    kind: str
    message_id: int | None = None
    sender: Face | None = None
    target: Face | None = None
    text: str = ""
    reply_to: int | None = None
    buttons: list[list[Button]] = []
    deleted: bool = False


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call the bot made; `at` is when it came in, a status of 0 means that it got no answer."""

    seq: int
    at: float
    method: str
    params: dict[str, object]
    status: int
    description: str


class Resident(msgspec.Struct, frozen=True, kw_only=True):
    """A member of a chat."""

    id: int
    name: str
    status: str
    is_bot: bool


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A chat with those who are in it."""

    id: int
    title: str
    members: list[Resident]
    last_seq: int


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """How far the bot is with its updates."""

    pending_update_count: int
    confirmed: int


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an act."""

    message_id: int | None = None
    error: str | None = None


class Room:
    """Lets people act, and sees what they see."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def act(self, acts: Sequence[Act]) -> list[Outcome]:
        """Let people act, in order."""
        response = await self._http.post("/sandbox/acts", content=msgspec.json.encode(acts))
        return msgspec.json.decode(_checked(response), type=list[Outcome])

    async def place(self) -> Place:
        """The only chat there is at first."""
        return msgspec.json.decode(await self._read("/sandbox/chats"), type=list[Place])[0]

    async def history(self, chat_id: int, since: int = 0) -> bytes:
        """What people see in a chat, as JSON, after a number."""
        return await self._read(f"/sandbox/chats/{chat_id}/history?since={since}")

    async def calls(self, since: int = 0) -> list[Call]:
        """What the bot called after a number, getUpdates left out."""
        return msgspec.json.decode(await self._read(f"/sandbox/calls?since={since}"), type=list[Call])

    async def queue(self) -> Queue:
        """What waits and what was taken."""
        return msgspec.json.decode(await self._read("/sandbox/state"), type=Queue)

    async def shift(self, seconds: float) -> None:
        """Put the sandbox's clock so far ahead of the machine's."""
        _checked(await self._http.post("/sandbox/clock", json={"offset_seconds": seconds}))

    async def shown(self, history: bytes, how: str, *, title: str, language: str, timezone: str) -> str:
        """A history made readable: a page (`transcript`) or lines for a terminal (`plain`)."""
        params = {"title": title, "language": language, "timezone": timezone}
        response = await self._http.post(f"/sandbox/pages/{how}", content=history, params=params)
        return _checked(response).decode()

    async def _read(self, path: str) -> bytes:
        return _checked(await self._http.get(path))


def events_of(history: bytes) -> list[Event]:
    """The events of a history given as JSON."""
    return msgspec.json.decode(history, type=list[Event])


def _checked(response: httpx.Response) -> bytes:
    response.raise_for_status()
    return response.content


@asynccontextmanager
async def control_room(url: str) -> AsyncIterator[Room]:
    """The control room of the sandbox at an address."""
    async with httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) as http:
        yield Room(http)
