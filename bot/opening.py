"""Opening the database for one command of the command line."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from domain.spam.listing import Listing
from models import schema
from models.database import Database
from models.work import Defaults
from services.spam import shipped_detector

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.configuration import Configuration


def defaults_of(configuration: Configuration) -> Defaults:
    """What every new chat begins with."""
    return Defaults(
        bot_id=configuration.bot_id,
        language=configuration.language,
        timezone=configuration.timezone,
        owner_ids=configuration.owner_ids,
        detector=shipped_detector(),
        listing=Listing() if configuration.cas_url else None,
    )


@asynccontextmanager
async def migrated_database(configuration: Configuration) -> AsyncIterator[Database]:
    """The database, at the newest schema, closed when the block is left."""
    database = Database(configuration.database_url, defaults=defaults_of(configuration))
    try:
        await schema.migrate(database.engine)
        yield database
    finally:
        await database.close()
