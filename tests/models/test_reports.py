"""What reports read, on a community counted by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.reports.metrics import METRICS
from domain.reports.threads import DayMessage
from models import reports, tables
from models.reports import RulesFired
from tests.village import (
    ANN,
    BOB,
    BOT,
    CHAT,
    LAST_TUESDAY,
    MONDAY,
    TUESDAY,
    Cell,
    at,
    live_a_week,
    message,
    put,
    settle,
)

if TYPE_CHECKING:
    from models.work import Work

START, END = at(0), at(0) + timedelta(days=1)
NOON = at(12)


@pytest.mark.parametrize(
    ("day", "active", "messages", "joins", "leaves"),
    [
        (TUESDAY, 4, 62, 3, 3),
        (MONDAY, 2, 10, 0, 1),
        (LAST_TUESDAY, 1, 4, 2, 0),
        (TUESDAY + timedelta(days=1), 0, 0, 0, 0),
    ],
)
async def test_metrics_are_what_a_person_counts(
    work: Work, day: object, active: int, messages: int, joins: int, leaves: int
) -> None:
    await live_a_week(work)
    days = (TUESDAY, MONDAY, LAST_TUESDAY, TUESDAY + timedelta(days=1))
    known = await reports.values(work, chat_id=CHAT, metrics=METRICS, days=days)
    expected = {"active": active, "messages": messages, "joins": joins, "leaves": leaves}
    assert [known[one] for one in days if one == day] == [expected]


async def test_another_chat_counts_nothing_here(work: Work) -> None:
    await live_a_week(work)
    known = await reports.values(work, chat_id=-5, metrics=METRICS, days=[TUESDAY])
    assert set(known[TUESDAY].values()) == {0}


async def test_the_first_day_is_the_oldest_of_the_roll_ups(work: Work) -> None:
    assert await reports.first_day(work, CHAT) is None
    await live_a_week(work)
    assert await reports.first_day(work, CHAT) == LAST_TUESDAY - timedelta(days=1)


async def test_a_days_messages_end_with_the_day_and_leave_out_removed_ones_and_commands(work: Work) -> None:
    await put(
        work,
        tables.messages,
        message(1, ANN, sent_at=at(0)),
        message(2, BOB, reply_to_message=1, thread_id=7),
        message(3, BOT, origin="bot"),
        message(4, ANN, removed=True),
        message(5, ANN, sent_at=END),
        message(6, ANN, text="/top 30d"),
    )
    found = await reports.day_messages(work, chat_id=CHAT, start=START, end=END)
    assert sorted(found, key=lambda one: one.message_id) == [
        DayMessage(1, ANN, None, None),
        DayMessage(2, BOB, 7, 1),
        DayMessage(3, None, None, None),
    ]


async def test_texts_of_removed_messages_stay_hidden(work: Work) -> None:
    await put(work, tables.messages, message(1, ANN), message(2, ANN, removed=True), message(3, ANN, text=None))
    assert await reports.texts(work, chat_id=CHAT, message_ids=[1, 2, 3, 4]) == {1: "words", 2: None, 3: ""}


@pytest.mark.parametrize(
    ("answer", "waits"),
    [
        ({"user_id": BOB}, False),
        ({"user_id": ANN}, True),
        ({"user_id": BOT, "origin": "bot"}, True),
        ({"user_id": None, "origin": "anonymous_admin"}, False),
        ({"user_id": None, "origin": "channel"}, False),
        ({"user_id": None, "origin": "linked_channel"}, True),
        ({"user_id": BOB, "removed": True}, True),
        ({"user_id": BOB, "reply_to_message": 2}, True),
    ],
)
async def test_only_another_persons_answer_answers(work: Work, answer: dict[str, Cell], waits: bool) -> None:  # noqa: FBT001 - a table's column
    row = {**message(9, BOB, hour=11, reply_to_message=1), **answer}
    await put(work, tables.messages, message(1, ANN, question=True), row)
    count, asked = await reports.unanswered(work, chat_id=CHAT, start=START, end=END, limit=5)
    assert (count, [one.message_id for one in asked]) == ((1, [1]) if waits else (0, []))


async def test_those_waiting_longest_come_first_and_all_are_counted(work: Work) -> None:
    rows = [message(number, ANN, hour=12 - number, question=True) for number in range(1, 8)]
    await put(work, tables.messages, *rows, message(20, BOT, origin="bot", question=True))
    count, asked = await reports.unanswered(work, chat_id=CHAT, start=START, end=END, limit=5)
    assert (count, [one.message_id for one in asked]) == (7, [7, 6, 5, 4, 3])


async def test_newcomers_are_people_who_joined_and_stayed(work: Work) -> None:
    await settle(work, joined=[ANN, BOB, BOT])
    await work.connection.execute(tables.members.update().where(tables.members.c.user_id == BOB).values(status="left"))
    assert await reports.newcomers(work, chat_id=CHAT, start=START, end=END, limit=5) == (1, ["Ann"])


async def test_a_rule_fires_once_a_message(work: Work) -> None:
    def entry(number: int, action: str, rule: str | None, message_id: int | None, **more: Cell) -> dict[str, Cell]:
        return {
            "entry_id": number,
            "at": NOON,
            "day": TUESDAY,
            "action": action,
            "rule": rule,
            "message_id": message_id,
            **more,
        }

    await put(
        work,
        tables.audit,
        entry(1, "warn", "links", 5),
        entry(2, "delete", "flood", 6),
        entry(3, "mute", "flood", 6),
        entry(4, "warn", "flood", 7),
        entry(5, "mute", None, None),
        entry(6, "sweep", None, 8),
        entry(7, "warn", "flood", 9, day=MONDAY),
    )
    assert await reports.rules_fired(work, chat_id=CHAT, day=TUESDAY) == RulesFired(
        rules=(("flood", 2), ("links", 1)), warnings=2, mutes=2
    )


async def test_a_public_chat_is_found_by_name(work: Work) -> None:
    await settle(work)
    await work.connection.execute(tables.chats.update().values(username="TheVillage"))
    assert await reports.chat_by_username(work, "thevillage") == CHAT


async def test_an_unknown_name_is_no_chat(work: Work) -> None:
    assert await reports.chat_by_username(work, "nowhere") is None
