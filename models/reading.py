"""The database as worker processes see it: read-only, beside the one that writes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """A connection that cannot write, of a `Database`'s URL; each read is a transaction of its own.

    A long one would keep SQLite from folding its write-ahead log back.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        address = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    else:
        path = f"sqlite:///file:{quote(parsed.database or '')}?mode=ro&uri=true"
        engine = create_engine(path, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET default_transaction_read_only = on")
            yield connection
    finally:
        engine.dispose()
