"""What a button keeps for its press, read again."""

from __future__ import annotations

from typing import TypeAlias

from domain.phrases import phrase
from domain.refusals import Refusal

Arguments: TypeAlias = "dict[str, str | int | bool | None]"


def number(arguments: Arguments, name: str) -> int:
    """A number kept under the name. Raises Refusal when there is none: the button is an old one."""
    value = arguments.get(name)
    if not isinstance(value, int):
        raise Refusal(phrase("common-button-expired"))
    return value
