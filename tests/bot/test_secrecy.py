"""No log line shows the token, whoever writes it."""

import io
import json
import logging
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from pydantic import SecretStr

from bot.secrecy import RedactingFilter, RedactingFormatter, Redactor
from bot.telegram_api import TelegramApi, TelegramError
from tests.bot.loopback import loopback, response

TOKEN = "123456:AAH-secret_secret_secret_secret_secr"
HALF = TOKEN.partition(":")[2]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the root logger writes at DEBUG, through the filter."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(RedactingFilter(Redactor(SecretStr(TOKEN))))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.parametrize("shown", [TOKEN, quote(TOKEN, safe=""), HALF, f"http://x/bot{TOKEN}/getMe"])
def test_every_form_of_the_token_is_hidden(shown: str) -> None:
    text = Redactor(SecretStr(TOKEN))(f"before {shown} after")
    assert HALF not in text
    assert text.startswith("before ")
    assert text.endswith(" after")


def test_a_short_secret_does_not_eat_words() -> None:
    assert Redactor(SecretStr("42:TEST"))("a TEST of 42:TEST") == "a TEST of [token]"


def test_the_redactor_does_not_show_the_token() -> None:
    assert TOKEN not in repr(Redactor(SecretStr(TOKEN)))


def test_arguments_are_redacted(log: io.StringIO) -> None:
    logging.getLogger("anyone").info("calling %s with %r", f"http://x/bot{TOKEN}", {"token": TOKEN})
    assert "calling http://x/bot[token]" in log.getvalue()
    assert HALF not in log.getvalue()


def test_tracebacks_are_redacted(log: io.StringIO) -> None:
    try:
        int(TOKEN)
    except ValueError:
        logging.getLogger("anyone").exception("it broke")
    assert "ValueError: invalid literal" in log.getvalue()
    assert HALF not in log.getvalue()


def test_a_formatter_of_any_kind_is_redacted() -> None:
    class Everything(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            trace = self.formatException(record.exc_info) if record.exc_info else ""
            return json.dumps([record.getMessage(), record.__dict__["where"], trace])

    error = ValueError(TOKEN)
    exc_info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("n", logging.INFO, "p", 1, "%s", (TOKEN,), exc_info=exc_info)
    record.where = TOKEN
    text = RedactingFormatter(Everything(), Redactor(SecretStr(TOKEN))).format(record)
    assert HALF not in text
    assert text.count("[token]") >= 3


@pytest.mark.parametrize(
    "answer",
    [
        response("200 OK", b'{"ok":true,"result":true}'),
        response("401 Unauthorized", b'{"ok":false,"error_code":401,"description":"Unauthorized"}'),
        response("502 Bad Gateway", b"<html>"),
        b"",
        None,
    ],
)
async def test_no_call_leaks_the_token_at_debug(log: io.StringIO, answer: bytes | None) -> None:
    async with loopback(answer) as server, TelegramApi(server.address, TOKEN) as api:
        try:
            await api.call("sendMessage", {"chat_id": 1, "text": "x"}, read_timeout=0.2)
        except TelegramError:
            logging.getLogger("anyone").exception("refused by %r", api)
    assert "httpcore" in log.getvalue() or "connect_tcp" in log.getvalue()
    assert HALF not in log.getvalue()
