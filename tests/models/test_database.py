"""Transactions of models.database."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from models.tables import updates

if TYPE_CHECKING:
    from models.database import Database

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)


async def _count(database: "Database") -> int:
    async with database.transaction() as work:
        return int((await work.connection.execute(select(func.count()).select_from(updates))).scalar_one())


async def test_what_is_committed_lasts(database: "Database") -> None:
    async with database.transaction() as work:
        await work.connection.execute(updates.insert().values(bot_id=1, update_id=1, received_at=NOW))
        await work.commit()
    assert await _count(database) == 1


async def test_leaving_without_commit_undoes(database: "Database") -> None:
    async with database.transaction() as work:
        await work.connection.execute(updates.insert().values(bot_id=1, update_id=1, received_at=NOW))
    assert await _count(database) == 0


async def test_an_instant_comes_back_aware(database: "Database") -> None:
    async with database.transaction() as work:
        await work.connection.execute(updates.insert().values(bot_id=1, update_id=1, received_at=NOW))
        received = (await work.connection.execute(select(updates.c.received_at))).scalar_one()
    assert received == NOW
    assert received.tzinfo is not None
