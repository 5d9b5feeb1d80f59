"""Longer texts that people give with a command, and that they are given: the one place where a file would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from handlers.targets import replied_to

if TYPE_CHECKING:
    from handlers.turn import Turn

BYTE_ORDER_MARK = "\ufeff"


def text_given(turn: Turn, words: str) -> str:
    """The words themselves, else the document answered to, else its text. Raises Refusal when there is none."""
    if words.strip():
        return words
    attachment = turn.attachment
    if attachment is not None and attachment.fault is not None:
        raise Refusal(phrase(f"files-{attachment.fault}"))
    if attachment is not None:
        return _decoded(attachment.content)
    reply = replied_to(turn.update.effective_message)
    text = (reply.text or reply.caption or "") if reply else ""
    if not text.strip():
        raise Refusal(phrase("files-none-given"))
    return text


def _decoded(content: bytes) -> str:
    try:
        return content.decode().removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise Refusal(phrase("files-no-text")) from error


def give(turn: Turn, text: str) -> None:
    """Send a longer text to keep."""
    turn.say(phrase("files-text", text=text))
