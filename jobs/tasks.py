"""The kinds of tasks that worker processes do: the explicit list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from services import backtests

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from domain.phrases import Text
    from models.tasks import Task


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """`perform` runs in a worker with a connection that only reads, about a chat, and returns JSON; `tell` says it."""

    perform: Callable[[Connection, int, Mapping[str, Any]], dict[str, Any]]
    tell: Callable[[Task, Mapping[str, Any]], Text]


KINDS: Mapping[str, Kind] = {backtests.KIND: Kind(perform=backtests.perform, tell=backtests.tell)}
