"""What is kept for a while only, removed a few rows at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from domain.deliveries import State
from domain.roles import Role
from models import chats, retention, updates
from models.buttons import StoredButton, store
from models.chats import Chat
from models.complaints import Complainant, join
from models.deep_links import add as add_link
from models.messages import MessageRow
from models.messages import add as add_messages
from models.outbox import NewRow, add, add_once
from models.tables import buttons, complainants, deep_links, messages, outbox
from models.tables import updates as updates_table
from services.retention import TURNS, forget_deliveries, forget_texts, forget_updates
from services.settings import change

if TYPE_CHECKING:
    from sqlalchemy import Table

    from models.work import Work

CHAT = -1001
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


async def write(work: Work, *ages: timedelta, chat_id: int = CHAT) -> None:
    await chats.put(work, Chat(chat_id=chat_id, kind="supergroup", title="Group"), now=NOW)
    await add_messages(work, [message(chat_id, number, NOW - age) for number, age in enumerate(ages)])


def message(chat_id: int, message_id: int, at: datetime) -> MessageRow:
    return MessageRow(
        chat_id=chat_id,
        message_id=message_id,
        sent_at=at,
        day=at.date(),
        origin="member",
        user_id=11,
        sender_chat_id=None,
        kind="text",
        text="hello",
        facts='{"via_bot":"gif"}',
        length=5,
        question=False,
        thread_id=None,
        reply_to_message=None,
        reply_to_user=None,
        album=None,
    )


async def kept(work: Work, chat_id: int = CHAT) -> list[int]:
    rows = await work.connection.execute(
        select(messages.c.message_id)
        .where(messages.c.chat_id == chat_id, messages.c.text.is_not(None))
        .order_by(messages.c.message_id)
    )
    return list(rows.scalars())


async def test_what_reporters_wrote_goes_with_the_texts(work: Work) -> None:
    await write(work)
    for message_id, days in ((1, 31), (2, 29)):
        one = Complainant(reporter_id=11, name="Ann", reason="an ad", at=NOW - days * DAY)
        await join(work, chat_id=CHAT, message_id=message_id, complainant=one)
    for turn in range(TURNS):
        await forget_texts(work, now=NOW + turn * MINUTE)
    rows = await work.connection.execute(select(complainants.c.reason).order_by(complainants.c.message_id))
    assert list(rows.scalars()) == ["", "an ad"]


async def count(work: Work, table: Table) -> int:
    found = await work.connection.execute(select(func.count()).select_from(table))
    return found.scalar_one()


async def all_turns(work: Work, *, now: datetime = NOW) -> None:
    for turn in range(TURNS):
        await forget_texts(work, now=now + turn * MINUTE)


async def test_texts_are_kept_as_many_days_as_the_chat_says(work: Work) -> None:
    await write(work, 31 * DAY, 29 * DAY, DAY)
    await all_turns(work)
    assert await kept(work) == [1, 2]
    await change(work, chat_id=CHAT, path="privacy.text_days", value=7, by=None, now=NOW)
    await all_turns(work)
    assert await kept(work) == [2]


async def test_the_message_itself_stays(work: Work) -> None:
    await write(work, 31 * DAY)
    await all_turns(work)
    assert await count(work, messages) == 1


async def test_every_chat_keeps_texts_by_its_own_settings(work: Work) -> None:
    await write(work, 20 * DAY)
    await write(work, 20 * DAY, chat_id=-1002)
    await change(work, chat_id=-1002, path="privacy.text_days", value=1, by=None, now=NOW)
    await all_turns(work)
    assert (await kept(work), await kept(work, -1002)) == ([0], [])


async def test_texts_go_oldest_first_and_the_next_time_goes_on_from_there(work: Work) -> None:
    await write(work, *[(40 - number) * DAY for number in range(5)])
    since, left = None, []
    for _ in range(4):
        since = await retention.remove_texts(work, chat_id=CHAT, since=since, before=NOW - 30 * DAY, limit=2)
        left.append(await kept(work))
    assert left == [[3, 4], [], [], []]
    assert since == NOW - 30 * DAY


@pytest.mark.parametrize(("age", "remembered"), [(2 * DAY, 1), (4 * DAY, 0)])
async def test_update_ids_are_forgotten_after_three_days(work: Work, age: timedelta, remembered: int) -> None:
    await updates.mark_handled(work, [5], now=NOW - age)
    await forget_updates(work, now=NOW)
    assert await count(work, updates_table) == remembered


async def test_no_more_rows_than_the_limit_are_removed_at_once(work: Work) -> None:
    await updates.mark_handled(work, range(5), now=NOW - 4 * DAY)
    removed = [await retention.remove_updates(work, before=NOW - 3 * DAY, limit=2) for _ in range(4)]
    assert removed == [2, 2, 1, 0]


def row(number: int, key: str | None = None) -> NewRow:
    return NewRow(
        chat_id=CHAT,
        row_id=number,
        priority=1,
        method="sendMessage",
        parameters={},
        purpose="reply",
        due_at=NOW,
        key=key,
    )


async def settle(work: Work, state: State, at: datetime | None) -> None:
    await work.connection.execute(outbox.update().values(state=state, settled_at=at))


@pytest.mark.parametrize(
    ("state", "age", "left"),
    [
        (State.SENT, 31 * DAY, 0),
        (State.FAILED, 31 * DAY, 0),
        (State.DROPPED, 31 * DAY, 0),
        (State.SENT, 29 * DAY, 1),
        (State.UNCERTAIN, 31 * DAY, 1),
        (State.DUE, None, 1),
    ],
)
async def test_what_was_settled_a_month_ago_is_forgotten(
    work: Work, state: State, age: timedelta | None, left: int
) -> None:
    await add(work, [row(1)], now=NOW)
    await settle(work, state, None if age is None else NOW - age)
    await forget_deliveries(work, now=NOW)
    assert await count(work, outbox) == left


async def test_what_must_never_be_sent_twice_is_remembered(work: Work) -> None:
    await add_once(work, row(1, key="post:1:2026-01-01:09:00"), now=NOW)
    await settle(work, State.SENT, NOW - 100 * DAY)
    await forget_deliveries(work, now=NOW)
    assert await count(work, outbox) == 1


@pytest.mark.parametrize(("age", "is_kept"), [(31 * DAY, False), (29 * DAY, True)])
async def test_but_not_what_it_said(work: Work, age: timedelta, *, is_kept: bool) -> None:
    await add_once(work, replace(row(1, key="complaint:1"), parameters={"text": "hello"}), now=NOW)
    await settle(work, State.SENT, NOW - age)
    await forget_deliveries(work, now=NOW)
    said = (await work.connection.execute(select(outbox.c.parameters))).scalar_one()
    assert bool(said) is is_kept


async def test_buttons_and_links_are_forgotten_when_they_no_longer_work(work: Work) -> None:
    made = {"chat_id": CHAT, "action": "x", "arguments": {}, "permission": Role.MEMBER, "for_chat": CHAT}
    for token, age in (("old", 31 * DAY), ("new", DAY)):
        await store(work, [StoredButton(token=token, created_at=NOW - age, **made)])  # type: ignore[arg-type]  # one set of values for both
        await add_link(work, token_hash=token, chat_id=CHAT, user_id=None, purpose="x", expires_at=NOW + 2 * DAY - age)
    await forget_deliveries(work, now=NOW)
    assert list((await work.connection.execute(select(buttons.c.token))).scalars()) == ["new"]
    assert list((await work.connection.execute(select(deep_links.c.token_hash))).scalars()) == ["new"]
