"""A chat is closed for reasons, and opened when none is left."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.effects import SetPermissions
from models.closures import Closure
from services import closing

if TYPE_CHECKING:
    from domain.permissions import Closes
    from models.closures import Reason
    from models.work import Work

CHAT = -1001
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
USUAL = frozenset({"can_send_messages", "can_send_photos"})
CLOSED = [SetPermissions(chat_id=CHAT, allowed=frozenset())]
OPEN = [SetPermissions(chat_id=CHAT, allowed=USUAL)]


def why(reason: Reason, closes: Closes = "everything") -> Closure:
    return Closure(chat_id=CHAT, reason=reason, closes=closes, since=NOW)


async def test_a_chat_is_closed_once_its_permissions_are_known(work: Work) -> None:
    assert await closing.close(work, why("raid")) == []
    assert await closing.waiting(work) == [CHAT]
    assert await closing.apply(work, CHAT, told=None, now=NOW) == []
    assert await closing.apply(work, CHAT, told=USUAL, now=NOW) == CLOSED
    assert await closing.waiting(work) == []


async def test_it_opens_as_it_was_when_no_reason_is_left(work: Work) -> None:
    await closing.close(work, why("night"))
    await closing.apply(work, CHAT, told=USUAL, now=NOW)
    assert await closing.close(work, why("raid")) == CLOSED
    assert await closing.reopen(work, chat_id=CHAT, reason="night") == CLOSED
    assert await closing.reopen(work, chat_id=CHAT, reason="raid") == OPEN


async def test_what_a_closed_chat_allows_is_never_taken_for_usual(work: Work) -> None:
    await closing.close(work, why("night"))
    await closing.apply(work, CHAT, told=USUAL, now=NOW)
    await closing.close(work, why("raid"))
    await closing.apply(work, CHAT, told=frozenset(), now=NOW)
    await closing.reopen(work, chat_id=CHAT, reason="raid")
    assert await closing.reopen(work, chat_id=CHAT, reason="night") == OPEN


async def test_what_was_never_closed_is_not_opened(work: Work) -> None:
    await closing.close(work, why("raid"))
    assert await closing.reopen(work, chat_id=CHAT, reason="raid") == []


async def test_when_telegram_cannot_be_asked_what_was_last_seen_holds(work: Work) -> None:
    await closing.close(work, why("raid"))
    await closing.apply(work, CHAT, told=USUAL, now=NOW)
    await closing.reopen(work, chat_id=CHAT, reason="raid")
    await closing.close(work, why("night", "media"))
    (told,) = await closing.apply(work, CHAT, told=None, now=NOW)
    assert told == SetPermissions(chat_id=CHAT, allowed=frozenset({"can_send_messages"}))
