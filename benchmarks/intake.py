"""A replayed export through live intake, beside bare python-telegram-bot on the same updates."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from benchmarks.processes import TOKEN, memory, python, sandbox, steward

if TYPE_CHECKING:
    from subprocess import Popen

CHAT = "-1001000041877"
POLL_SECONDS = 0.25
ROUNDS = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One process taking all updates."""

    name: str
    updates: int
    seconds: float
    peak_mb: float

    @property
    def rate(self) -> float:
        """Updates a second, from the first confirmed to the last."""
        return self.updates / self.seconds


def measure(name: str, process: Popen[str], address: str) -> Run:
    """Watch until everything is confirmed; the clock starts with the first confirmation."""
    began, first = 0.0, 0
    with httpx.Client(trust_env=False) as http:
        while True:
            state = http.get(f"{address}/sandbox/state").json()
            confirmed, pending = state["confirmed"], state["pending_update_count"]
            if confirmed and not began:
                began, first = time.perf_counter(), confirmed
            # The last batch is confirmed only by the next one.
            if began and pending <= 100:
                return Run(
                    name=name,
                    updates=confirmed - first,
                    seconds=time.perf_counter() - began,
                    peak_mb=memory(process, "VmHWM"),
                )
            time.sleep(POLL_SECONDS)


def ours(export: Path) -> Run:
    """Steward on an empty SQLite database."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sandbox("--replay", str(export), "--chat", CHAT, "--preload") as address,
    ):
        environment = steward(Path(folder) / "steward.db", address)
        with python("-m", "bot", "run", **environment) as process:
            return measure("Steward", process, address)


def bare(export: Path) -> Run:
    """Bare PTB, storing nothing."""
    with (
        sandbox("--replay", str(export), "--chat", CHAT, "--preload") as address,
        python("-m", "benchmarks.bare", address, TOKEN) as process,
    ):
        return measure("bare PTB", process, address)


def report(export: Path) -> None:
    """Both, in turn."""
    print("intake: every update judged, counted and committed (SQLite, synchronous=FULL)")
    rates: dict[str, list[float]] = {"Steward": [], "bare PTB": []}
    for run in (measured(export) for _ in range(ROUNDS) for measured in (ours, bare)):
        rates[run.name].append(run.rate)
        print(f"  {run.name:9} {run.updates:>9,} updates  {run.rate:>8,.0f}/s  peak {run.peak_mb:.0f} MB")
    print(f"  ratio of the best: {max(rates['Steward']) / max(rates['bare PTB']):.2f} x bare PTB")
