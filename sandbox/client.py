"""A typed client of the control room, for tests and the demo."""

from types import TracebackType
from typing import Self

import httpx
import msgspec

from sandbox.acts import Act, Outcome
from sandbox.calls import CallRecord
from sandbox.errors import Refused
from sandbox.faults import Fault
from sandbox.history import View
from sandbox.payload import Json


class SandboxClient:
    """The control room of a running sandbox."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self._http = httpx.AsyncClient(base_url=base_url, timeout=60, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    async def act(self, *acts: Act) -> list[Outcome]:
        """Let people act; raises Refused for the first act Telegram would not allow."""
        outcomes = await self.try_act(*acts)
        for outcome in outcomes:
            if outcome.error is not None:
                raise Refused(outcome.error)
        return outcomes

    async def try_act(self, *acts: Act) -> list[Outcome]:
        """Let people act; refusals are outcomes with their reason."""
        body = msgspec.json.encode(acts)
        response = await self._http.post("/sandbox/acts", content=body)
        return msgspec.json.decode(_checked(response), type=list[Outcome])

    async def history(self, chat_id: int, since: int = 0) -> list[View]:
        """What happened in a chat after a number."""
        response = await self._http.get(f"/sandbox/chats/{chat_id}/history", params={"since": since})
        return msgspec.json.decode(_checked(response), type=list[View])

    async def file(self, file_id: str) -> bytes:
        """What a file holds."""
        return _checked(await self._http.get(f"/sandbox/files/{file_id}"))

    async def chats(self) -> list[Json]:
        """Every chat with its members and topics."""
        return msgspec.json.decode(_checked(await self._http.get("/sandbox/chats")), type=list[Json])

    async def calls(self, since: int = 0) -> list[CallRecord]:
        """What the bot called after a number, getUpdates left out."""
        response = await self._http.get("/sandbox/calls", params={"since": since})
        return msgspec.json.decode(_checked(response), type=list[CallRecord])

    async def faults(self, *faults: Fault) -> list[Fault]:
        """Plan faults; gives all that wait."""
        response = await self._http.post("/sandbox/faults", content=msgspec.json.encode(faults))
        return msgspec.json.decode(_checked(response), type=list[Fault])

    async def clear_faults(self) -> None:
        """Let everything go well again."""
        _checked(await self._http.delete("/sandbox/faults"))

    async def clock(self, offset_seconds: float) -> None:
        """Shift the sandbox's now."""
        _checked(await self._http.post("/sandbox/clock", json={"offset_seconds": offset_seconds}))

    async def state(self) -> Json:
        """The queue, the webhook and the bot."""
        return msgspec.json.decode(_checked(await self._http.get("/sandbox/state")), type=Json)


def _checked(response: httpx.Response) -> bytes:
    response.raise_for_status()
    return response.content
