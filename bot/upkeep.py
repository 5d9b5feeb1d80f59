"""Small commands on the database: migrate, digest, dead letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.clock import SystemClock
from bot.opening import migrated_database
from models import schema, updates
from services.reports import preview
from services.settings import settings_of
from services.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.configuration import Configuration

LOCALES = Path(__file__).parent.parent / "locales"


async def migrate(configuration: Configuration) -> int:
    """Bring the schema to the head."""
    async with migrated_database(configuration):
        click.echo(f"the database is at revision {schema.head()}")
    return 0


async def digest(configuration: Configuration, chat_id: int) -> int:
    """Print a chat's digest so far, without markup."""
    words = Words.load(LOCALES)
    async with migrated_database(configuration) as database, database.transaction() as work:
        settings = await settings_of(work, chat_id)
        page = await preview(work, chat_id=chat_id, now=SystemClock().now())
        click.echo(words.plain(page, language=settings.language, timezone=settings.timezone))
    return 0


async def list_dead_letters(configuration: Configuration) -> int:
    """One line an update, its last error line behind it."""
    async with migrated_database(configuration) as database, database.transaction() as work:
        dead = await updates.dead_letters(work)
    for letter in dead:
        reason = letter.error.strip().splitlines()[-1]
        click.echo(f"{letter.update_id}  chat {letter.chat_id}  {letter.failed_at:%Y-%m-%d %H:%M} UTC  {reason}")
    click.echo(f"{len(dead)} dead letters")
    return 0


async def retry_dead_letters(configuration: Configuration, update_ids: Sequence[int]) -> int:
    """Have the running bot try some again."""
    async with migrated_database(configuration) as database, database.transaction() as work:
        count = await updates.retry(work, update_ids, now=SystemClock().now())
        await work.commit()
    click.echo(f"{count} will be tried again by the running bot")
    return 0


async def drop_dead_letters(configuration: Configuration, update_ids: Sequence[int]) -> int:
    """Forget some."""
    async with migrated_database(configuration) as database, database.transaction() as work:
        count = await updates.drop(work, update_ids)
        await work.commit()
    click.echo(f"{count} dropped")
    return 0
