"""Telegram's own lines go where the chat wants it and the bot may."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from domain.effects import Delete, Priority
from models import chats
from models.chats import Chat
from services import pins
from services.cleaning import ServiceLine, notice_line
from services.settings import change

if TYPE_CHECKING:
    from models.work import Work

CHAT = -1001
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
JOIN = ServiceLine(chat_id=CHAT, message_id=5, at=NOW, kind="join")
GONE = Delete(chat_id=CHAT, message_ids=(5,), priority=Priority.POST)


async def choose(work: Work, *kinds: str) -> None:
    await change(work, chat_id=CHAT, path="cleaning.service", value=kinds, by=None, now=NOW)


async def test_by_default_they_stay(work: Work) -> None:
    assert await notice_line(work, JOIN, now=NOW) == []


async def test_chosen_kinds_go(work: Work) -> None:
    await choose(work, "join")
    assert await notice_line(work, JOIN, now=NOW) == [GONE]
    assert await notice_line(work, ServiceLine(chat_id=CHAT, message_id=6, at=NOW, kind="pin"), now=NOW) == []


async def test_what_is_too_old_is_not_tried(work: Work) -> None:
    await choose(work, "all")
    assert await notice_line(work, JOIN, now=NOW + timedelta(hours=48)) == []


async def test_without_the_right_nothing_is_tried(work: Work) -> None:
    await choose(work, "all")
    await chats.put(work, Chat(chat_id=CHAT, kind="supergroup", title="", bot_status="administrator"), now=NOW)
    assert await notice_line(work, JOIN, now=NOW) == []


async def test_a_pin_is_remembered(work: Work) -> None:
    pinned = ServiceLine(chat_id=CHAT, message_id=6, at=NOW, kind="pin", pinned=4)
    await notice_line(work, pinned, now=NOW)
    assert await pins.newest(work, CHAT) == 4
