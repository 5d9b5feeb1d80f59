"""Warnings given to members: in force until they expire or are lifted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from models.tables import warnings

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A warning in force. `rule` is the automatic rule that gave it, `given_by` the manager who did."""

    warning_id: int
    rule: str | None
    rule_number: int | None
    reason: str
    given_by: int | None
    given_at: datetime


async def give(
    work: Work,
    *,
    chat_id: int,
    user_id: int,
    rule: str | None,
    rule_number: int | None,
    reason: str,
    given_by: int | None,
    given_at: datetime,
    expires_at: datetime,
) -> int:
    """Keep one warning; its id."""
    warning_id = work.identifiers.next(given_at)
    await work.connection.execute(
        warnings.insert().values(
            chat_id=chat_id,
            warning_id=warning_id,
            user_id=user_id,
            rule=rule,
            rule_number=rule_number,
            reason=reason,
            given_by=given_by,
            given_at=given_at,
            expires_at=expires_at,
        )
    )
    return warning_id


async def in_force(work: Work, *, chat_id: int, user_id: int, at: datetime) -> list[Given]:
    """Warnings neither lifted nor expired at an instant, oldest first."""
    rows = await work.connection.execute(
        select(warnings)
        .where(
            warnings.c.chat_id == chat_id,
            warnings.c.user_id == user_id,
            warnings.c.lifted_at.is_(None),
            warnings.c.expires_at > at,
        )
        .order_by(warnings.c.given_at, warnings.c.warning_id)
    )
    return [
        Given(
            warning_id=row.warning_id,
            rule=row.rule,
            rule_number=row.rule_number,
            reason=row.reason,
            given_by=row.given_by,
            given_at=row.given_at,
        )
        for row in rows
    ]


async def lift(work: Work, *, chat_id: int, warning_ids: Collection[int], by: int | None, at: datetime) -> None:
    """Let warnings count no more."""
    await work.connection.execute(
        update(warnings)
        .where(warnings.c.chat_id == chat_id, warnings.c.warning_id.in_(warning_ids))
        .values(lifted_at=at, lifted_by=by)
    )


async def reinstate(work: Work, *, chat_id: int, warning_ids: Collection[int]) -> None:
    """Let warnings count again that were used up by a step which has been taken back."""
    chosen = (warnings.c.chat_id == chat_id, warnings.c.warning_id.in_(warning_ids))
    await work.connection.execute(update(warnings).where(*chosen).values(lifted_at=None, lifted_by=None))
