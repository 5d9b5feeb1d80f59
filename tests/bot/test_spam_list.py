"""Fetching the list of known spammers from a server on loopback."""

from __future__ import annotations

import asyncio

import pytest

from bot.spam_list import AGAIN_SECONDS, EVERY_SECONDS, NoList, fetch_ids, keep_listing, refresh
from domain.spam.listing import Listing
from tests.bot.loopback import loopback, response

LIST = response("200 OK", b"5\n3\n")


async def test_the_list_is_fetched() -> None:
    async with loopback(LIST) as server:
        assert list(await fetch_ids(f"{server.address}/export")) == [3, 5]
        assert server.requests[0][0].startswith("GET /export ")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (response("500 Oops", b""), "answers 500"),
        (b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n", "answers 302"),
        (response("200 OK", b"<html>moved</html>"), "no ids"),
        (response("200 OK", b"123456789\n" * 20), "larger than 100 bytes"),
        (b"", "cannot be fetched"),
    ],
)
async def test_what_is_no_list_is_not_taken(answer: bytes, reason: str) -> None:
    async with loopback(answer) as server:
        with pytest.raises(NoList, match=reason):
            await fetch_ids(server.address, largest=100)


async def test_a_silent_server_is_not_waited_for() -> None:
    async with loopback(None) as server:
        with pytest.raises(NoList, match="within"):
            await fetch_ids(server.address, seconds=0.05)


async def test_the_list_before_stays_and_is_asked_for_sooner_when_there_is_none() -> None:
    listing = Listing()
    async with loopback(LIST, response("500 Oops", b"")) as server:
        assert await refresh(server.address, listing) == EVERY_SECONDS
        assert await refresh(server.address, listing) == AGAIN_SECONDS
    assert 5 in listing


async def test_it_stops_at_once_when_told() -> None:
    listing, stop = Listing(), asyncio.Event()
    async with loopback(None) as server:
        task = asyncio.create_task(keep_listing(server.address, listing, stop))
        await server.asked.wait()
        stop.set()
        await asyncio.wait_for(task, timeout=5)
    assert len(listing) == 0
