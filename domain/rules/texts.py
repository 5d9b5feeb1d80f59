"""What a person reads in a message, and what it is by name: its file, its bot, where it was forwarded from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.messages import Message
    from domain.rules.patterns import Kind


def texts_of(message: Message) -> tuple[str, ...]:
    """Every text of the message that people read."""
    return (message.text,) if message.text else ()


def names_of(message: Message) -> Iterator[tuple[Kind, str]]:
    """What the message can be called by, each with the kind of entry that names it."""
    return iter(())
