"""The sandbox's own database: new with every start, unless somebody uses it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from bot.lease import AlreadyRunning, file_lease
from bot.running import begin_anew
from tests.bot.processes import command

if TYPE_CHECKING:
    from pathlib import Path


def database(folder: Path) -> list[Path]:
    """A database's files, with something in them."""
    files = [folder / f"sandbox.db{ending}" for ending in ("", "-wal", "-shm")]
    for file in files:
        file.write_text("of the last time")
    return files


def test_what_the_last_start_left_is_removed(tmp_path: Path) -> None:
    files = database(tmp_path)
    begin_anew(files[0])
    assert not any(file.exists() for file in files)


def test_without_a_last_start_there_is_nothing_to_remove(tmp_path: Path) -> None:
    begin_anew(tmp_path / "sandbox.db")
    assert not (tmp_path / "sandbox.db").exists()


def test_what_another_process_uses_stays(tmp_path: Path) -> None:
    files = database(tmp_path)
    with file_lease(files[0]), pytest.raises(AlreadyRunning, match=r"sandbox\.db"):
        begin_anew(files[0])
    assert all(file.exists() for file in files)


async def test_the_first_lines_say_that_everything_is_new(tmp_path: Path) -> None:
    async with command(tmp_path, "run") as process:
        await process.says("begins anew with every start")
        await process.says("Read along")
        await process.says("ready to poll")
        process.send(signal.SIGTERM)
        assert await process.ends() == 0
    assert "can't be deleted" not in process.output
