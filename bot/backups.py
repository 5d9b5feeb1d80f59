"""Copies of the database that are known to be whole."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from sqlalchemy.engine import make_url

from bot.lease import file_lease

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.configuration import Configuration


# What was committed last may still stand in the write-ahead log beside a database.
ENDINGS = ("", "-wal", "-shm")


class BackupError(Exception):
    """No backup was made or put back; the text says why."""


def _sqlite_file(configuration: Configuration) -> Path:
    url = make_url(configuration.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise BackupError("DATABASE_URL: for PostgreSQL use pg_dump and pg_restore; see docs/how-to/backup.md")
    return Path(url.database)


def _check(file: Path) -> None:
    # What stands in a write-ahead log beside the file counts; without one, reading shall leave none behind.
    mode = "mode=ro" if Path(f"{file}-wal").exists() else "mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True)) as connection:
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
    if not target.parent.is_dir():
        raise BackupError(f"there is no folder {target.parent}; make it first")
    with _copied(source, target) as part:
        part.replace(target)
    return target.stat().st_size


@contextmanager
def _copied(source: Path, target: Path) -> Iterator[Path]:
    """A checked copy beside the target, readable for its owner only, that is gone when the block is left."""
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        part.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as running, closing(sqlite3.connect(part)) as copy:
            running.backup(copy)
            # A copy is one file: no log is kept beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
        _check(part)
        yield part
    except sqlite3.Error as error:
        raise BackupError(f"{source} could not be copied to {target}: {error}") from error
    finally:
        _remove(part)


def _remove(file: Path) -> None:
    for ending in ENDINGS:
        Path(f"{file}{ending}").unlink(missing_ok=True)


def _put_back(backup: Path, target: Path) -> None:
    _check(backup)
    kept = target.with_suffix(".before-restore")
    with _copied(backup, target) as part:
        _remove(kept)
        for ending in ENDINGS:
            if Path(f"{target}{ending}").exists():
                shutil.move(f"{target}{ending}", f"{kept}{ending}")
        part.replace(target)


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
