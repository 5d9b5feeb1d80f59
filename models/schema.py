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


class NewerSchema(Exception):  # noqa: N818 - it is a state of the database
    """The database stands at a revision that this version does not know: a newer one has migrated it."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"DATABASE_URL: the database is at revision {revision}, of a newer Steward; this one knows {head()} and "
            "older: upgrade again, or restore the backup made before"
        )


def _revisions() -> set[str]:
    """Every revision there is; they are named by number."""
    return {path.stem.split("_")[0] for path in VERSIONS.glob("[0-9]*.py")}


def head() -> str:
    """The newest revision."""
    return max(_revisions())


def check_known(revision: str | None) -> None:
    """Raise NewerSchema unless there is a way from the revision to the head."""
    if revision is not None and revision not in _revisions():
        raise NewerSchema(revision)


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
    """Bring the schema to the head; alembic is loaded only when there is something to do. True when it moved.

    Raises NewerSchema.
    """
    async with engine.connect() as connection:
        revision = await connection.run_sync(_current)
        if revision == head():
            return False
        check_known(revision)
        await connection.run_sync(_upgrade)
        await connection.commit()
        return True
