"""A server on loopback that answers each connection as a test wants it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence


def response(status: str, body: bytes) -> bytes:
    """An HTTP response in bytes."""
    return f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


class Loopback:
    """Gives its answers in turn, the last one for ever; None keeps silent, b"" hangs up."""

    def __init__(self, answers: Sequence[bytes | None]) -> None:
        self._answers = list(answers)
        self.requests: list[tuple[str, bytes]] = []
        self.connections = 0
        self.address = ""
        self.asked = asyncio.Event()
        self._open: dict[asyncio.StreamWriter, asyncio.Event] = {}

    async def hang_up(self) -> None:
        """End every connection and wait until each was seen to end."""
        for writer in self._open:
            writer.close()
        for writer, over in self._open.items():
            await over.wait()
            with suppress(OSError):
                await writer.wait_closed()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until it ends."""
        self.connections += 1
        over = self._open[writer] = asyncio.Event()
        try:
            await self._converse(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()
            over.set()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await self._request(reader):
            answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
            if answer is None:
                await reader.read()
            if not answer:
                break
            writer.write(answer)
            await writer.drain()

    async def _request(self, reader: asyncio.StreamReader) -> bool:
        line = (await reader.readline()).decode()
        if not line:
            return False
        length = 0
        while header := (await reader.readline()).decode().strip().lower():
            name, _, value = header.partition(":")
            length = int(value) if name == "content-length" else length
        self.requests.append((line.strip(), await reader.readexactly(length)))
        self.asked.set()
        return True


@asynccontextmanager
async def loopback(*answers: bytes | None) -> AsyncIterator[Loopback]:
    """A server on a free port that gives these answers."""
    scripted = Loopback(answers)
    server = await asyncio.start_server(scripted.answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    scripted.address = f"http://127.0.0.1:{port}"
    try:
        yield scripted
    finally:
        server.close()
        await scripted.hang_up()
