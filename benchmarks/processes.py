"""Starting the processes that are measured, and reading what they use."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TOKEN = "4242:BENCH-token-of-no-value"  # noqa: S105 - opens nothing but the sandbox


@contextmanager
def python(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A Python process of this project, ended when the block is left; its output can be read."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate()


@contextmanager
def sandbox(*arguments: str) -> Iterator[str]:
    """The address of a sandbox process."""
    with python("-m", "sandbox", "--port", "0", "--token", TOKEN, *arguments) as process:
        yield line_with(process, "sandbox ready ").split("sandbox ready ")[1].strip()


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """The first line of output that holds the words. Raises RuntimeError when the process ends before."""
    seen = []
    if process.stdout is None:
        raise RuntimeError("the process has no output")
    for line in process.stdout:
        if words in line:
            return line
        seen.append(line)
    raise RuntimeError("".join(seen[-20:]))


def steward(database: Path, address: str) -> dict[str, str]:
    """Environment of a bot process that runs against the sandbox."""
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
    }


def memory(process: subprocess.Popen[str], field: str) -> float:
    """`VmRSS` (now) or `VmHWM` (peak) of a process, in MB."""
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no {field} for process {process.pid}")
