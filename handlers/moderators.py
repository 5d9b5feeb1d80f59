"""/moderators: what each of those who moderate did, and what of it was taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.phrases import Page, phrase
from domain.roles import Role
from handlers.arguments import Arguments, Duration
from handlers.command import Command, Scope
from services import moderators

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.command import AnyCommand
    from handlers.turn import Turn
    from services.moderators import Named

MONTH = timedelta(days=30)


class ModeratorsArguments(Arguments):
    """How far back."""

    span: Duration = MONTH


async def run(turn: Turn, arguments: ModeratorsArguments) -> None:
    """A line each."""
    found = await moderators.accounts_of(turn.work, turn.about_chat, span=arguments.span, now=turn.now)
    title = phrase("moderators-title", span=arguments.span)
    lines = [_line(one) for one in found] or [phrase("moderators-none")]
    turn.say(Page(lines=(title, *lines)))


def _line(one: Named) -> Phrase:
    account = one.account
    line = phrase(
        "moderators-line",
        who=one.who,
        actions=account.actions,
        overturned=account.overturned,
        percent=account.percent,
    )
    if account.after is None:
        return line
    return phrase("moderators-line-after", line=line, after=max(account.after, timedelta(seconds=1)))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="moderators",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="moderation",
        arguments=ModeratorsArguments,
        run=run,
    ),
)
