"""Those who run a chat, as members see them: names and @usernames to be told apart from look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from domain.roles import Role, role_of
from domain.rules.judgement import Staff
from models.tables import members, people

if TYPE_CHECKING:
    from models.work import Work


async def staff_of(work: Work, chat_id: int) -> tuple[Staff, ...]:
    """Everybody above a plain member whose name is known, bots apart; remembered until one of them changes."""
    remembered = work.cache.get(("staff", chat_id))
    if isinstance(remembered, tuple):
        return remembered
    powerful = members.c.status.in_(("creator", "administrator")) | members.c.role.is_not(None)
    rows = await work.connection.execute(
        select(members.c.user_id, members.c.status, members.c.role, people.c.name, people.c.username)
        .join(people, people.c.user_id == members.c.user_id)
        .where(members.c.chat_id == chat_id, powerful, people.c.is_bot.is_(False))
        .order_by(members.c.user_id)
    )
    found = tuple(
        Staff(user_id=row.user_id, name=row.name, username=row.username or "")
        for row in rows
        if _role(row.status, row.role) >= Role.SPECIALIST
    )
    work.cache.put(("staff", chat_id), found)
    return found


def _role(status: str, assigned: int | None) -> Role:
    return role_of(status=status, assigned=None if assigned is None else Role(assigned), is_process_owner=False)
