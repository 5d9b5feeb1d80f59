"""A corpus as it is kept: one message a line, comments at the top."""

from __future__ import annotations

COMMENT = "#"


def read_messages(text: str) -> list[str]:
    r"""The messages of a corpus; `\n` within one stands for a line break."""
    lines = (line.strip() for line in text.splitlines())
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith(COMMENT)]
