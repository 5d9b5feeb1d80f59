"""/slowmode: one message a member in so long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain import durations
from domain.entries import NOTHING
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.slowmode import LONGEST
from handlers.arguments import Arguments
from handlers.command import Command, Scope
from services.settings import change

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn

SHORTEST = 5
OFF = frozenset({"off", "no", "0", "关", "关闭"}) | NOTHING  # matching data, noqa: zh


class HowLong(Arguments):
    """How long a member must wait, or off; left out, what holds now."""

    wait: str = ""


async def slowmode(turn: Turn, arguments: HowLong) -> None:
    """Switch slow mode on or off, or say how it is."""
    wanted = arguments.wait.lower()
    if wanted in OFF:
        await _change(turn, "mode", "off")
        turn.say(phrase("cleaning-slow-off"))
        return
    if not wanted:
        rule = turn.settings.rules.slowmode
        span = timedelta(seconds=rule.seconds)
        turn.say(phrase("cleaning-slow-off") if rule.mode == "off" else phrase("cleaning-slow-on", span=span))
        return
    given = durations.parse(wanted)
    if given is None or not SHORTEST <= given.total_seconds() <= LONGEST:
        least, most = timedelta(seconds=SHORTEST), timedelta(seconds=LONGEST)
        raise Refusal(phrase("cleaning-slow-refused", least=least, most=most))
    await _change(turn, "seconds", int(given.total_seconds()))
    await _change(turn, "mode", "on")
    turn.say(phrase("cleaning-slow-on", span=given))


async def _change(turn: Turn, name: str, value: str | int) -> None:
    path = f"rules.slowmode.{name}"
    await change(turn.work, chat_id=turn.about_chat, path=path, value=value, by=turn.user_id, now=turn.now)


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="slowmode",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=HowLong,
        run=slowmode,
        bot_rights=frozenset({"can_delete_messages"}),
    ),
)
