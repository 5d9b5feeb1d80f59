"""Documents that commands answer to: fetched when they matter, small, and from somebody who may command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.arrivals import arrivals
from bot.files import MOST_AT_ONCE, Files
from bot.identity import KnownBot
from bot.telegram_api import TelegramApi
from domain.yaml_trees import MOST_BYTES
from handlers.router import build
from handlers.turn import Attachment
from models import members
from tests.bot.entrance import ANN, BEN, BOT, CHAT, TOKEN, Json, raw, said
from tests.bot.loopback import loopback, response
from tests.handlers.scene import NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.desk import Office
    from models.database import Database
    from services.words import Words

FOUND = response("200 OK", b'{"ok":true,"result":{"file_id":"f","file_path":"documents/1.yaml"}}')
GONE = response("400 Bad Request", b'{"ok":false,"error_code":400,"description":"Bad Request: file is too big"}')


def file(content: bytes) -> bytes:
    return response("200 OK", content)


@pytest.fixture
async def office(words: Words) -> AsyncIterator[Office]:
    async with build(TOKEN, words=words, bot=BOT, request=KnownBot(BOT)) as built:
        yield built


@pytest.fixture
async def staffed(database: Database) -> Database:
    """A database in which Ben is an administrator of the group."""
    async with database.transaction() as work:
        await members.set_status(work, chat_id=CHAT, user_id=BEN, status="administrator", at=NOW)
        await work.commit()
    return database


def asking(number: int = 2, text: str = "/settings import", *, by: int = BEN, size: int = 10) -> Json:
    """A command that answers to a document."""
    document: Json = {"file_id": "f", "file_unique_id": "u", "file_size": size, "file_name": "rules.yaml"}
    update = said(number, text, by=by, answers=said(1, "", by=ANN))
    update["message"]["reply_to_message"] |= {"document": document}
    return update


async def fetched(
    database: Database, office: Office, *updates: Json, answers: tuple[bytes | None, ...], patience: float = 6.0
) -> tuple[dict[int, Attachment], list[str]]:
    """What is fetched, and what Telegram was asked for."""
    async with loopback(*answers) as server, TelegramApi(server.address, TOKEN) as api:
        batch = list(arrivals([raw(update) for update in updates], office.bot))
        found = await Files(database=database, api=api, patience=patience).fetch(batch)
        return found, [line.split()[1].replace(TOKEN, "…") for line, _ in server.requests]


async def test_a_document_is_fetched_by_its_path(staffed: Database, office: Office) -> None:
    found, asked = await fetched(staffed, office, asking(), answers=(FOUND, file(b"steward: 1\n")))
    assert found == {2: Attachment(content=b"steward: 1\n")}
    assert asked == ["/bot…/getFile", "/file/bot…/documents/1.yaml"]


@pytest.mark.parametrize(
    "update",
    [asking(by=ANN), asking(text="/rules"), asking(text="look at this"), said(2, "/settings import", by=BEN)],
    ids=["by a member", "another command", "no command", "no document"],
)
async def test_nothing_is_fetched_otherwise(staffed: Database, office: Office, update: Json) -> None:
    assert await fetched(staffed, office, update, answers=(FOUND,)) == ({}, [])


async def test_a_large_document_is_not_even_asked_for(staffed: Database, office: Office) -> None:
    found, asked = await fetched(staffed, office, asking(size=MOST_BYTES + 1), answers=(FOUND,))
    assert (found, asked) == ({2: Attachment(fault="large")}, [])


async def test_a_document_larger_than_it_says_is_dropped(staffed: Database, office: Office) -> None:
    found, _ = await fetched(staffed, office, asking(), answers=(FOUND, file(b"x" * (MOST_BYTES + 1))))
    assert found == {2: Attachment(fault="large")}


@pytest.mark.parametrize(
    "answers",
    [(GONE,), (b"",), (FOUND, response("404 Not Found", b"")), (FOUND, b""), (response("200 OK", b'{"ok":true}'),)],
)
async def test_what_cannot_be_fetched_is_said_to_be_so(
    staffed: Database, office: Office, answers: tuple[bytes, ...]
) -> None:
    found, _ = await fetched(staffed, office, asking(), answers=answers)
    assert found == {2: Attachment(fault="unreachable")}


async def test_nobody_waits_long_for_a_document(staffed: Database, office: Office) -> None:
    found, _ = await fetched(staffed, office, asking(), answers=(FOUND, None), patience=0.2)
    assert found == {2: Attachment(fault="unreachable")}


async def test_one_batch_fetches_a_few(staffed: Database, office: Office) -> None:
    updates = [asking(number) for number in range(2, 9)]
    content = file(json.dumps({"ok": True, "result": {"file_path": "a"}}).encode())
    found, _ = await fetched(staffed, office, *updates, answers=(content,))
    assert len(found) == MOST_AT_ONCE
