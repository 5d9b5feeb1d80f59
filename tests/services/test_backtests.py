"""A backtest from the question to the page, over messages of a real database read by another connection."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from domain.settings import ChatSettings
from models import messages
from models.messages import MessageRow
from models.reading import reading
from services import backtests
from services.tasks import Question
from tests.court import ADA, BOSS, CHAT, NOW, convene

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.settings import RulesSettings
    from models.database import Database
    from models.tasks import Task
    from services.words import Words

BEGUN = NOW - timedelta(hours=2)


def row(number: int, user_id: int = ADA, *, text: str | None = "hello <there>", facts: str | None = None) -> MessageRow:
    at = BEGUN + timedelta(seconds=number)
    return MessageRow(
        chat_id=CHAT,
        message_id=number,
        sent_at=at,
        day=at.date(),
        origin="member",
        user_id=user_id,
        sender_chat_id=None,
        kind="text",
        text=text,
        facts=facts,
        length=5,
        question=False,
        thread_id=None,
        reply_to_message=None,
        reply_to_user=None,
        album=None,
    )


async def tried(
    database: Database, url: str, rows: list[MessageRow], rule: str = "flood", **changes: object
) -> tuple[Task, Mapping[str, Any]]:
    """Stored by one, asked about, judged by another connection."""
    async with database.transaction() as work:
        await convene(work)
        await messages.add(work, rows)
        draft: RulesSettings = ChatSettings.model_validate({"rules": {rule: changes}}).rules
        task = await backtests.ask(
            work,
            Question(chat_id=CHAT, asked_by=BOSS, place=CHAT),
            rule=rule,
            span=timedelta(days=7),
            draft=draft,
            current=ChatSettings().rules,
            changes={name: str(value) for name, value in changes.items()},
            now=NOW,
        )
        await work.commit()
    with reading(url) as connection:
        return task, backtests.perform(connection, CHAT, task.arguments)


async def test_the_page_tells_what_would_have_been_hit(database: Database, database_url: str, words: Words) -> None:
    rows = [*[row(number) for number in range(1, 7)], row(60, BOSS)]
    task, result = await tried(database, database_url, rows, messages=3, seconds=20)
    page = words.html(backtests.tell(task, result), language="en", timezone="UTC")
    assert "<b>“Flooding” over 7 days</b>" in page
    assert "With <code>messages=3, seconds=20</code>" in page
    assert "It would have hit <b>3 messages</b> of 1 member, out of 6." in page
    assert "The rule as it stands hits 0 of them too." in page
    assert '• Ada &lt;i&gt;: <a href="https://t.me/c/1000000001/4">hello &lt;there&gt;</a>' in page


async def test_it_reads_the_same_in_chinese(database: Database, database_url: str, words: Words) -> None:
    task, result = await tried(database, database_url, [row(number) for number in range(1, 5)], messages=3)
    page = words.plain(backtests.tell(task, result), language="zh", timezone="UTC")
    assert "4 条消息里会命中 1 条，涉及 1 位成员。" in page


async def test_facts_kept_beside_the_text_are_looked_at(database: Database, database_url: str) -> None:
    link = '{"links": [{"url": "https://bad.example", "hidden": true}]}'
    _, result = await tried(database, database_url, [row(1, facts=link), row(2)], "links", messages=50)
    assert result["outcome"]["hits"] == 1


async def test_more_messages_than_are_read_at_once(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.rehearsals.CHUNK", 7)
    _, result = await tried(database, database_url, crowd())
    assert result["outcome"]["looked_at"] == 40


def crowd() -> list[MessageRow]:
    """Forty messages, several of the same second."""
    return [replace(row(number), sent_at=BEGUN + timedelta(seconds=number // 10)) for number in range(1, 41)]


async def test_texts_that_are_gone_are_counted(database: Database, database_url: str, words: Words) -> None:
    task, result = await tried(database, database_url, [row(1, text=None)], "blocklist", entries=["x"])
    assert "1 text is not kept any more" in words.plain(backtests.tell(task, result), language="en", timezone="UTC")


async def test_nothing_written_is_said(database: Database, database_url: str, words: Words) -> None:
    task, result = await tried(database, database_url, [row(1, BOSS)])
    assert "Nothing was written" in words.plain(backtests.tell(task, result), language="en", timezone="UTC")


async def test_the_classifier_judges_as_it_ships(database: Database, database_url: str, words: Words) -> None:
    task, result = await tried(database, database_url, [row(1)], "spam")
    assert "without what this group has taught" in words.plain(
        backtests.tell(task, result), language="en", timezone="UTC"
    )


async def test_what_reads_cannot_write(database: Database, database_url: str) -> None:
    async with database.transaction() as work:
        await convene(work)
        await work.commit()
    with reading(database_url) as connection, pytest.raises(DBAPIError):
        connection.execute(sql("DELETE FROM members"))
