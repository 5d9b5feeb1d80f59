"""A database that cannot be used ends a command with one line and a code of its own."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.failures import DATABASE_AWAY, MISCONFIGURED, exit_code_of
from models.schema import NewerSchema, head
from tests.bot.processes import finished

if TYPE_CHECKING:
    from pathlib import Path

AWAY = "postgresql://steward:hushhush@127.0.0.1:1/steward"
TOKEN = "4242:TEST-token-of-no-value"


@pytest.mark.parametrize("command", [("migrate",), ("run",), ("deadletters", "list"), ("digest", "--chat", "-1")])
async def test_a_database_that_does_not_answer(tmp_path: Path, command: tuple[str, ...]) -> None:
    code, output = await finished(tmp_path, *command, database_url=AWAY, bot_token=TOKEN)
    assert code == DATABASE_AWAY
    assert output.startswith("DATABASE_URL: the database cannot be used: ")
    assert len(output.splitlines()) == 1
    assert "hushhush" not in output


async def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "steward.db").write_text("no database at all, but long enough to be taken for one" * 20)
    assert await finished(tmp_path, "migrate") == (MISCONFIGURED, "DATABASE_URL: file is not a database\n")


@pytest.mark.parametrize("command", ["migrate", "run"])
async def test_a_database_of_a_newer_version(tmp_path: Path, sqlite_template: Path, command: str) -> None:
    shutil.copy(sqlite_template, tmp_path / "steward.db")
    with closing(sqlite3.connect(tmp_path / "steward.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    code, output = await finished(tmp_path, command, bot_token=TOKEN)
    assert (code, output) == (MISCONFIGURED, f"{NewerSchema('9999')}\n")
    assert "9999" in output
    assert head() in output


def test_a_mistake_of_ours_has_no_line() -> None:
    assert exit_code_of(KeyError("x")) is None
    assert exit_code_of(ExceptionGroup("several", [OSError("x"), KeyError("y")])) is None


def test_one_failure_in_a_group_is_told_as_itself() -> None:
    assert exit_code_of(ExceptionGroup("one", [OSError("taken")])) == ("taken", 1)
