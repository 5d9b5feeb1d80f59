"""A little community whose days can be counted by hand, written straight into the tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from models import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Table

    from models.work import Work

CHAT = -1001234567890
TUESDAY = date(2026, 7, 14)
MONDAY, LAST_TUESDAY = TUESDAY - timedelta(days=1), TUESDAY - timedelta(days=7)
ANN, BOB, CAT, DAN, BOT = 11, 12, 13, 14, 99
NAMES = {ANN: "Ann", BOB: "Bob", CAT: "Cat", DAN: "Dan", BOT: "Robot"}

Cell = str | int | bool | date | datetime | None


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    """A time of the day, in UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


async def put(work: Work, table: Table, *rows: Mapping[str, object]) -> None:
    """Rows of the village's chat."""
    for row in rows:
        await work.connection.execute(table.insert().values(**{"chat_id": CHAT, **row}))


async def settle(work: Work, *, joined: Iterable[int] = ()) -> None:
    """The chat and its people; those who joined did so on Tuesday at eight."""
    await put(work, tables.chats, {"kind": "supergroup", "title": "Village", "first_seen_at": at(0, day=LAST_TUESDAY)})
    for user_id, name in NAMES.items():
        await work.connection.execute(
            tables.people.insert().values(
                user_id=user_id, name=name, is_bot=user_id == BOT, seen_at=at(0), private_chat=user_id == ANN
            )
        )
        await put(
            work,
            tables.members,
            {
                "user_id": user_id,
                "status": "member",
                "status_at": at(0),
                "joined_at": at(8) if user_id in set(joined) else None,
                "first_seen_at": at(0, day=LAST_TUESDAY),
                "last_seen_at": at(user_id % 24),
            },
        )


async def live_a_week(work: Work) -> None:
    """Tuesday beside Monday and last Tuesday; the village began the day before that one.

    Tuesday: Ann writes 60 messages, Bob writes 2, Cat only reacts, Dan only checks in, the robot is only answered.
    Bob and Cat respond to Ann, Ann to Bob; Ann's answer to herself is no response.
    """
    await put(
        work,
        tables.chat_hours,
        {"day": LAST_TUESDAY - timedelta(days=1), "hour": 20, "messages": 1},
        {"day": LAST_TUESDAY, "hour": 9, "messages": 4, "joins": 2},
        {"day": MONDAY, "hour": 9, "messages": 10, "leaves": 1},
        {"day": TUESDAY, "hour": 9, "messages": 40, "joins": 2},
        {"day": TUESDAY, "hour": 21, "messages": 22, "joins": 1, "leaves": 3},
    )
    await put(
        work,
        tables.member_days,
        {"day": LAST_TUESDAY, "user_id": ANN, "messages": 4},
        {"day": MONDAY, "user_id": ANN, "messages": 7},
        {"day": MONDAY, "user_id": BOB, "messages": 3},
        {"day": TUESDAY, "user_id": ANN, "messages": 60, "replies_received": 2, "reactions_received": 1},
        {"day": TUESDAY, "user_id": BOB, "messages": 2, "replies_received": 1, "replies_sent": 1},
        {"day": TUESDAY, "user_id": CAT, "reactions_given": 1},
        {"day": TUESDAY, "user_id": DAN, "activities": 1},
        {"day": TUESDAY, "user_id": BOT, "replies_received": 5},
    )
    await put(
        work,
        tables.pair_days,
        {"day": TUESDAY, "from_user": BOB, "to_user": ANN, "replies": 1},
        {"day": TUESDAY, "from_user": CAT, "to_user": ANN, "reactions": 1},
        {"day": TUESDAY, "from_user": DAN, "to_user": ANN, "mentions": 1},
        {"day": TUESDAY, "from_user": ANN, "to_user": ANN, "replies": 1},
        {"day": TUESDAY, "from_user": ANN, "to_user": BOB, "replies": 1},
        {"day": MONDAY, "from_user": BOB, "to_user": ANN, "replies": 3},
    )


def message(
    message_id: int, user_id: int | None, *, hour: int = 10, text: str | None = "words", **more: Cell
) -> dict[str, Cell]:
    """A row of messages."""
    sent_at = at(hour)
    return {
        "message_id": message_id,
        "sent_at": sent_at,
        "day": sent_at.date(),
        "origin": "member",
        "user_id": user_id,
        "kind": "text",
        "text": text,
        "length": len(text or ""),
        **more,
    }
