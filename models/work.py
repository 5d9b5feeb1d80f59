"""The unit of work: one open transaction and what a use case needs around it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Hashable

    from sqlalchemy import Table
    from sqlalchemy.ext.asyncio import AsyncConnection

    from domain.spam.detector import Detector
    from domain.spam.listing import Listing
    from models.identifiers import Identifiers


@dataclass(frozen=True, kw_only=True, slots=True)
class Defaults:
    """What the process was started with and every new chat begins with.

    Without a detector nothing looks like spam, without a listing nobody is known for it.
    """

    bot_id: int
    language: str = "en"
    timezone: str = "UTC"
    owner_ids: frozenset[int] = frozenset()
    detector: Detector | None = None
    listing: Listing | None = None


@dataclass(slots=True)
class Cache:
    """Rows remembered between transactions; forgotten whole when one is rolled back."""

    limit: int = 50_000
    _rows: dict[Hashable, object] = field(default_factory=dict)

    def get(self, key: Hashable) -> object | None:
        """What was put under the key, or None."""
        return self._rows.get(key)

    def put(self, key: Hashable, value: object) -> None:
        """Remember; the oldest entry makes room."""
        if key not in self._rows and len(self._rows) >= self.limit:
            self._rows.pop(next(iter(self._rows)))
        self._rows[key] = value

    def drop(self, key: Hashable) -> None:
        """Forget one."""
        self._rows.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._rows.clear()


Insert: TypeAlias = "sqlite.Insert | postgresql.Insert"


def insert_into(table: Table, *, sqlite_dialect: bool) -> Insert:
    """An INSERT that knows ON CONFLICT; statements of the hot path are built with it once and kept."""
    return sqlite.insert(table) if sqlite_dialect else postgresql.insert(table)


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """An open transaction. Leaving without `commit` rolls it back; repositories are functions that take it first."""

    connection: AsyncConnection
    identifiers: Identifiers
    cache: Cache
    defaults: Defaults

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is SQLite, with its one writer."""
        return self.connection.dialect.name == "sqlite"

    async def commit(self) -> None:
        """Make everything done so far last."""
        await self.connection.commit()

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that is taken back alone when it raises; the transaction goes on."""
        try:
            async with self.connection.begin_nested():
                yield
        except BaseException:
            self.cache.clear()
            raise

    def insert(self, table: Table) -> Insert:
        """An INSERT that knows ON CONFLICT in this database's dialect."""
        return insert_into(table, sqlite_dialect=self.is_sqlite)
