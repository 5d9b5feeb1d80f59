"""A thin client of the Bot API: one call, its result, and errors that say whether it may have happened."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

import httpx
import msgspec
from pydantic import SecretStr

if TYPE_CHECKING:
    from collections.abc import Mapping

CONNECT_SECONDS = 5.0
# Longer than any of these alone; a delivery's lease must outlast it with the read timeout.
SPARE_SECONDS = 10.0
READ_SECONDS = 15.0
CONNECTIONS = 32
# Below the idle time after which servers close, so that a call is not written into a closing connection.
KEEP_ALIVE_SECONDS = 20.0
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
OK = 200

NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)


class TelegramError(Exception):
    """A call that brought no result. Its text never holds the address called, which holds the token.

    `retry_after` are the seconds that Telegram wants to be left alone, when it says so.
    """

    retry_after: float | None = None


class ApiError(TelegramError):
    """Telegram refused: the call did not happen."""

    def __init__(
        self, code: int, description: str, *, retry_after: float | None = None, migrate_to: int | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to


class NotSent(TelegramError):  # noqa: N818 - it is a state of the call, as the design names it
    """The call surely never reached Telegram."""


class Unknown(TelegramError):  # noqa: N818 - likewise
    """The call may have happened: its answer was lost, or Telegram failed within."""


class ErrorParameters(msgspec.Struct):
    """Bot API ResponseParameters."""

    retry_after: float | None = None
    migrate_to_chat_id: int | None = None


class Envelope(msgspec.Struct):
    """What every call answers with."""

    ok: bool
    result: object = None
    error_code: int = 0
    description: str = ""
    parameters: ErrorParameters | None = None


decode_envelope = msgspec.json.Decoder(Envelope).decode


class TelegramApi:
    """Calls the methods of one bot over kept-alive HTTP/1.1 connections. Close it at the end."""

    def __init__(self, base_url: str, token: SecretStr | str) -> None:
        secret = token if isinstance(token, SecretStr) else SecretStr(token)
        self._base_url = base_url.rstrip("/")
        self._prefix = SecretStr(f"{self._base_url}/bot{secret.get_secret_value()}/")
        self._files = SecretStr(f"{self._base_url}/file/bot{secret.get_secret_value()}/")
        self._client = httpx.AsyncClient(
            limits=httpx.Limits(
                max_connections=CONNECTIONS,
                max_keepalive_connections=CONNECTIONS,
                keepalive_expiry=KEEP_ALIVE_SECONDS,
            ),
            headers={"content-type": "application/json"},
        )

    def __repr__(self) -> str:
        return f"TelegramApi({self._base_url!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Give back every connection."""
        await self._client.aclose()

    async def call(
        self, method: str, parameters: Mapping[str, object] | None = None, *, read_timeout: float = READ_SECONDS
    ) -> object:
        """The call's result. Raises ApiError, NotSent or Unknown."""
        status, body = await self._post(method, parameters, read_timeout=read_timeout)
        return read_envelope(status, body).result

    async def call_raw(
        self, method: str, parameters: Mapping[str, object] | None = None, *, read_timeout: float = READ_SECONDS
    ) -> bytes:
        """The whole answer of a call that succeeded, unread. Raises as `call` does."""
        status, body = await self._post(method, parameters, read_timeout=read_timeout)
        if status != OK:
            read_envelope(status, body)
        return body

    async def download(self, path: str, *, most_bytes: int, read_timeout: float = READ_SECONDS) -> bytes | None:
        """A file by the path that getFile tells, or None when it is larger. Raises Unknown or NotSent."""
        timeout = httpx.Timeout(CONNECT_SECONDS, read=read_timeout)
        content = b""
        try:
            async with (
                asyncio.timeout(read_timeout + SPARE_SECONDS),
                self._client.stream("GET", self._files.get_secret_value() + path, timeout=timeout) as response,
            ):
                status = response.status_code
                async for piece in response.aiter_bytes():
                    content += piece
                    if len(content) > most_bytes:
                        return None
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            failure: TelegramError = translate(error)
        else:
            if status == OK:
                return content
            failure = Unknown(f"{status} for a file")
        # Raised out here, as below: the context would carry the address, and with it the token.
        raise failure

    async def _post(
        self, method: str, parameters: Mapping[str, object] | None, *, read_timeout: float
    ) -> tuple[int, bytes]:
        timeout = httpx.Timeout(CONNECT_SECONDS, read=read_timeout)
        content = msgspec.json.encode(parameters or {})
        try:
            async with asyncio.timeout(read_timeout + SPARE_SECONDS):
                response = await self._client.post(
                    self._prefix.get_secret_value() + method, content=content, timeout=timeout
                )
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            failure = translate(error)
        else:
            return response.status_code, response.content
        # Raised out here: an exception's context would carry the request, and with it the token.
        raise failure


def translate(error: Exception) -> TelegramError:
    """A transport's failure as one of ours, without its text."""
    kind = type(error).__name__
    return NotSent(kind) if isinstance(error, (*NEVER_SENT, httpx.InvalidURL)) else Unknown(kind)


def read_envelope(status: int, body: bytes) -> Envelope:
    """The answer, if it says ok. Raises ApiError for a refusal, Unknown for what is none."""
    try:
        envelope = decode_envelope(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        envelope = Envelope(ok=False, description="no Bot API answer")
    if envelope.ok and status < SERVER_ERROR:
        return envelope
    code = envelope.error_code or status
    if status >= SERVER_ERROR or code >= SERVER_ERROR or code < OK + 100:
        raise Unknown(f"{code} {envelope.description}")
    parameters = envelope.parameters or ErrorParameters()
    # A 429 without a time (a proxy's own) is not to be answered with a storm.
    retry_after = parameters.retry_after or (1.0 if code == TOO_MANY_REQUESTS else None)
    raise ApiError(code, envelope.description, retry_after=retry_after, migrate_to=parameters.migrate_to_chat_id)
