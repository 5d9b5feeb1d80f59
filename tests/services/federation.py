"""Groups of a federation for tests: three with an administrator each, somebody to ban, a federation over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from domain.effects import Ban
from domain.people import Sighting
from models import chats, members, people
from models.chats import Chat
from services import federation_lists, federations
from services.shared_bans import run_errand, sweep

if TYPE_CHECKING:
    from domain.effects import Effect
    from models.federations import Federation
    from models.work import Work

ONE, TWO, THREE, OUTSIDE = -1001, -1002, -1003, -1009
GROUPS = (ONE, TWO, THREE)
OWNER, ADMIN, SPAM = 70, 71, 666
NAMES = {OWNER: "Olga", ADMIN: "Adam", SPAM: "Spam"}
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
RIGHTS = ("can_restrict_members",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Union:
    """A federation of three groups, and what happens in it."""

    work: Work
    federation: Federation

    async def ban(self, *, user_id: int = SPAM, chat_id: int = ONE, by: int | None = OWNER) -> list[Effect]:
        """Somebody is banned in it; what that leads to where it was ordered."""
        outcome = await federation_lists.ban(
            self.work, chat_id=chat_id, user_id=user_id, name="Spam", reason="selling accounts", by=by, now=NOW
        )
        return outcome.effects

    async def unban(self, *, user_id: int = SPAM, now: datetime = LATER) -> None:
        """The ban is lifted."""
        await federation_lists.unban(self.work, chat_id=ONE, user_id=user_id, by=OWNER, now=now)

    async def join(self, chat_id: int) -> None:
        """A group joins."""
        key = self.federation.federation_id
        await federations.join(self.work, chat_id=chat_id, federation_id=key, by=OWNER, now=NOW)


async def union(work: Work) -> Union:
    """Three groups in a federation, and one outside; the spammer is in all of them."""
    for user_id, name in NAMES.items():
        await people.remember(work, [(Sighting(user_id=user_id, name=name), NOW)])
    for chat_id in (*GROUPS, OUTSIDE):
        chat = Chat(
            chat_id=chat_id,
            kind="supergroup",
            title=f"Group {chat_id}",
            bot_status="administrator",
            bot_rights=RIGHTS,
        )
        await chats.put(work, chat, now=NOW)
        await set_status(work, chat_id, OWNER, "creator")
        await set_status(work, chat_id, SPAM, "member")
    made = Union(work=work, federation=await federations.found(work, name="City groups", by=OWNER, now=NOW))
    for chat_id in GROUPS:
        await made.join(chat_id)
    return made


async def set_status(work: Work, chat_id: int, user_id: int, status: str) -> None:
    """Telegram's status of somebody."""
    await members.set_status(work, chat_id=chat_id, user_id=user_id, status=status, at=NOW)


async def carried_out(work: Work, *, now: datetime = LATER, times: int = 8) -> list[Effect]:
    """What the clock does about bans in a few seconds."""
    effects: list[Effect] = []
    for _ in range(times):
        effects += await run_errand(work, now=now)
        effects += await sweep(work, now=now)
    return effects


def bans(effects: list[Effect]) -> list[tuple[int, int]]:
    """Who is banned where, in order of the groups."""
    return sorted((one.chat_id, one.user_id) for one in effects if isinstance(one, Ban))
