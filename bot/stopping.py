"""Waiting for something or for the order to stop, whichever comes first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


async def either(work: Coroutine[object, object, T], stop: asyncio.Event) -> T | None:
    """The result of the work, or None when `stop` was set first and the work was cancelled."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            return None
        return task.result()
    finally:
        for one in (task, stopping):
            if not one.done():
                one.cancel()
        await asyncio.gather(task, stopping, return_exceptions=True)
