"""A SQLite connection for SQLAlchemy's asynchronous dialect.

Statements run where they are called: most take microseconds, a hop to a thread and back takes a hundred.
What waits for the disk (COMMIT) runs in a thread; what waits for another process's lock (BEGIN IMMEDIATE) asks again
after a pause. So the loop goes on.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from typing import Any

    Row = tuple[Any, ...]
    Parameters = Sequence[Any]

BEGIN = "BEGIN IMMEDIATE"
PAUSE_SECONDS = 0.005
PATIENCE_SECONDS = 5.0


class Cursor:
    """The interface of aiosqlite's cursor, as far as SQLAlchemy uses it."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> tuple[tuple[str, None, None, None, None, None, None], ...] | None:
        """Column descriptions of the last query."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """Rows changed by the last statement."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Row id of the last insert."""
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        """Rows `fetchmany` gives by default."""
        return self._cursor.arraysize

    @arraysize.setter
    def arraysize(self, size: int) -> None:
        self._cursor.arraysize = size

    async def execute(self, statement: str, parameters: Parameters = ()) -> Self:
        """Run one statement."""
        if statement == BEGIN:
            await self._begin()
        else:
            self._cursor.execute(statement, parameters)
        return self

    async def _begin(self) -> None:
        """Take the write lock, waiting for it as long as another process may reasonably hold it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self._cursor.execute(BEGIN)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            else:
                return
            await asyncio.sleep(PAUSE_SECONDS)

    async def executemany(self, statement: str, rows: Iterable[Parameters]) -> Self:
        """Run one statement for each row of parameters."""
        self._cursor.executemany(statement, rows)
        return self

    async def fetchone(self) -> Row | None:
        """The next row."""
        row: Row | None = self._cursor.fetchone()
        return row

    async def fetchmany(self, size: int | None = None) -> list[Row]:
        """The next rows."""
        return self._cursor.fetchmany(self.arraysize if size is None else size)

    async def fetchall(self) -> list[Row]:
        """The remaining rows."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Give the statement back."""
        self._cursor.close()


class Calls:
    """Where SQLAlchemy's dialect puts a call that aiosqlite would run in its thread; here it is run at once."""

    def put_nowait(self, call: tuple[asyncio.Future[object], Callable[[], object]]) -> None:
        """Run it."""
        future, function = call
        future.set_result(function())


class Connection:
    """The interface of aiosqlite's connection, as far as SQLAlchemy uses it."""

    def __init__(self, path: str) -> None:
        self._conn = self._connection = sqlite3.connect(path, timeout=0, check_same_thread=False)
        self._tx = Calls()

    def __await__(self) -> Generator[None, None, Self]:
        """SQLAlchemy awaits what it connects."""
        yield from ()
        return self

    @property
    def isolation_level(self) -> str | None:
        """The driver's own begin mode; None leaves it to us."""
        return self._connection.isolation_level

    def cursor(self) -> Cursor:
        """A new cursor."""
        return Cursor(self._connection.cursor())

    async def create_function(
        self,
        name: str,
        parameters: int,
        function: Callable[..., str | int | float | None],
        *,
        deterministic: bool = False,
    ) -> None:
        """Register a function of the dialect."""
        self._connection.create_function(name, parameters, function, deterministic=deterministic)

    async def commit(self) -> None:
        """Write to the disk."""
        if self._connection.in_transaction:
            await asyncio.to_thread(self._connection.commit)

    async def rollback(self) -> None:
        """Undo."""
        self._connection.rollback()

    async def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def stop(self) -> None:
        """Close the file at once."""
        self._connection.close()
