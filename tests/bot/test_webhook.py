from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import httpx
import pytest
from pydantic import SecretStr

from bot.health import Beat
from bot.serving import serve
from bot.webhook import LARGEST_BODY, SECRET_HEADER, Committer, webhook_app
from models import tables
from models.database import Database
from models.work import Defaults
from sandbox.serving import listen
from tests.bot.entrance import ANN, CHAT, Entrance, entrance, raw, said
from tests.steward import BEN, steward

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from services.words import Words

SECRET = "a-secret_of-no-value"
HEADERS = {SECRET_HEADER: SECRET}


@pytest.fixture
async def way_in(sqlite_url: str, words: Words) -> AsyncIterator[Entrance]:
    database = Database(sqlite_url, defaults=Defaults(bot_id=4242))
    async with entrance(database, words) as opened:
        yield opened
    await database.close()


def free_port() -> int:
    with listen() as listener:
        port: int = listener.getsockname()[1]
        return port


@asynccontextmanager
async def hook(way_in: Entrance) -> AsyncIterator[httpx.AsyncClient]:
    """A webhook that takes posts, and somebody who posts."""
    committer, closed = Committer(intake=way_in.intake), asyncio.Event()
    committing = asyncio.create_task(committer.run(closed, Beat(longest_seconds=60)))
    port = free_port()
    try:
        async with (
            serve(webhook_app(committer, SecretStr(SECRET)), host="127.0.0.1", port=port),
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
        ):
            yield client
    finally:
        closed.set()
        await committing


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "é"}])
async def test_without_the_secret_nothing_is_taken(way_in: Entrance, headers: dict[str, str]) -> None:
    sent = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
    async with hook(way_in) as client:
        assert (await client.post("/", content=raw(said(1)), headers=sent)).status_code == 403
    assert await way_in.rows(tables.updates) == []


async def test_without_the_secret_the_body_is_not_even_read(way_in: Entrance) -> None:
    async with hook(way_in) as client:
        host, port = client.base_url.host, client.base_url.port
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 90000000\r\n\r\n")
        await writer.drain()
        async with asyncio.timeout(10):
            assert b" 403 " in await reader.readline()
        writer.close()


async def test_a_body_that_says_it_is_too_large_is_refused(way_in: Entrance) -> None:
    async with hook(way_in) as client:
        answer = await client.post("/", content=b" " * (LARGEST_BODY + 1), headers=HEADERS)
    assert answer.status_code == 413


async def test_a_body_that_turns_out_too_large_is_refused(way_in: Entrance) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 1000 + 2):
            yield b" " * 1000

    async with hook(way_in) as client:
        answer = await client.post("/", content=endless(), headers=HEADERS)
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"", b"not json", b'{"no":"number"}', b'{"update_id":"x"}'])
async def test_what_is_no_update_is_refused(way_in: Entrance, body: bytes) -> None:
    async with hook(way_in) as client:
        assert (await client.post("/", content=body, headers=HEADERS)).status_code == 400


async def test_an_update_is_committed_when_it_is_answered(way_in: Entrance) -> None:
    async with hook(way_in) as client:
        assert (await client.post("/any/path", content=raw(said(1)), headers=HEADERS)).status_code == 200
        assert len(await way_in.rows(tables.messages)) == 1


async def test_an_update_posted_five_times_has_one_effect(way_in: Entrance) -> None:
    async with hook(way_in) as client:
        posts = [client.post("/", content=raw(said(1, "签到")), headers=HEADERS) for _ in range(5)]
        assert {answer.status_code for answer in await asyncio.gather(*posts)} == {200}
    [row] = await way_in.rows(tables.member_days)
    assert (row.messages, row.activities) == (1, 1)
    assert len(await way_in.texts()) == 1


async def test_many_posts_at_once_are_all_committed(way_in: Entrance) -> None:
    async with hook(way_in) as client:
        posts = [client.post("/", content=raw(said(number)), headers=HEADERS) for number in range(1, 201)]
        assert {answer.status_code for answer in await asyncio.gather(*posts)} == {200}
    assert len(await way_in.rows(tables.messages)) == 200


async def test_while_the_database_fails_telegram_is_told_to_come_again(
    way_in: Entrance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.sqlite_connection.PATIENCE_SECONDS", 0.01)
    async with hook(way_in) as client:
        with closing(sqlite3.connect(tmp_path / "steward.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused = await client.post("/", content=raw(said(1)), headers=HEADERS)
        accepted = await client.post("/", content=raw(said(1)), headers=HEADERS)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert accepted.status_code == 200
    assert len(await way_in.rows(tables.messages)) == 1


async def test_a_taken_address_is_told(way_in: Entrance) -> None:
    with listen() as taken:
        taken.listen()
        port = taken.getsockname()[1]
        app = webhook_app(Committer(intake=way_in.intake), SecretStr(SECRET))
        with pytest.raises(OSError, match=f"cannot listen on 127.0.0.1:{port}"):
            async with serve(app, host="127.0.0.1", port=port):
                pass


async def test_the_bot_works_by_webhook_from_end_to_end(sqlite_url: str) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    async with steward(
        sqlite_url, webhook_url=f"{address}/hook", webhook_secret=SECRET, webhook_listen=f"127.0.0.1:{port}"
    ) as bot:
        await bot.says(ANN, "签到", CHAT)
        answer = await bot.hears("1")
        assert answer.reply_to is not None
        await bot.says(BEN, "/top", CHAT)
        await bot.hears("Ann")
        webhook = (await bot.telegram.state())["webhook"]
        assert isinstance(webhook, dict)
        assert webhook["url"] == f"{address}/hook"
        assert "last_error_message" not in webhook
