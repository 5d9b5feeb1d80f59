"""One process a bot: a second one with the same token must not start."""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.configuration import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from sqlalchemy.ext.asyncio import AsyncEngine


class AlreadyRunning(Exception):  # noqa: N818 - it is a state, told to the person who starts the process
    """Another process runs this bot."""


@contextmanager
def machine_lease(bot_id: int, api_url: str) -> Iterator[None]:
    """This machine's lease on the bot, given back by the kernel even when the process is killed.

    Raises AlreadyRunning when another process of this machine holds it.
    """
    name = hashlib.sha256(f"{bot_id}@{api_url}".encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"steward-{os.getuid()}-{name}.lock"
    with _locked(path, f"runs bot {bot_id} on this machine"):
        yield


@contextmanager
def file_lease(database: Path) -> Iterator[None]:
    """The lease on a SQLite file, wherever those who share it keep their temporary files.

    Raises AlreadyRunning when another process holds it, ConfigurationError when the folder cannot be written to.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        path.touch()
    except OSError as error:
        raise ConfigurationError(f"DATABASE_URL: {path} cannot be written: {error.strerror}") from error
    with _locked(path, f"uses the database {database}"):
        yield


@contextmanager
def _locked(path: Path, deed: str) -> Iterator[None]:
    """An exclusive lock on a file, with our process id in it."""
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise AlreadyRunning(f"another process (pid {holder}) already {deed}; stop it first") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


@asynccontextmanager
async def database_lease(engine: AsyncEngine, bot_id: int) -> AsyncIterator[None]:
    """The database's lease on the bot: an advisory lock held by one connection, or a lock beside the SQLite file.

    Raises AlreadyRunning when another process, on any machine, holds it.
    """
    if engine.dialect.name != "postgresql":
        with file_lease(Path(engine.url.database)) if engine.url.database else nullcontext():
            yield
        return
    async with engine.connect() as connection:
        held = await connection.execute(text("SELECT pg_try_advisory_lock(:bot)"), {"bot": bot_id})
        if not held.scalar_one():
            raise AlreadyRunning(f"another process already runs bot {bot_id} on this database; stop it first")
        await connection.commit()
        try:
            yield
        finally:
            # The lock belongs to the server's session, which a pool would keep, and the server ends it when it likes.
            with suppress(SQLAlchemyError):
                await connection.execute(text("SELECT pg_advisory_unlock(:bot)"), {"bot": bot_id})
            await connection.invalidate()
