from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from bot.lease import AlreadyRunning, database_lease, file_lease, machine_lease
from models.database import create_engine
from sandbox.serving import in_process
from sandbox.world import World
from tests.bot.processes import command
from tests.steward import TOKEN

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from models.database import Database
    from sandbox.client import SandboxClient
    from tests.bot.processes import Process

API = "http://127.0.0.1:1"


def test_a_machine_runs_a_bot_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with machine_lease(1, API), pytest.raises(AlreadyRunning, match="bot 1 on this machine"), machine_lease(1, API):
        pass


def test_another_bot_or_another_api_is_another_lease(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with machine_lease(1, API), machine_lease(2, API), machine_lease(1, "http://127.0.0.1:2"):
        assert len(list(tmp_path.iterdir())) == 3


def test_a_lease_is_given_back(tmp_path: Path) -> None:
    with file_lease(tmp_path / "steward.db"):
        pass
    with file_lease(tmp_path / "steward.db") as again:
        assert again is None


async def test_a_database_serves_one_process(database: Database, database_url: str) -> None:
    other = create_engine(database_url)
    async with database_lease(database.engine, 1):
        with pytest.raises(AlreadyRunning, match="stop it first"):
            async with database_lease(other, 1):
                pass
    async with database_lease(other, 1) as taken:
        assert taken is None
    await other.dispose()


def running(telegram: SandboxClient, folder: Path, **variables: str) -> AbstractAsyncContextManager[Process]:
    folder.mkdir(exist_ok=True)
    return command(folder, "run", bot_token=TOKEN, telegram_api_url=telegram.base_url, **variables)


async def test_a_second_process_of_this_machine_ends_saying_why(tmp_path: Path) -> None:
    shared = str(tmp_path)
    async with in_process(World(token=TOKEN)) as telegram, running(telegram, tmp_path / "a", tmpdir=shared) as first:
        await first.says("ready to poll")
        async with running(telegram, tmp_path / "b", tmpdir=shared) as second:
            assert await second.ends() == 3
        assert "already runs bot 4242 on this machine; stop it first" in second.output
        assert second.output.count("\n") == 1


async def test_a_second_process_on_the_same_file_ends_saying_why(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'shared.db'}"
    async with in_process(World(token=TOKEN)) as telegram, running(telegram, tmp_path / "a", database_url=url) as first:
        await first.says("ready to poll")
        async with running(telegram, tmp_path / "b", database_url=url) as second:
            assert await second.ends() == 3
        assert "already uses the database" in second.output


async def test_a_killed_process_leaves_no_lease(tmp_path: Path) -> None:
    async with in_process(World(token=TOKEN)) as telegram:
        async with running(telegram, tmp_path) as first:
            await first.says("ready to poll")
            first.send(signal.SIGKILL)
        async with running(telegram, tmp_path) as second:
            await second.says("ready to poll")
    assert "already" not in second.output
