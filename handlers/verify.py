"""/verify: what the bot can and cannot do in this group, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import BLANK, Page, phrase
from domain.roles import Role
from handlers.command import AnyCommand, Command, NoArguments, Scope
from services.rights import inspect, is_sound

if TYPE_CHECKING:
    from handlers.turn import Turn


async def verify(turn: Turn, _arguments: NoArguments) -> None:
    """One line for each thing that decides what the bot can do here."""
    findings = await inspect(turn.work, turn.about_chat, reads_all=turn.bot.reads_all)
    verdict = phrase("verify-sound" if is_sound(findings) else "verify-to-mend")
    turn.say(Page(lines=(phrase("verify-title"), BLANK, *(finding.line for finding in findings), BLANK, verdict)))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="verify",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=NoArguments,
        run=verify,
    ),
)
