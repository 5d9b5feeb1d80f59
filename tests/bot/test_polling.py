from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.health import Beat
from bot.lease import AlreadyRunning
from bot.polling import ALLOWED_UPDATES, Poller
from bot.telegram_api import ApiError, TelegramApi
from models import tables
from models.database import Database
from models.work import Defaults
from sandbox.acts import Say
from sandbox.faults import Fault
from sandbox.serving import in_process
from sandbox.world import World
from tests.bot.entrance import Entrance, entrance, said
from tests.bot.loopback import loopback, response
from tests.steward import ANN, CHAT, TOKEN, community, eventually

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from services.words import Words

A_WHILE_AGO = 1000.0


@pytest.fixture
def world() -> World:
    return World(token=TOKEN)


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with in_process(world) as telegram:
        await telegram.act(*community())
        world.updates.clear()
        yield telegram.base_url


@pytest.fixture
async def way_in(sqlite_url: str, words: Words) -> AsyncIterator[Entrance]:
    database = Database(sqlite_url, defaults=Defaults(bot_id=4242))
    async with entrance(database, words) as opened:
        yield opened
    await database.close()


class Polling:
    """A poller at work."""

    def __init__(self, task: asyncio.Task[None], beat: Beat) -> None:
        self.task = task
        self.beat = beat


@asynccontextmanager
async def polling(way_in: Entrance, address: str, *, age: float = A_WHILE_AGO) -> AsyncIterator[Polling]:
    """Poll until the block is left; `age` is how long the process seems to have polled already."""
    clock = iter([0.0])
    stop, beat = asyncio.Event(), Beat(longest_seconds=60)
    async with TelegramApi(address, TOKEN) as api:
        poller = Poller(api=api, intake=way_in.intake, beat=beat, monotonic=lambda: next(clock, age))
        task = asyncio.create_task(poller.run(stop))
        try:
            yield Polling(task, beat)
        finally:
            stop.set()
            await asyncio.wait({task}, timeout=20)
            assert task.done(), "it does not stop"


def speak(world: World, *texts: str) -> None:
    world.apply_all([Say(chat_id=CHAT, person_id=ANN, text=text) for text in texts])


async def confirmed(world: World, count: int) -> None:
    async def enough() -> bool | None:
        return world.updates.confirmed >= count or None

    await eventually(enough)


async def test_updates_are_taken_and_then_confirmed(world: World, address: str, way_in: Entrance) -> None:
    before = world.updates.confirmed
    async with polling(way_in, address):
        speak(world, "one", "two")
        await confirmed(world, before + 2)
    assert len(await way_in.rows(tables.messages)) == 2


async def test_every_kind_that_is_needed_is_asked_for(world: World, address: str, way_in: Entrance) -> None:
    async with polling(way_in, address):
        speak(world, "one")
        await confirmed(world, 1)
    assert world.updates.allowed == set(ALLOWED_UPDATES)


async def test_nothing_is_confirmed_that_is_not_committed(
    world: World, address: str, way_in: Entrance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.sqlite_connection.PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr("bot.polling.FIRST_PAUSE", 0.01)
    speak(world, "one", "two", "three")
    with closing(sqlite3.connect(tmp_path / "steward.db", isolation_level=None)) as other:
        async with polling(way_in, address):
            other.execute("BEGIN IMMEDIATE")

            async def asked_again() -> bool | None:
                return world.updates.delivered >= 9 or None

            await eventually(asked_again)
            assert (len(world.updates), world.updates.confirmed) == (3, 0)
            other.execute("ROLLBACK")
            await confirmed(world, 3)
            assert len(await way_in.rows(tables.messages)) == 3


async def test_an_own_webhook_is_taken_away_and_what_waits_is_kept(
    world: World, address: str, way_in: Entrance
) -> None:
    async with TelegramApi(address, TOKEN) as api:
        await api.call("setWebhook", {"url": "http://127.0.0.1:1/hook"})
    speak(world, "said while the webhook was down")
    async with polling(way_in, address):
        await confirmed(world, 1)
    assert world.webhook.url == ""
    assert len(await way_in.rows(tables.messages)) == 1


async def test_a_webhook_set_meanwhile_is_taken_away_again(
    world: World, address: str, way_in: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.polling._CONFLICT_PAUSE", 0.01)
    async with polling(way_in, address), TelegramApi(address, TOKEN) as api:
        speak(world, "one")
        await confirmed(world, 1)
        await api.call("setWebhook", {"url": "http://127.0.0.1:1/hook"})
        speak(world, "two")
        await confirmed(world, 2)
    assert world.webhook.url == ""


async def test_a_webhook_set_right_after_the_start_is_no_other_process(
    way_in: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polling.FIRST_PAUSE", 0.01)
    fine = response("200 OK", b'{"ok":true,"result":true}')
    ended = response(
        "409 Conflict", b'{"ok":false,"error_code":409,"description":"Conflict: terminated by setWebhook request"}'
    )

    async def asked_again() -> bool | None:
        return len(server.requests) > 3 or None

    async with (
        loopback(fine, ended, fine, None) as server,
        polling(way_in, server.address, age=1.0),
    ):
        await eventually(asked_again)
    methods = [line.split()[1].rpartition("/")[2] for line, _ in server.requests]
    assert methods == ["deleteWebhook", "getUpdates", "deleteWebhook", "getUpdates"]


async def test_the_newcomer_gives_way_and_the_elder_goes_on(
    world: World, address: str, way_in: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.polling._CONFLICT_PAUSE", 0.01)
    async with polling(way_in, address) as elder:
        speak(world, "one")
        await confirmed(world, 1)
        async with polling(way_in, address, age=1.0) as newcomer:
            with pytest.raises(AlreadyRunning, match="another process polls this bot; stop it first"):
                await newcomer.task
        speak(world, "two")
        await confirmed(world, 2)
        assert not elder.task.done()


async def test_errors_on_the_way_are_waited_out_longer_and_longer(
    world: World, address: str, way_in: Entrance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.polling.FIRST_PAUSE", 0.1)
    world.faults.add([Fault(kind="502", method="getUpdates", times=2), Fault(kind="drop_before", method="getUpdates")])
    speak(world, "one")
    async with polling(way_in, address):
        await confirmed(world, 1)
    pauses = [record.args[1] for record in caplog.records if isinstance(record.args, tuple) and "reached" in record.msg]
    assert pauses == [0.1, 0.2, 0.4]


async def test_told_to_wait_it_waits_so_long(
    way_in: Entrance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.polling.FIRST_PAUSE", 0.01)
    fine = response("200 OK", b'{"ok":true,"result":true}')
    flooded = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":0.2}}'

    async def asked_again() -> bool | None:
        return len(server.requests) == 3 or None

    async with (
        loopback(fine, response("429 Too Many Requests", flooded), None) as server,
        polling(way_in, server.address),
    ):
        await eventually(asked_again)
    assert "next try in 0.2 s" in caplog.text


async def test_a_page_that_is_no_answer_does_not_end_polling(way_in: Entrance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.polling.FIRST_PAUSE", 0.01)
    fine = response("200 OK", b'{"ok":true,"result":true}')
    batch = response("200 OK", msgspec.json.encode({"ok": True, "result": [said(1)]}))

    async def kept() -> bool | None:
        return len(await way_in.rows(tables.messages)) == 1 or None

    async with (
        loopback(fine, response("200 OK", b"<html>"), batch, None) as server,
        polling(way_in, server.address),
    ):
        await eventually(kept)
    assert [line.split()[1].rpartition("/")[2] for line, _ in server.requests][:2] == ["deleteWebhook", "getUpdates"]


async def test_a_token_refused_meanwhile_ends_polling(way_in: Entrance) -> None:
    refused = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
    async with (
        loopback(response("401 Unauthorized", refused)) as server,
        polling(way_in, server.address) as at_work,
    ):
        with pytest.raises(ApiError, match="401"):
            await at_work.task


async def test_it_is_alive_as_soon_as_it_may_poll(world: World, address: str, way_in: Entrance) -> None:
    async with polling(way_in, address) as at_work:

        async def waits() -> bool | None:
            return world.polling.busy or None

        await eventually(waits)
        assert at_work.beat.is_alive()
