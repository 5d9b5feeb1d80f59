"""Plain talk taken in: what is kept of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from models import tables
from tests.bot.entrance import entrance, said

if TYPE_CHECKING:
    from models.database import Database
    from services.words import Words

LONG_AGO = timedelta(days=31)


async def test_the_text_of_a_message_older_than_the_chat_keeps_is_not_kept(database: Database, words: Words) -> None:
    async with entrance(database, words) as way_in:
        await way_in.take(said(1, at=datetime.now(UTC) - LONG_AGO), said(2))
        assert [row.text for row in await way_in.rows(tables.messages)] == [None, "hello"]


async def test_an_edit_brings_no_old_text_back(database: Database, words: Words) -> None:
    written = datetime.now(UTC) - LONG_AGO
    first, edited = said(1, at=written), said(1, "better said", at=written)
    edited["message"]["edit_date"] = int(datetime.now(UTC).timestamp())
    async with entrance(database, words) as way_in:
        await way_in.take(first)
        await way_in.take({"update_id": 2, "edited_message": edited["message"]})
        [row] = await way_in.rows(tables.messages)
    assert row.text is None
    assert row.edited_at is not None
