"""/night: the hours in which the chat is closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments
from handlers.command import Command, Scope
from handlers.kinds import Spoken
from services.settings import change, settings_of

if TYPE_CHECKING:
    from handlers.turn import Turn

HOURS = re.compile(r"(\d{1,2})(?:[:：](\d{2}))?\s*[-–—~～至]\s*(\d{1,2})(?:[:：](\d{2}))?")  # matching data, noqa: zh
OFF = frozenset({"off", "no", "关闭", "关"})  # matching data, noqa: zh
ON = frozenset({"on", "yes", "开启", "开"})  # matching data, noqa: zh
CLOSES = Spoken(
    {
        "all": "everything",
        "全部": "everything",  # matching data, noqa: zh
        "媒体": "media",  # matching data, noqa: zh
    }
)


class NightArguments(Arguments):
    """From when until when, or off; and what is closed then. Nothing tells how it stands."""

    hours: str = ""
    closes: Annotated[Literal["everything", "media"], CLOSES] | None = None


async def night(turn: Turn, arguments: NightArguments) -> None:
    """Set the hours, switch them off, or tell them."""
    word = arguments.hours.lower()
    if word in OFF:
        await _set(turn, "enabled", value=False)
    elif word in ON:
        await _set(turn, "enabled", value=True)
    elif word:
        found = HOURS.fullmatch(word)
        if found is None:
            raise Refusal(phrase("night-hours-unknown"))
        await _set(turn, "begins", value=f"{int(found[1]):02d}:{found[2] or '00'}")
        await _set(turn, "ends", value=f"{int(found[3]):02d}:{found[4] or '00'}")
        await _set(turn, "enabled", value=True)
    if arguments.closes is not None:
        await _set(turn, "closes", value=arguments.closes)
    hours = (await settings_of(turn.work, turn.about_chat)).night
    key = f"night-state-{hours.closes}" if hours.enabled else "night-state-off"
    turn.say(phrase(key, begins=hours.begins, ends=hours.ends, timezone=turn.settings.timezone))


async def _set(turn: Turn, name: str, *, value: str | bool) -> None:
    await change(turn.work, chat_id=turn.about_chat, path=f"night.{name}", value=value, by=turn.user_id, now=turn.now)


COMMANDS = (
    Command(
        name="night",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="entrance",
        arguments=NightArguments,
        run=night,
        bot_rights=frozenset({"can_restrict_members"}),
    ),
)
