"""Keeps the bot's token out of every log line, whoever writes it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pydantic import SecretStr

HIDDEN = "[token]"
# A real token's secret half has 35 characters; a shorter one could be a word of the language.
WHOLE_SECRET = 20


class Redactor:
    """Replaces a token in any text; also its URL-quoted form and its secret half alone."""

    def __init__(self, token: SecretStr) -> None:
        secret = token.get_secret_value()
        half = secret.partition(":")[2]
        forms = {secret, quote(secret, safe=""), *([half] if len(half) >= WHOLE_SECRET else [])} - {""}
        longest_first = sorted(forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def __call__(self, text: str) -> str:
        """The text without the token."""
        return text if self._pattern is None else self._pattern.sub(HIDDEN, text)

    def __repr__(self) -> str:
        return "Redactor()"


class RedactingFilter(logging.Filter):
    """Put on every handler: message, arguments and exception text of each record lose the token."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, redacted."""
        message = record.getMessage()
        redacted = self._redactor(message)
        if redacted != message:
            record.msg, record.args = redacted, ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self._redactor(record.exc_text)
        return True


class RedactingFormatter(logging.Formatter):
    """Put around every handler's formatter: whatever that writes, fields of `extra` too, loses the token."""

    def __init__(self, inner: logging.Formatter, redactor: Redactor) -> None:
        super().__init__()
        self._inner = inner
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """What the inner formatter writes, redacted."""
        return self._redactor(self._inner.format(record))
