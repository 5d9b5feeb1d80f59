"""The database: one engine, transactions one at a time on SQLite, explicit commit."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from models.identifiers import Identifiers
from models.sqlite_connection import BEGIN, Connection
from models.work import Cache, Defaults, Work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection as SyncConnection
    from sqlalchemy.engine.interfaces import DBAPIConnection


def _open_sqlite(connection: DBAPIConnection, _record: object) -> None:
    """Write-ahead log, full synchronisation, transactions begun by hand."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "wal_autocheckpoint=8000",
        "cache_size=-16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: SyncConnection) -> None:
    """Take the write lock at once: a deferred transaction fails when it wants to write later."""
    connection.exec_driver_sql(BEGIN)


def create_engine(url: str) -> AsyncEngine:
    """Async engine for a `sqlite+aiosqlite:` or `postgresql+psycopg:` URL (`postgresql:` is taken as psycopg)."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=5)
    path = parsed.database or ":memory:"
    engine = create_async_engine(
        parsed.set(drivername="sqlite+aiosqlite"),
        connect_args={"async_creator_fn": lambda *_, **__: Connection(path)},
    )
    event.listen(engine.sync_engine, "connect", _open_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


class Database:
    """Opens units of work. One instance a process; `close` at the end."""

    def __init__(self, url: str, *, defaults: Defaults) -> None:
        self.engine = create_engine(url)
        self.defaults = defaults
        self.cache = Cache()
        self._identifiers = Identifiers()
        self._writer = asyncio.Lock() if self.engine.dialect.name == "sqlite" else nullcontext()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Work]:
        """A unit of work; what is not committed when the block is left is rolled back."""
        async with self._writer, self.engine.connect() as connection:
            await connection.begin()
            work = Work(connection=connection, identifiers=self._identifiers, cache=self.cache, defaults=self.defaults)
            try:
                yield work
            except BaseException:
                self.cache.clear()
                raise
            finally:
                await connection.rollback()

    async def close(self) -> None:
        """Give back every connection."""
        await self.engine.dispose()
