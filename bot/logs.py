"""Logs: text for people or JSON for machines, each line with the update and chat it is about."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.secrecy import RedactingFilter, RedactingFormatter, Redactor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import SecretStr

context: ContextVar[dict[str, int | None] | None] = ContextVar("log_context", default=None)


@contextmanager
def log_context(*, update_id: int | None = None, chat_id: int | None = None) -> Iterator[None]:
    """Every line logged within is about this update and chat."""
    token = context.set({"update_id": update_id, "chat_id": chat_id})
    try:
        yield
    finally:
        context.reset(token)


class TextFormatter(logging.Formatter):
    """`09:00:01 INFO bot.intake: text [update_id=1 chat_id=-1001]`."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", datefmt="%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name logging calls
        """The line, with what it is about behind it."""
        about = " ".join(f"{name}={value}" for name, value in (context.get() or {}).items() if value is not None)
        line = super().formatMessage(record)
        return f"{line} [{about}]" if about else line


class JsonFormatter(logging.Formatter):
    """One JSON object a line: at, level, logger, message, update_id, chat_id, error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in (context.get() or {}).items() if value is not None}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configure(*, level: str, style: str, token: SecretStr | None) -> None:
    """Send every log line to standard error, without the token, in the style `text` or `json`."""
    inner = JsonFormatter() if style == "json" else TextFormatter()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(inner)
    if token is not None:
        redactor = Redactor(token)
        handler.addFilter(RedactingFilter(redactor))
        handler.setFormatter(RedactingFormatter(inner, redactor))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "asyncio", "apscheduler", "telegram", "alembic", "uvicorn"):
        logging.getLogger(chatty).setLevel("DEBUG" if level == "DEBUG" else "WARNING")
