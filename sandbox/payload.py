"""JSON as it travels: plain dictionaries, encoded and decoded in one place."""

from typing import TypeAlias

import msgspec

Json: TypeAlias = dict[str, object]

_ENCODER = msgspec.json.Encoder()


def encode(value: object) -> bytes:
    """The value as compact JSON."""
    return _ENCODER.encode(value)


def decode(raw: bytes | str) -> object:
    """The JSON document as plain Python values; raises ValueError when it is none."""
    return msgspec.json.decode(raw)


def child(payload: Json, name: str) -> Json:
    """The object under a name, or an empty one."""
    value = payload.get(name)
    return value if isinstance(value, dict) else {}


def text_of(payload: Json, name: str) -> str:
    """The string under a name, or an empty one."""
    value = payload.get(name)
    return value if isinstance(value, str) else ""
