"""A group with managers and a member acted upon: what tests of appeals and reviews begin with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from domain.effects import Button, Send
from domain.people import Sighting
from domain.rules.actions import read_action
from domain.rules.sanctions import Offender
from models import members, people
from services import chats, verdicts
from services.sanctions import Case, decide
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.effects import Effect
    from models.verdicts import Mode, State, Verdict
    from models.work import Work

CHAT, CHANNEL = -1001000000001, -1009
BOSS, DEPUTY, ADA = 3, 4, 7
NAMES = {BOSS: "Boss", DEPUTY: "Dep", ADA: "Ada <i>"}
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
MEMBER = Offender(chat_id=CHAT, name="Ada <i>", user_id=ADA)


async def convene(
    work: Work, *, managers: Iterable[int] = (BOSS, DEPUTY), reachable: Iterable[int] = (BOSS, DEPUTY)
) -> None:
    """The group; those reachable have opened a private chat with the bot."""
    await chats.see(work, chat_id=CHAT, kind="supergroup", title="Club", now=NOW)
    for user_id, name in NAMES.items():
        await people.remember(work, [(Sighting(user_id=user_id, name=name), NOW)])
        status = "administrator" if user_id in managers else "member"
        before = NOW - timedelta(days=30)
        await members.set_status(work, chat_id=CHAT, user_id=user_id, status=status, at=before)
        await people.open_private_chat(work, user_id, is_open=user_id in reachable)
    presence = members.Presence(messages=9, worthy=8, first_at=NOW, last_at=NOW)
    await members.add_presence(work, {(CHAT, ADA): presence})


async def sentenced(
    work: Work,
    written: str = "warn",
    *,
    by: int | None = None,
    rule: str | None = "links",
    offender: Offender = MEMBER,
    mode: Mode | None = None,
    state: State = "standing",
    at: datetime = NOW,
    message_id: int | None = 50,
    trusted: bool = False,
) -> Verdict:
    """Somebody is acted upon, by a rule or by a manager."""
    settings = await settings_of(work, CHAT)
    case = Case(
        offender=offender,
        settings=settings,
        at=at,
        now=at,
        rule=None if by else rule,
        number=4,
        by=by,
        message_id=message_id,
    )
    return await verdicts.record(
        work,
        case,
        await decide(work, case, read_action(written)),
        mode=mode or ("manual" if by else "on"),
        state=state,
        quote="evil.example",
        text="come to evil.example",
        seen={"messages": 9, "trusted": trusted, "joined_at": at.isoformat(), "links": ["https://evil.example/x"]},
    )


def sends(effects: Iterable[Effect], *, to: int | None = None) -> list[Send]:
    """What is said, to one chat or to all."""
    return [one for one in effects if isinstance(one, Send) and to in {None, one.chat_id}]


def buttons(send: Send) -> list[Button]:
    """The buttons under a message."""
    return [button for row in send.keyboard for button in row if isinstance(button, Button)]
