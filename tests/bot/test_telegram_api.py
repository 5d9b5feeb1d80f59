"""The client over real HTTP: results, and what each failure is taken for."""

import asyncio
import json
import socket
import traceback

import pytest

from bot.telegram_api import ApiError, NotSent, TelegramApi, TelegramError, Unknown
from tests.bot.loopback import loopback, response

TOKEN = "123456:AAH-secret_secret_secret_secret_secr"


def failing(code: int, description: str, **parameters: int) -> bytes:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return response(f"{code} Whatever", json.dumps(body).encode())


FINE = response("200 OK", b'{"ok":true,"result":{"message_id":5}}')


async def error_of(*answers: bytes | None) -> TelegramError:
    async with loopback(*answers) as server, TelegramApi(server.address, TOKEN) as api:
        with pytest.raises(TelegramError) as caught:
            await api.call("sendMessage", {"chat_id": 1}, read_timeout=0.2)
        return caught.value


async def test_a_call_posts_json_to_the_bots_address() -> None:
    async with loopback(FINE) as server, TelegramApi(server.address + "/", TOKEN) as api:
        assert await api.call("sendMessage", {"chat_id": 1, "text": "你好"}) == {"message_id": 5}
    ((line, body),) = server.requests
    assert line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
    assert json.loads(body) == {"chat_id": 1, "text": "你好"}


async def test_calls_share_a_connection() -> None:
    async with loopback(FINE) as server, TelegramApi(server.address, TOKEN) as api:
        for _ in range(3):
            await api.call("getMe")
    assert server.connections == 1


async def test_a_raw_call_gives_the_answer_unread() -> None:
    async with loopback(FINE) as server, TelegramApi(server.address, TOKEN) as api:
        assert await api.call_raw("getUpdates") == b'{"ok":true,"result":{"message_id":5}}'


async def test_a_raw_call_fails_as_a_call_does() -> None:
    async with loopback(failing(409, "Conflict")) as server, TelegramApi(server.address, TOKEN) as api:
        with pytest.raises(ApiError, match="409 Conflict"):
            await api.call_raw("getUpdates")


async def test_a_refusal_carries_what_telegram_says() -> None:
    error = await error_of(failing(400, "Bad Request: upgraded", migrate_to_chat_id=-1005))
    assert isinstance(error, ApiError)
    assert (error.code, error.description, error.migrate_to) == (400, "Bad Request: upgraded", -1005)


async def test_a_flood_carries_its_wait() -> None:
    error = await error_of(failing(429, "Too Many Requests: retry after 7", retry_after=7))
    assert isinstance(error, ApiError)
    assert error.retry_after == 7


async def test_a_flood_without_its_wait_is_waited_out_all_the_same() -> None:
    error = await error_of(response("429 Too Many Requests", b"<html>slow down</html>"))
    assert isinstance(error, ApiError)
    assert error.retry_after == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(failing(502, "Bad Gateway"), id="an error within Telegram"),
        pytest.param(response("502 Bad Gateway", b"<html>"), id="an error before Telegram"),
        pytest.param(response("500 Oops", b'{"ok":true,"result":true}'), id="a success that is none"),
        pytest.param(response("200 OK", b'{"ok":tr'), id="half an answer"),
        pytest.param(b"", id="a connection cut"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n", id="not HTTP"),
        pytest.param(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{", id="an answer that stops"),
        pytest.param(None, id="silence"),
    ],
)
async def test_what_may_have_happened_is_unknown(answer: bytes | None) -> None:
    assert isinstance(await error_of(answer), Unknown)


async def test_a_refusal_that_is_no_json_is_a_refusal() -> None:
    error = await error_of(response("413 Too Large", b"<html>"))
    assert isinstance(error, ApiError)
    assert error.code == 413


def unused_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "gopher://127.0.0.1:{port}", "http://[::bad"])
async def test_what_never_left_is_not_sent(address: str) -> None:
    async with TelegramApi(address.format(port=unused_port()), TOKEN) as api:
        with pytest.raises(NotSent):
            await api.call("sendMessage")


async def test_a_breaking_off_is_not_an_error_of_the_call() -> None:
    async with loopback(None) as server, TelegramApi(server.address, TOKEN) as api:
        call = asyncio.create_task(api.call("sendMessage"))
        await server.asked.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call


@pytest.mark.parametrize("answer", [failing(401, "Unauthorized"), failing(502, "x"), b"", None])
async def test_no_error_shows_the_token(answer: bytes | None) -> None:
    error = await error_of(answer)
    told = repr(error) + str(error) + "".join(traceback.format_exception(error))
    assert TOKEN not in told
    assert error.__context__ is None


async def test_the_client_does_not_show_the_token() -> None:
    async with TelegramApi("http://127.0.0.1:1", TOKEN) as api:
        assert TOKEN not in repr(api) + repr(vars(api))
