"""Starting the bot for good: against Telegram, or against the sandbox when there is no token yet."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.lease import file_lease
from bot.process import run
from bot.sandbox_mode import SANDBOX_TOKEN, sandbox

if TYPE_CHECKING:
    from bot.configuration import Configuration

FIRST_LINES = """\
No BOT_TOKEN in .env: this is the sandbox, a small Telegram on your own machine with a living community.
For the real one: open @BotFather in Telegram, send /newbot, choose a name, and put the token it gives you
into .env as BOT_TOKEN=... (cp .env.example .env && chmod 600 .env), then `make run` again.
The sandbox begins anew with every start, and so does its database, sandbox.db."""
SANDBOX_DATABASE = Path("sandbox.db")


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def run_bot(configuration: Configuration) -> int:
    """Run against Telegram until told to stop."""
    if configuration.bot_token is None:
        raise ValueError("the bot runs with a token only")
    await run(configuration, configuration.bot_token, clock=SystemClock(), stop=stop_on_signals())
    return 0


def begin_anew(database: Path) -> None:
    """Remove a SQLite database with its logs. Raises AlreadyRunning when another process uses it.

    A sandbox starts with the update ids it started with the last time: the old database would take all for repeated.
    """
    with file_lease(database):
        for ending in ("", "-wal", "-shm"):
            Path(f"{database}{ending}").unlink(missing_ok=True)


async def run_sandbox(configuration: Configuration) -> int:
    """Start the sandbox and run the same bot against it until told to stop. Raises AlreadyRunning."""
    click.echo(FIRST_LINES)
    stop = stop_on_signals()
    begin_anew(SANDBOX_DATABASE)
    async with sandbox("--community", "demo", "--live") as url:
        click.echo(f"\nRead along, write and press buttons at {url}/ (Ctrl-C ends it)\n")
        against = configuration.model_copy(
            update={
                "bot_token": SecretStr(SANDBOX_TOKEN),
                "telegram_api_url": url,
                "database_url": f"sqlite+aiosqlite:///{SANDBOX_DATABASE}",
            }
        )
        await run(against, SecretStr(SANDBOX_TOKEN), clock=SystemClock(), stop=stop)
    return 0
