"""The rules a chat has written for itself, by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from models.tables import chat_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.work import Work


async def texts(work: Work, chat_id: int) -> dict[int, str]:
    """Rules by number, in order; empty when the chat has written none."""
    rows = await work.connection.execute(
        select(chat_rules.c.number, chat_rules.c.text)
        .where(chat_rules.c.chat_id == chat_id)
        .order_by(chat_rules.c.number)
    )
    return {row.number: row.text for row in rows}


async def replace(work: Work, chat_id: int, rules: Sequence[str]) -> None:
    """Let these be the chat's rules, numbered from 1, in place of all before; none at all is allowed."""
    await work.connection.execute(delete(chat_rules).where(chat_rules.c.chat_id == chat_id))
    rows = [{"chat_id": chat_id, "number": number, "text": rule} for number, rule in enumerate(rules, start=1)]
    if rows:
        await work.connection.execute(chat_rules.insert(), rows)
