"""The list of known spammers at CAS_URL: fetched now and then, outside of every transaction, and kept in memory."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import httpx

from bot.stopping import either
from domain.spam.listing import read_ids

if TYPE_CHECKING:
    from array import array

    from domain.spam.listing import Listing

log = logging.getLogger(__name__)

EVERY_SECONDS = 6 * 3600.0
AGAIN_SECONDS = 600.0
TIMEOUT_SECONDS = 60.0
LARGEST_LIST = 64_000_000
OK = 200


class NoList(Exception):  # noqa: N818 - it is a state of the other side
    """The list could not be had; the one before stays in force."""


async def keep_listing(url: str, listing: Listing, stop: asyncio.Event) -> None:
    """Fetch the list again and again until `stop`."""
    while not stop.is_set():
        pause = await either(refresh(url, listing), stop)
        if pause is not None:
            await either(asyncio.sleep(pause), stop)


async def refresh(url: str, listing: Listing) -> float:
    """Fetch the list once; returns the seconds until the next time, fewer when it could not be had."""
    try:
        listing.replace(await fetch_ids(url))
    except NoList as error:
        log.warning("CAS_URL: %s; the list before stays in force", error)
        return AGAIN_SECONDS
    log.info("%s accounts are listed as spammers", f"{len(listing):,}")
    return EVERY_SECONDS


async def fetch_ids(url: str, *, largest: int = LARGEST_LIST, seconds: float = TIMEOUT_SECONDS) -> array[int]:
    """The ids listed there. Raises NoList. Redirects are not followed: the address was chosen by who runs the bot."""
    try:
        async with asyncio.timeout(seconds):
            text = await _read(url, largest)
    except TimeoutError:
        raise NoList(f"no answer in full within {seconds:g} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NoList(f"it cannot be fetched: {type(error).__name__}") from None
    ids = await asyncio.to_thread(read_ids, text)
    if not ids:
        raise NoList("there are no ids in it")
    return ids


async def _read(url: str, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async with (
        httpx.AsyncClient(follow_redirects=False, timeout=TIMEOUT_SECONDS) as client,
        client.stream("GET", url) as answer,
    ):
        if answer.status_code != OK:
            raise NoList(f"it answers {answer.status_code}")
        async for part in answer.aiter_bytes():
            size += len(part)
            if size > largest:
                raise NoList(f"it is larger than {largest:,} bytes")
            parts.append(part)
    return b"".join(parts)
