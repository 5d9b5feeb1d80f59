"""Faults on demand: what goes wrong between the bot and Telegram."""

import random
from typing import Literal

import msgspec

from sandbox.errors import ApiError, forbidden, too_many_requests

FaultKind = Literal["429", "500", "502", "403", "400", "drop_before", "drop_after", "stall"]

_POLLING = "getupdates"


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something to go wrong, `times` times, for a method and perhaps one chat only.

    The method * means every method but getUpdates, which is called all the time and must be named.
    """

    kind: FaultKind
    method: str = "*"
    chat_id: int | None = None
    times: int = 1
    retry_after: int = 1
    probability: float = 1.0
    description: str | None = None


class Faults:
    """The faults that wait for their call, first come, first served."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Fault, int]] = []

    def add(self, faults: list[Fault]) -> None:
        """Plan faults."""
        self._waiting.extend((fault, fault.times) for fault in faults)

    def clear(self) -> None:
        """Let everything go well again."""
        self._waiting.clear()

    def waiting(self) -> list[Fault]:
        """What has not gone wrong yet."""
        return [msgspec.structs.replace(fault, times=left) for fault, left in self._waiting]

    def strike(self, method: str, chat_id: object, chance: random.Random) -> Fault | None:
        """The fault that hits this call, if any."""
        for index, (fault, left) in enumerate(self._waiting):
            if not _meets(fault, method, chat_id) or chance.random() >= fault.probability:
                continue
            if left > 1:
                self._waiting[index] = (fault, left - 1)
            else:
                del self._waiting[index]
            return fault
        return None


def error_of(fault: Fault) -> ApiError | None:
    """The error a fault answers with, or None for one that breaks the connection."""
    if fault.kind == "429":
        return too_many_requests(fault.retry_after)
    if fault.kind == "500":
        return ApiError(500, fault.description or "Internal Server Error")
    if fault.kind == "502":
        return ApiError(502, fault.description or "Bad Gateway")
    if fault.kind == "403":
        return forbidden(fault.description or "bot was kicked from the supergroup chat")
    if fault.kind == "400":
        return ApiError(400, f"Bad Request: {fault.description or 'chat not found'}")
    return None


def _meets(fault: Fault, method: str, chat_id: object) -> bool:
    named = method != _POLLING if fault.method == "*" else fault.method.lower() == method
    return named and (fault.chat_id is None or str(fault.chat_id) == str(chat_id))
