"""/timezone: the clock a group lives by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import menu, zones
from domain.effects import Button
from domain.phrases import phrase
from domain.pickers import zone_label
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from handlers.settings import say_page
from services.settings import change

if TYPE_CHECKING:
    from handlers.turn import Turn

PLACE_CELLS = 60


class TimezoneArguments(Arguments):
    """An IANA name or a city; left out, common zones are offered."""

    place: Rest = ""


async def timezone(turn: Turn, arguments: TimezoneArguments) -> None:
    """Set the zone, or offer those with names near to what was written."""
    if not arguments.place:
        await say_page(turn, "timezone")
        return
    zone = zones.zone_named(arguments.place)
    if zone is None:
        _offer(turn, arguments.place)
        return
    await change(turn.work, chat_id=turn.about_chat, path="timezone", value=zone, by=turn.user_id, now=turn.now)
    turn.say(phrase("timezone-set", zone=zone_label(zone, turn.now)))


def _offer(turn: Turn, place: str) -> None:
    near = zones.with_offset(place, turn.now) or zones.suggestions(place)
    if not near:
        turn.say(phrase("timezone-unknown", place=shorten(place, PLACE_CELLS)))
        return
    rows = tuple(
        (
            Button(
                label=zone_label(zone, turn.now),
                action=menu.SET,
                arguments={"path": "timezone", "value": zone},
                permission=Role.MANAGER,
                chat_id=turn.about_chat,
            ),
        )
        for zone in near
    )
    turn.say(phrase("timezone-near", place=shorten(place, PLACE_CELLS)), keyboard=rows)


COMMANDS = (
    Command(
        name="timezone",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=TimezoneArguments,
        run=timezone,
    ),
)
