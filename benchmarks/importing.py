"""An export through `python -m bot import`, and again, when nothing is left to do."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.intake import CHAT
from benchmarks.processes import python, steward

if TYPE_CHECKING:
    from subprocess import Popen


def finished(process: Popen[str]) -> str:
    """The last line of a process that ends by itself."""
    output, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(output[-2000:])
    return output.strip().splitlines()[-1]


def report(export: Path) -> None:
    """Twice."""
    with tempfile.TemporaryDirectory() as folder:
        environment = steward(Path(folder) / "steward.db", "http://127.0.0.1:1")
        for attempt in ("import", "import again"):
            began = time.perf_counter()
            with python("-m", "bot", "import", str(export), "--chat", CHAT, **environment) as process:
                line = finished(process)
            print(f"{attempt}: {time.perf_counter() - began:.1f} s — {line}")
