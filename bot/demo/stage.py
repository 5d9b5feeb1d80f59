"""Where the tour is played: a sandbox process, the bot in this one, and the clocks of both."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.clock import ShiftedClock
from bot.configuration import Configuration
from bot.demo.cast import lines_of
from bot.demo.room import control_room
from bot.process import run
from bot.sandbox_mode import SANDBOX_TOKEN, sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date
    from typing import Literal

    from bot.demo.cast import Lines
    from bot.demo.room import Room

    Language = Literal["zh", "en"]

CURTAIN = "08:40:00"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A sandbox with three weeks of a community behind it, on the morning after."""

    room: Room
    url: str
    language: Language
    lines: Lines
    clock: ShiftedClock
    today: date

    def moment(self, clock: str) -> datetime:
        """A time of this morning on the wall clock of the place."""
        return _moment(self.today, clock, self.lines)

    @property
    def wall_clock(self) -> str:
        """What people there read off the wall now."""
        return f"{self.clock.now().astimezone(self.lines.zone):%H:%M}"

    async def turn_to(self, clock: str) -> None:
        """Move the clocks of bot and sandbox on together; never back."""
        offset = max(self.clock.offset, self.moment(clock) - datetime.now(UTC))
        self.clock.offset = offset
        await self.room.shift(offset.total_seconds())


@asynccontextmanager
async def stage(language: Language, *, community: str = "demo", today: date | None = None) -> AsyncIterator[Stage]:
    """A fresh sandbox on a morning (today's) at twenty to nine, its updates waiting; the bot is not there yet."""
    lines = lines_of(language)
    today = today or datetime.now(lines.zone).date()
    clock = ShiftedClock(_moment(today, CURTAIN, lines) - datetime.now(UTC))
    options = ("--community", community, "--language", language, "--timezone", lines.timezone)
    async with (
        sandbox(*options, f"--shift={clock.offset.total_seconds()}") as url,
        control_room(url) as room,
    ):
        yield Stage(room=room, url=url, language=language, lines=lines, clock=clock, today=today)


@asynccontextmanager
async def bot_on(stage: Stage) -> AsyncIterator[None]:
    """The bot with a fresh database, as long as the block runs. Its failure ends the block."""
    stop = asyncio.Event()
    with tempfile.TemporaryDirectory(prefix="steward-demo-") as folder:
        configuration = _configuration(stage, Path(folder) / "demo.db")
        async with asyncio.TaskGroup() as group:
            group.create_task(run(configuration, SecretStr(SANDBOX_TOKEN), clock=stage.clock, stop=stop))
            try:
                yield
            finally:
                stop.set()


def _configuration(stage: Stage, database: Path) -> Configuration:
    """Everything is said here, so that nothing is taken from the environment or .env."""
    return Configuration(
        _env_file=None,
        bot_token=SecretStr(SANDBOX_TOKEN),
        telegram_api_url=stage.url,
        database_url=f"sqlite+aiosqlite:///{database}",
        owner_ids=frozenset(),
        language=stage.language,
        timezone=stage.lines.timezone,
        webhook_url=None,
        webhook_secret=None,
        http_listen=None,
        log_level="WARNING",
        log_format="text",
    )


def _moment(day: date, clock: str, lines: Lines) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), lines.zone).astimezone(UTC)
