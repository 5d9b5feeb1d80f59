"""The real command line as a process of its own, seen through its output, its exit code and its signals."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio.subprocess import Process as Running
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30


class Process:
    """A started command. `output` is what it wrote so far, on both channels."""

    def __init__(self, running: Running) -> None:
        self.output = ""
        self._running = running
        self._wrote = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        stream = self._running.stdout
        while stream is not None and (line := await stream.readline()):
            self.output += line.decode()
            self._wrote.set()
        self._wrote.set()

    async def says(self, text: str) -> None:
        """Wait until the output holds a text."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while text not in self.output:
                assert not self._reading.done(), f"it ended without {text!r}:\n{self.output}"
                self._wrote.clear()
                await self._wrote.wait()

    async def ends(self) -> int:
        """Wait for its end; the exit code."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            code = await self._running.wait()
            await self._reading
        return code

    def send(self, number: signal.Signals) -> None:
        """Send a signal, unless it is gone."""
        if self._running.returncode is None:
            self._running.send_signal(number)


def environment(folder: Path, variables: dict[str, str]) -> dict[str, str]:
    """What a process sees: nothing of the machine's own settings but the way to its programs."""
    own = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    return own | {name.upper(): value for name, value in variables.items()}


@asynccontextmanager
async def command(folder: Path, *arguments: str, **variables: str) -> AsyncIterator[Process]:
    """`python -m bot` with these arguments and variables, in a folder of its own; killed when the block is left."""
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env=environment(folder, variables),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        limit=1 << 22,
    )
    process = Process(running)
    try:
        yield process
    finally:
        process.send(signal.SIGKILL)
        await process.ends()


async def finished(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run a command to its end: its exit code and what it wrote."""
    async with command(folder, *arguments, **variables) as process:
        return await process.ends(), process.output
