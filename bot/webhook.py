"""Webhook mode: an update is answered with 200 only after it was committed."""

from __future__ import annotations

import asyncio
import hmac
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from bot.polling import ALLOWED_UPDATES
from bot.telegram_shapes import number_decoder
from models.trouble import is_trouble

if TYPE_CHECKING:
    from pydantic import SecretStr
    from starlette.requests import Request

    from bot.health import Beat
    from bot.intake import Intake
    from bot.telegram_api import TelegramApi

log = logging.getLogger(__name__)

LARGEST_BODY = 1_000_000
BATCH = 100
RETRY_SECONDS = 5
QUIET_SECONDS = 1.0
MOST_CONNECTIONS = 40
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name


# A body, and who waits for it to be committed.
Posted: TypeAlias = tuple[bytes, asyncio.Future[None]]


class TooLarge(Exception):  # noqa: N818 - answered with 413
    """A body over the limit."""


class Committer:
    """Gathers posted updates and commits them together; each waits for its commit."""

    def __init__(self, *, intake: Intake) -> None:
        self._intake = intake
        self._queue: asyncio.Queue[Posted] = asyncio.Queue(maxsize=1000)
        self._arrived = asyncio.Event()

    async def commit(self, raw: bytes) -> None:
        """Return when the update is committed. Raises what prevented it."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self._queue.put((raw, done))
        self._arrived.set()
        await done

    async def run(self, stop: asyncio.Event, beat: Beat) -> None:
        """Commit what is posted until `stop`; what was posted before is still committed."""
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: self._arrived.set())
        try:
            while not stop.is_set() or not self._queue.empty():
                beat.beat()
                await self._round()
        finally:
            stopping.cancel()

    async def _round(self) -> None:
        """Commit what waits, or wait a while for it; then try again what failed before, quiet hours included."""
        self._arrived.clear()
        posted: list[Posted] = []
        while not self._queue.empty() and len(posted) < BATCH:
            posted.append(self._queue.get_nowait())
        if posted:
            await self._settle(posted)
        else:
            with suppress(TimeoutError):
                async with asyncio.timeout(QUIET_SECONDS):
                    await self._arrived.wait()
        await self._retry()

    async def _retry(self) -> None:
        try:
            await self._intake.retry()
        except Exception as error:
            if not is_trouble(error):
                raise
            log.error("the database is in trouble, nothing is tried again: %s", error)  # noqa: TRY400 - no traceback while it lasts

    async def _settle(self, posted: list[Posted]) -> None:
        try:
            await self._intake.take([raw for raw, _ in posted])
        except Exception as error:
            if not is_trouble(error):
                log.exception("a batch could not be handled")
            for _, done in posted:
                if not done.done():
                    done.set_exception(error)
            return
        for _, done in posted:
            if not done.done():
                done.set_result(None)


def webhook_app(committer: Committer, secret: SecretStr) -> Starlette:
    """The ASGI application that Telegram posts to; the path is left to the proxy in front."""
    expected = secret.get_secret_value().encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        try:
            raw = await _body(request)
            number_decoder.decode(raw)
        except TooLarge:
            return Response(status_code=413)
        except msgspec.MsgspecError:
            return Response(status_code=400)
        try:
            await committer.commit(raw)
        except Exception:  # noqa: BLE001 - the committer has logged it; Telegram must keep the update and come again
            return Response(status_code=503, headers={"retry-after": str(RETRY_SECONDS)})
        return Response(status_code=200)

    return Starlette(routes=[Route("/{path:path}", receive, methods=["POST"])])


async def _body(request: Request) -> bytes:
    """The body, read no further than the limit. Raises TooLarge."""
    if int(request.headers.get("content-length", 0)) > LARGEST_BODY:
        raise TooLarge
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > LARGEST_BODY:
            raise TooLarge
    return bytes(parts)


async def set_webhook(api: TelegramApi, *, url: str, secret: SecretStr) -> None:
    """Tell Telegram where to post."""
    await api.call(
        "setWebhook",
        {
            "url": url,
            "secret_token": secret.get_secret_value(),
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": MOST_CONNECTIONS,
        },
    )


async def webhook_stands(api: TelegramApi, *, url: str) -> bool:
    """Whether Telegram still posts to our address; another process may have taken it away."""
    info = await api.call("getWebhookInfo")
    return isinstance(info, dict) and info.get("url") == url
