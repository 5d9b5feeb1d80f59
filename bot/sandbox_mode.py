"""The sandbox as a separate process: a strict Bot API on loopback."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SANDBOX_TOKEN = "4242:SANDBOX-token-of-no-value"  # noqa: S105 - opens nothing but the sandbox
READY = "sandbox ready "
READY_SECONDS = 60
STOP_SECONDS = 5


class SandboxFailed(Exception):  # noqa: N818 - it is told to the person who started it
    """The sandbox did not come up."""


@asynccontextmanager
async def sandbox(*options: str) -> AsyncIterator[str]:
    """The address of a sandbox that lives while the block runs. Raises SandboxFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        "--port",
        "0",
        "--token",
        SANDBOX_TOKEN,
        *options,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield await _address(process)
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    if process.stdout is None:
        raise SandboxFailed("the sandbox has no output")
    try:
        async with asyncio.timeout(READY_SECONDS):
            line = (await process.stdout.readline()).decode().strip()
    except TimeoutError:
        raise SandboxFailed(f"the sandbox was not ready after {READY_SECONDS} s") from None
    if not line.startswith(READY):
        raise SandboxFailed(f"the sandbox did not start: {line or 'no output'}")
    return line.removeprefix(READY)
