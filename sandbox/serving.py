"""Starting the sandbox: within this process on a free port, or as a process of its own."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sandbox.answering import HANG_UP
from sandbox.client import SandboxClient
from sandbox.server import app
from sandbox.world import World

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.routing import BaseRoute

_READY = "sandbox ready "


class _Protocol(HttpToolsProtocol):
    """HTTP whose connection the application may cut."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {HANG_UP: {"cut": self.transport.abort}}


class Server(uvicorn.Server):
    """A uvicorn that leaves signals to whoever started it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def server_of(world: World, pages: "Sequence[BaseRoute]" = ()) -> Server:
    """A server for a world, not started yet."""
    return _server(app(world, pages))


def _server(application: "Starlette") -> Server:
    config = uvicorn.Config(
        application,
        http=_Protocol,
        lifespan="on",
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=75,
    )
    return Server(config)


def listen(port: int = 0) -> socket.socket:
    """A listening socket on loopback."""
    # Only a socket that names its protocol gets TCP_NODELAY; without it every answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    return listener


def address_of(listener: socket.socket) -> str:
    """The base address a listening socket answers at."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@asynccontextmanager
async def plain_server(application: "Starlette", listener: socket.socket) -> AsyncIterator[None]:
    """Any application on a listening socket, in this process."""
    server = _server(application)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await server.ready.wait()
        yield
    finally:
        server.should_exit = True
        await task
        listener.close()


@asynccontextmanager
async def serving(world: World, *, port: int = 0, pages: "Sequence[BaseRoute]" = ()) -> AsyncIterator[str]:
    """The sandbox in this process; gives its address."""
    listener = listen(port)
    async with plain_server(app(world, pages), listener):
        try:
            yield address_of(listener)
        finally:
            world.close()


@asynccontextmanager
async def in_process(world: World) -> AsyncIterator[SandboxClient]:
    """The sandbox in this process, with a client of its control room."""
    async with serving(world) as address, SandboxClient(address) as client:
        yield client


@asynccontextmanager
async def as_process(*arguments: str) -> AsyncIterator[SandboxClient]:
    """The sandbox as a process of its own, with a client of its control room; ended with SIGTERM."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        "--port",
        "0",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
        env=dict(os.environ),
    )
    try:
        async with SandboxClient(await _address(process)) as client:
            yield client
    finally:
        if process.returncode is None:
            process.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), 5)
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    if process.stdout is None:
        raise RuntimeError("the sandbox has no output to read")
    line = (await process.stdout.readline()).decode().strip()
    if not line.startswith(_READY):
        raise RuntimeError(f"the sandbox did not start: {line!r}")
    return line.removeprefix(_READY)
