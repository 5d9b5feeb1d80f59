"""The migrations lead to the tables as they are declared, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from models import schema
from models.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.database import Database


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


async def test_migrations_and_tables_agree(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_migrated_database_stands_at_the_head(database: Database) -> None:
    assert await schema.current(database.engine) == schema.head()


async def test_migrating_again_changes_nothing(database: Database) -> None:
    assert not await schema.migrate(database.engine)
