"""What chats have taught the spam classifier: counts by feature, and the lessons they come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from sqlalchemy import delete, func, select, update

from models.tables import spam_features, spam_lessons
from models.work import Insert, insert_into

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from models.work import Work

Label: TypeAlias = Literal["spam", "ham"]
# A verdict is a manager's word; a sample is what a member in good standing wrote.
Source: TypeAlias = Literal["verdict", "sample"]

BYTES = 4
MOST_ASKED = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A message learnt from: `features` by number, counted `weight` times."""

    message_id: int
    label: Label
    source: Source
    features: tuple[int, ...]
    weight: int
    at: datetime


@cache
def _add(*, sqlite_dialect: bool) -> Insert:
    statement = insert_into(spam_features, sqlite_dialect=sqlite_dialect)
    return statement.on_conflict_do_update(
        index_elements=["chat_id", "feature"],
        set_={name: spam_features.c[name] + statement.excluded[name] for name in ("spam", "ham")},
    )


async def counts(work: Work, chat_id: int, features: Collection[int]) -> dict[int, tuple[int, int]]:
    """How often the chat has seen each of these in spam and in talk; what it never saw is left out."""
    found: dict[int, tuple[int, int]] = {}
    wanted = sorted(features)
    for start in range(0, len(wanted), MOST_ASKED):
        rows = await work.connection.execute(
            select(spam_features.c.feature, spam_features.c.spam, spam_features.c.ham).where(
                spam_features.c.chat_id == chat_id, spam_features.c.feature.in_(wanted[start : start + MOST_ASKED])
            )
        )
        found.update({row.feature: (row.spam, row.ham) for row in rows})
    return found


async def is_taught(work: Work, chat_id: int) -> bool:
    """Whether the chat has taught anything."""
    any_feature = select(spam_features.c.feature).where(spam_features.c.chat_id == chat_id).limit(1)
    return (await work.connection.execute(any_feature)).first() is not None


async def find(work: Work, chat_id: int, message_id: int) -> Lesson | None:
    """The lesson a message was, when it was one."""
    row = (
        await work.connection.execute(
            select(spam_lessons).where(spam_lessons.c.chat_id == chat_id, spam_lessons.c.message_id == message_id)
        )
    ).one_or_none()
    if row is None:
        return None
    return Lesson(
        message_id=row.message_id,
        label=row.label,
        source=row.source,
        features=_unpacked(row.features),
        weight=row.weight,
        at=row.at,
    )


async def last_sample_at(work: Work, chat_id: int) -> datetime | None:
    """When the chat's newest sample was taken."""
    newest = select(func.max(spam_lessons.c.at)).where(
        spam_lessons.c.chat_id == chat_id, spam_lessons.c.source == "sample"
    )
    found: datetime | None = (await work.connection.execute(newest)).scalar()
    return found


async def add(work: Work, chat_id: int, lesson: Lesson) -> None:
    """Keep a lesson and count it. The message must be no lesson yet."""
    await work.connection.execute(
        spam_lessons.insert().values(
            chat_id=chat_id,
            message_id=lesson.message_id,
            label=lesson.label,
            source=lesson.source,
            features=_packed(lesson.features),
            weight=lesson.weight,
            at=lesson.at,
        )
    )
    spam, ham = (lesson.weight, 0) if lesson.label == "spam" else (0, lesson.weight)
    rows = [
        {"chat_id": chat_id, "feature": feature, "spam": spam, "ham": ham} for feature in sorted(set(lesson.features))
    ]
    if rows:
        await work.connection.execute(_add(sqlite_dialect=work.is_sqlite), rows)


async def remove(work: Work, chat_id: int, lesson: Lesson) -> None:
    """Take a lesson back: what it counted counts no more, and features nobody else taught are forgotten."""
    await work.connection.execute(
        delete(spam_lessons).where(spam_lessons.c.chat_id == chat_id, spam_lessons.c.message_id == lesson.message_id)
    )
    column = spam_features.c[lesson.label]
    wanted = sorted(set(lesson.features))
    for start in range(0, len(wanted), MOST_ASKED):
        own = (spam_features.c.chat_id == chat_id) & spam_features.c.feature.in_(wanted[start : start + MOST_ASKED])
        # What was pruned in between and learnt anew has been counted less often than it is taken back.
        less = update(spam_features).where(own, column >= lesson.weight).values({column: column - lesson.weight})
        await work.connection.execute(less)
        await work.connection.execute(
            delete(spam_features).where(own, spam_features.c.spam == 0, spam_features.c.ham == 0)
        )


async def prune(work: Work, chat_id: int, *, most_features: int, most_lessons: int) -> None:
    """Forget the features seen most rarely and the oldest lessons, down to so many of each."""
    own = spam_features.c.chat_id == chat_id
    count = (await work.connection.execute(select(func.count()).select_from(spam_features).where(own))).scalar_one()
    if count > most_features:
        rarest = (
            select(spam_features.c.feature)
            .where(own)
            .order_by(spam_features.c.spam + spam_features.c.ham, spam_features.c.feature)
            .limit(count - most_features)
        )
        await work.connection.execute(delete(spam_features).where(own, spam_features.c.feature.in_(rarest)))
    oldest = (
        select(spam_lessons.c.message_id)
        .where(spam_lessons.c.chat_id == chat_id)
        .order_by(spam_lessons.c.at.desc(), spam_lessons.c.message_id.desc())
        .offset(most_lessons)
        .limit(MOST_ASKED)
    )
    await work.connection.execute(
        delete(spam_lessons).where(spam_lessons.c.chat_id == chat_id, spam_lessons.c.message_id.in_(oldest))
    )


async def erase(work: Work, chat_id: int) -> None:
    """Forget everything the chat has taught."""
    for table in (spam_features, spam_lessons):
        await work.connection.execute(delete(table).where(table.c.chat_id == chat_id))


def _packed(features: tuple[int, ...]) -> bytes:
    return b"".join(feature.to_bytes(BYTES, "big") for feature in sorted(set(features)))


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(packed[start : start + BYTES], "big") for start in range(0, len(packed), BYTES))
