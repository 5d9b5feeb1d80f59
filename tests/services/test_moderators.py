"""What each did, by the verdicts, with the time from message to action."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.phrases import Person, Phrase
from models import messages
from models.administrators import mark_read
from models.messages import MessageRow
from services import moderators, verdicts
from tests.court import ADA, BOSS, CHAT, DEPUTY, NOW, convene, sentenced

if TYPE_CHECKING:
    from models.work import Work


async def write(work: Work, message_id: int, *, before: timedelta) -> None:
    row = MessageRow(
        chat_id=CHAT,
        message_id=message_id,
        sent_at=NOW - before,
        day=NOW.date(),
        origin="member",
        user_id=ADA,
        sender_chat_id=None,
        kind="text",
        text=None,
        facts=None,
        length=0,
        question=False,
        thread_id=None,
        reply_to_message=None,
        reply_to_user=None,
        album=None,
    )
    await messages.add(work, [row])


async def told(work: Work, days: int = 30) -> list[tuple[str, int, int, timedelta | None]]:
    found = await moderators.accounts_of(work, CHAT, span=timedelta(days=days), now=NOW)
    names = [one.who.name if isinstance(one.who, Person) else one.who.key for one in found]
    accounts = [one.account for one in found]
    return [(name, one.actions, one.overturned, one.after) for name, one in zip(names, accounts, strict=True)]


async def test_rules_and_managers_each_have_a_line(work: Work) -> None:
    await convene(work)
    await write(work, 50, before=timedelta(minutes=4))
    await sentenced(work)
    overturned = await sentenced(work, "mute 6h", by=BOSS)
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=overturned.verdict_id, by=DEPUTY, now=NOW)
    await sentenced(work, by=BOSS, message_id=None)
    assert await told(work) == [
        ("moderators-rules", 1, 0, timedelta(minutes=4)),
        ("Boss", 2, 1, timedelta(minutes=4)),
    ]


async def test_what_only_watched_or_waits_is_no_deed(work: Work) -> None:
    await convene(work)
    await sentenced(work, mode="shadow")
    await sentenced(work, "review", state="open")
    await sentenced(work, at=NOW - timedelta(days=8))
    assert await told(work, days=7) == []


async def test_who_is_anonymous_is_not_named(work: Work) -> None:
    await convene(work)
    await mark_read(work, CHAT, NOW, anonymous=[BOSS])
    await sentenced(work, by=BOSS)
    await sentenced(work, mode="manual")
    found = await moderators.accounts_of(work, CHAT, span=timedelta(days=30), now=NOW)
    assert [one.who for one in found] == [Phrase(key="moderation-anonymous")] * 2
