"""An export taken over: what is kept of what people wrote long ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.exports import Record
from models.tables import member_days, messages
from services.importing import take_over
from services.settings import change

if TYPE_CHECKING:
    from models.work import Work

CHAT, ANN = -1001, 11
NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)


def entry(message_id: int, age: timedelta) -> Record:
    stamp = str(int((NOW - age).timestamp()))
    return Record(id=message_id, date_unixtime=stamp, sender="Ann", from_id=f"user{ANN}", text="hello")


async def imported(work: Work, *ages: timedelta) -> list[str | None]:
    """The texts that are kept of messages of these ages."""
    records = [entry(number, age) for number, age in enumerate(ages, start=1)]
    await take_over(work, records, chat_id=CHAT, usernames={}, now=NOW)
    found = await work.connection.execute(select(messages.c.text).order_by(messages.c.message_id))
    return list(found.scalars())


async def test_texts_older_than_the_chat_keeps_them_stay_outside(work: Work) -> None:
    assert await imported(work, timedelta(days=31), timedelta(days=29)) == [None, "hello"]


@pytest.mark.parametrize(("days", "kept"), [(0, [None, None]), (40, ["hello", "hello"])])
async def test_the_chats_own_choice_decides(work: Work, days: int, kept: list[str | None]) -> None:
    await change(work, chat_id=CHAT, path="privacy.text_days", value=days, by=ANN, now=NOW)
    assert await imported(work, timedelta(days=31), timedelta(minutes=1)) == kept


async def test_a_message_without_its_text_counts_all_the_same(work: Work) -> None:
    await imported(work, timedelta(days=400))
    day = (await work.connection.execute(select(member_days))).one()
    assert (day.messages, day.characters) == (1, 5)
