"""Databases with the schema in place, made once a test run and copied for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from models.database import create_engine as create_async_engine
from models.schema import migrate

if TYPE_CHECKING:
    from pathlib import Path


async def _build(url: str) -> None:
    engine = create_async_engine(url)
    await migrate(engine)
    await engine.dispose()


async def migrated_sqlite(path: Path) -> None:
    """A SQLite file with the schema."""
    await _build(f"sqlite+aiosqlite:///{path}")


async def migrated_postgres(maintenance_url: str) -> None:
    """A database `steward_template` with the schema."""
    maintenance = create_engine(maintenance_url, isolation_level="AUTOCOMMIT")
    with maintenance.connect() as connection:
        connection.execute(text("CREATE DATABASE steward_template"))
    maintenance.dispose()
    await _build(make_url(maintenance_url).set(database="steward_template").render_as_string(hide_password=False))
