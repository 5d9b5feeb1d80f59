"""The real process: what it tells, what it answers, how it ends."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import httpx
import pytest

from sandbox.acts import Say
from sandbox.faults import Fault
from sandbox.serving import in_process, listen
from sandbox.world import World
from tests.bot.processes import ROOT, command, finished
from tests.steward import ANN, BEN, CHAT, TOKEN, community, eventually

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from sandbox.client import SandboxClient
    from tests.bot.processes import Process

REAL_LOOKING = "4242:AAH-secret_secret_secret_secret_secr"
HALF = REAL_LOOKING.partition(":")[2]


def free_port() -> int:
    with listen() as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
async def telegram() -> AsyncIterator[SandboxClient]:
    async with in_process(World(token=REAL_LOOKING)) as client:
        await client.act(*community())
        yield client


def running(
    telegram: SandboxClient, folder: Path, token: str = REAL_LOOKING, **variables: str
) -> AbstractAsyncContextManager[Process]:
    return command(folder, "run", bot_token=token, telegram_api_url=telegram.base_url, **variables)


async def test_sigterm_ends_it_with_0_and_what_was_taken_is_answered(telegram: SandboxClient, tmp_path: Path) -> None:
    await telegram.act(*[Say(chat_id=CHAT, person_id=ANN, text=f"number {number}") for number in range(300)])
    await telegram.act(Say(chat_id=CHAT, person_id=BEN, text="签到"))

    async def taken() -> bool | None:
        return (await telegram.state())["pending_update_count"] == 0 or None

    async with running(telegram, tmp_path) as process:
        await eventually(taken)
        process.send(signal.SIGTERM)
        assert await process.ends() == 0
    assert "stopped" in process.output
    answers = [view for view in await telegram.history(CHAT) if view.reply_to and view.sender and view.sender.is_bot]
    assert len(answers) == 1


async def test_sigterm_while_telegram_is_away_ends_it_with_0(tmp_path: Path) -> None:
    async with command(tmp_path, "run", bot_token=TOKEN, telegram_api_url="http://127.0.0.1:1") as process:
        await process.says("Telegram cannot be reached")
        process.send(signal.SIGTERM)
        assert await process.ends() == 0


async def test_it_tells_how_it_is(telegram: SandboxClient, tmp_path: Path) -> None:
    port = free_port()
    async with (
        running(telegram, tmp_path, http_listen=f"127.0.0.1:{port}") as process,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        await process.says("ready to poll")
        health, ready = await client.get("/healthz"), await client.get("/readyz")
        assert (health.status_code, health.json()) == (
            200,
            {"intake": True, "database": True, "scheduler": True, "delivery": True},
        )
        assert (ready.status_code, ready.json()) == (200, {"ready": True})

        async def counted() -> str | None:
            page = (await client.get("/metrics")).text
            return page if 'steward_calls_total{method="sendMessage",outcome="sent"} 1.0' in page else None

        page = await eventually(counted)
    assert 'steward_updates_total{outcome="taken"} 2.0' in page
    assert "steward_dead_letters 0.0" in page
    assert HALF not in page


@pytest.mark.parametrize("style", ["text", "json"])
async def test_no_line_of_a_working_bot_shows_the_token(telegram: SandboxClient, tmp_path: Path, style: str) -> None:
    await telegram.faults(
        Fault(kind="502", method="getUpdates"),
        Fault(kind="403", method="sendMessage"),
        Fault(kind="drop_after", method="sendMessage"),
    )
    async with running(telegram, tmp_path, log_level="DEBUG", log_format=style) as process:
        await process.says("ready to poll")
        await telegram.act(Say(chat_id=CHAT, person_id=BEN, text="签到"))
        await process.says("sendMessage")
        process.send(signal.SIGTERM)
        await process.ends()
    assert "DEBUG" in process.output
    assert HALF not in process.output


async def test_lines_for_machines_are_json(telegram: SandboxClient, tmp_path: Path) -> None:
    async with running(telegram, tmp_path, log_format="json") as process:
        await process.says("ready to poll")
        process.send(signal.SIGTERM)
        await process.ends()
    lines = [json.loads(line) for line in process.output.splitlines()]
    assert {"at", "level", "logger", "message"} <= lines[0].keys()


@pytest.mark.parametrize("arguments", [("run",), ("check",)])
async def test_a_refused_token_is_told_and_not_shown(
    telegram: SandboxClient, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    wrong = "4242:AAH-another_secret_secret_secret_sec"
    code, output = await finished(
        tmp_path, *arguments, bot_token=wrong, telegram_api_url=telegram.base_url, log_level="DEBUG"
    )
    assert code == {"run": 2, "check": 1}[arguments[0]]
    assert "BOT_TOKEN: Telegram does not know this token" in output
    assert wrong.partition(":")[2] not in output
    assert "Traceback" not in output


async def test_a_taken_address_is_one_line(telegram: SandboxClient, tmp_path: Path) -> None:
    with listen() as taken:
        taken.listen()
        port = taken.getsockname()[1]
        async with running(telegram, tmp_path, http_listen=f"127.0.0.1:{port}") as process:
            assert await process.ends() == 1
    assert process.output.splitlines()[-1] == f"cannot listen on 127.0.0.1:{port}"
    assert "Traceback" not in process.output


async def test_a_mistake_of_ours_shows_its_traceback_without_the_token(tmp_path: Path) -> None:
    broken = (
        f"import bot.process\nasync def run(*_, **__):\n    raise KeyError('{REAL_LOOKING}')\nbot.process.run = run\n"
    )
    (tmp_path / "sitecustomize.py").write_text(broken, encoding="utf-8")
    path = f"{ROOT}:{tmp_path}"
    code, output = await finished(tmp_path, "run", bot_token=REAL_LOOKING, pythonpath=path)
    assert code == 1
    assert "KeyError" in output
    assert HALF not in output
