from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import NetworkError

from bot.identity import KnownBot, ask, identify
from bot.telegram_api import ApiError, TelegramApi
from tests.bot.entrance import BOT, TOKEN
from tests.bot.loopback import loopback, response

ME = b'{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"Steward","username":"steward_bot"}}'
FLOODED = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":0.2}}'
REFUSED = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'


async def test_the_bot_is_as_telegram_says() -> None:
    async with loopback(response("200 OK", ME)) as server, TelegramApi(server.address, TOKEN) as api:
        me = await ask(api)
    assert (me.bot_id, me.username, me.name, me.reads_all) == (4242, "steward_bot", "Steward", False)


async def test_it_asks_until_telegram_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.identity.FIRST_PAUSE", 0.01)
    answers = (response("502 Bad Gateway", b"<html>"), b"", response("200 OK", ME))
    async with loopback(*answers) as server, TelegramApi(server.address, TOKEN) as api:
        me = await identify(api, asyncio.Event())
    assert me is not None
    assert len(server.requests) == 3


async def test_told_to_wait_it_waits_so_long(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("bot.identity.FIRST_PAUSE", 0.01)
    answers = (response("429 Too Many Requests", FLOODED), response("200 OK", ME))
    async with loopback(*answers) as server, TelegramApi(server.address, TOKEN) as api:
        me = await identify(api, asyncio.Event())
    assert me is not None
    assert "next try in 0.2 s" in caplog.text


async def test_a_refused_token_is_not_asked_for_again() -> None:
    async with loopback(response("401 Unauthorized", REFUSED)) as server, TelegramApi(server.address, TOKEN) as api:
        with pytest.raises(ApiError):
            await identify(api, asyncio.Event())
    assert len(server.requests) == 1


async def test_told_to_stop_it_asks_no_more() -> None:
    stop = asyncio.Event()
    async with loopback(None) as server, TelegramApi(server.address, TOKEN) as api:
        asking = asyncio.create_task(identify(api, stop))
        await server.asked.wait()
        stop.set()
        assert await asking is None


async def test_ptb_knows_the_bot_and_can_call_nothing() -> None:
    request = KnownBot(BOT)
    async with Bot(TOKEN, request=request, get_updates_request=request) as bot:
        assert bot.username == BOT.username
        with pytest.raises(NetworkError, match="sendMessage is to go through the outbox"):
            await bot.send_message(1, "x")
