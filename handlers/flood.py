"""/setflood and /flood: how many messages are too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from domain import durations
from domain.entries import NO
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import read_action
from domain.rules.flood import FloodSettings
from handlers.arguments import Arguments, Rest
from handlers.command import Command, NoArguments, Scope
from services.settings import change

if TYPE_CHECKING:
    from handlers.turn import Turn

COUNT = re.compile(r"[0-9]{1,5}")
FEWEST_IN_A_ROW = 2


class Limit(Arguments):
    """`5` in a row, `8 10s` in a time, or `off`."""

    limit: Rest


async def put(turn: Turn, arguments: Limit) -> None:
    """Count messages in a row, or within a time, or look for floods no more."""
    words = arguments.limit.lower().split()
    if len(words) == 1 and words[0] in NO:
        await _keep(turn, mode="off", row=0)
        turn.say(phrase("rules-flood-off"))
        return
    count = int(words[0]) if COUNT.fullmatch(words[0]) else None
    if count is None or len(words) > 2:  # noqa: PLR2004 - a count and a length of time
        raise Refusal(phrase("rules-flood-unclear"))
    if len(words) == 1:
        await _in_a_row(turn, count)
        return
    span = durations.parse(words[1])
    if span is None:
        raise Refusal(phrase("rules-flood-unclear"))
    await _keep(turn, mode="on", messages=count, seconds=int(span.total_seconds()))
    turn.say(phrase("rules-flood-set", messages=count, seconds=int(span.total_seconds())))


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """What counts as a flood, and what follows."""
    flood = turn.settings.rules.flood
    if flood.mode == "off":
        turn.say(phrase("rules-flood-is-off"))
        return
    lines = [phrase("rules-flood-shown", messages=flood.messages, seconds=flood.seconds)]
    if flood.row:
        lines.append(phrase("rules-flood-shown-row", row=flood.row))
    lines.append(phrase("rules-flood-follows", action=read_action(flood.action).described))
    turn.say(Page(lines=tuple(lines)))


async def _in_a_row(turn: Turn, count: int) -> None:
    if count < FEWEST_IN_A_ROW:
        raise Refusal(phrase("rules-flood-bounds"))
    await _keep(turn, mode="on", row=count)
    turn.say(phrase("rules-flood-set-row", row=count))


async def _keep(turn: Turn, **values: object) -> None:
    try:
        FloodSettings.model_validate(turn.settings.rules.flood.model_dump() | values)
    except ValidationError as error:
        raise Refusal(phrase("rules-flood-bounds")) from error
    for name, value in values.items():
        path = f"rules.flood.{name}"
        await change(turn.work, chat_id=turn.about_chat, path=path, value=value, by=turn.user_id, now=turn.now)


COMMANDS = (
    Command(
        name="flood",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=show,
    ),
    Command(
        name="setflood",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Limit,
        run=put,
    ),
)
