"""The database's schema: where it stands, where it should stand, and the way there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def head() -> str:
    """The newest revision; revisions are named by number, so the last file is the head."""
    newest = max(path.stem for path in VERSIONS.glob("[0-9]*.py"))
    return newest.split("_")[0]


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


async def current(engine: AsyncEngine) -> str | None:
    """The revision the database stands at, or None when it is empty."""
    async with engine.connect() as connection:
        return await connection.run_sync(_current)


async def migrate(engine: AsyncEngine) -> bool:
    """Bring the schema to the head; alembic is loaded only when there is something to do. True when it moved."""
    async with engine.connect() as connection:
        if await connection.run_sync(_current) == head():
            return False
        await connection.run_sync(_upgrade)
        await connection.commit()
        return True
