"""Serving HTTP inside the process: health and metrics, and the webhook, without uvicorn's own signal handling."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import uvicorn

from bot.stopping import either

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Iterator

    from starlette.applications import Starlette

STOP_SECONDS = 5


class Server(uvicorn.Server):
    """A server that leaves the process's signals alone and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        self.listens.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def serve(app: Starlette, *, host: str, port: int) -> AsyncIterator[None]:
    """Serve the application while the block runs. Raises OSError when the address is taken."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    server = Server(config)
    running = asyncio.create_task(_run(server))
    await either(_first(running), server.listens)
    if running.done():
        await running
    try:
        yield
    finally:
        server.should_exit = True
        await running


async def _first(running: asyncio.Task[None]) -> None:
    await asyncio.wait({running})


async def _run(server: Server) -> None:
    try:
        await server.serve()
    except SystemExit as error:
        raise OSError(f"cannot listen on {server.config.host}:{server.config.port}") from error
