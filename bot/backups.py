"""Copies of the database that are known to be whole."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlalchemy.engine import make_url

from bot.lease import file_lease

if TYPE_CHECKING:
    from bot.configuration import Configuration


class BackupError(Exception):
    """No backup was made or put back; the text says why."""


def _sqlite_file(configuration: Configuration) -> Path:
    url = make_url(configuration.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise BackupError("DATABASE_URL: for PostgreSQL use pg_dump and pg_restore; see docs/how-to/backup.md")
    return Path(url.database)


def _check(file: Path) -> None:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        try:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise BackupError(f"{file} is not a database of Steward: {error}") from error
    if verdict != "ok":
        raise BackupError(f"{file} is damaged: {verdict}")


def _copy(source: Path, target: Path) -> int:
    if not source.exists():
        raise BackupError(f"DATABASE_URL: there is no database at {source} yet")
    if target.exists():
        raise BackupError(f"{target} is there already; choose another name")
    part = target.with_suffix(target.suffix + ".part")
    with closing(sqlite3.connect(source)) as running, closing(sqlite3.connect(part)) as copy:
        running.backup(copy)
    _check(part)
    part.replace(target)
    return target.stat().st_size


def _put_back(backup: Path, target: Path) -> None:
    _check(backup)
    kept = target.with_suffix(".before-restore")
    # What was committed last may still stand in the write-ahead log: it is kept beside its database.
    for ending in ("", "-wal", "-shm"):
        Path(f"{kept}{ending}").unlink(missing_ok=True)
        if Path(f"{target}{ending}").exists():
            shutil.move(f"{target}{ending}", f"{kept}{ending}")
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    _check(target)


async def backup(configuration: Configuration, file: Path) -> int:
    """Copy a SQLite database while it is in use. Raises BackupError."""
    size = await asyncio.to_thread(_copy, _sqlite_file(configuration), file)
    click.echo(f"{file}: {size:,} bytes, checked")
    return 0


async def restore(configuration: Configuration, file: Path) -> int:
    """Put a checked backup in the database's place, keeping what was there. Raises BackupError, AlreadyRunning."""
    target = _sqlite_file(configuration)
    with file_lease(target):
        await asyncio.to_thread(_put_back, file, target)
    click.echo(f"{target}: restored from {file}; what was there is kept with the ending .before-restore")
    return 0
