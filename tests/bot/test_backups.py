from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.backups import BackupError, backup, restore
from bot.configuration import Configuration
from bot.lease import AlreadyRunning, file_lease

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def configuration(sqlite_url: str) -> Configuration:
    return Configuration.model_validate({"database_url": sqlite_url})


def remember(file: Path, user_id: int) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("INSERT INTO people (user_id, name, seen_at) VALUES (?, 'Ann', 0)", (user_id,))


def known(file: Path) -> list[int]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT user_id FROM people ORDER BY user_id")]


async def test_a_copy_is_made_while_the_database_is_in_use(configuration: Configuration, tmp_path: Path) -> None:
    database, copy = tmp_path / "steward.db", tmp_path / "copy.db"
    remember(database, 1)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO people (user_id, name, seen_at) VALUES (2, 'Ben', 0)")
        assert await backup(configuration, copy) == 0
        other.execute("COMMIT")
    assert known(copy) == [1]
    assert known(database) == [1, 2]


async def test_no_file_is_overwritten(configuration: Configuration, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(BackupError, match="is there already"):
        await backup(configuration, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


async def test_a_backup_is_put_back_and_what_was_there_is_kept(configuration: Configuration, tmp_path: Path) -> None:
    database, copy = tmp_path / "steward.db", tmp_path / "copy.db"
    remember(database, 1)
    await backup(configuration, copy)
    with closing(sqlite3.connect(database, isolation_level=None)) as unclosed:
        # Left in the write-ahead log, as by a process that was killed.
        unclosed.execute("PRAGMA journal_mode=WAL")
        unclosed.execute("PRAGMA wal_autocheckpoint=0")
        unclosed.execute("INSERT INTO people (user_id, name, seen_at) VALUES (2, 'Ben', 0)")
        assert await restore(configuration, copy) == 0
        assert known(database) == [1]
        assert known(tmp_path / "steward.before-restore") == [1, 2]


async def test_nothing_is_put_back_under_a_running_bot(configuration: Configuration, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await backup(configuration, copy)
    with file_lease(tmp_path / "steward.db"), pytest.raises(AlreadyRunning):
        await restore(configuration, copy)


async def test_what_is_no_backup_is_not_put_back(configuration: Configuration, tmp_path: Path) -> None:
    remember(tmp_path / "steward.db", 1)
    (tmp_path / "page.db").write_text("<html> a page that somebody has saved by mistake </html>" * 20)
    with pytest.raises(BackupError, match="is not a database of Steward"):
        await restore(configuration, tmp_path / "page.db")
    with closing(sqlite3.connect(tmp_path / "empty.db")) as empty:
        empty.execute("CREATE TABLE other (x)")
    with pytest.raises(BackupError, match="is not a database of Steward"):
        await restore(configuration, tmp_path / "empty.db")
    assert known(tmp_path / "steward.db") == [1]


async def test_for_postgresql_its_own_tools_are_named(tmp_path: Path) -> None:
    configuration = Configuration.model_validate({"database_url": "postgresql://u:p@127.0.0.1/steward"})
    with pytest.raises(BackupError, match="pg_dump"):
        await backup(configuration, tmp_path / "copy.db")
