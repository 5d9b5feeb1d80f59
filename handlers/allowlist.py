"""/allowlist and /rmallowlist: what passes the locks all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from domain.rules.exemptions import MOST, exemption
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from services.settings import change

if TYPE_CHECKING:
    from handlers.turn import Turn

PATH = "rules.locks.allowed"
WORD_CELLS = 40


class Passing(Arguments):
    """Domains, @names, ids and /commands; the list is shown when left out."""

    what: Rest = ""


class NoLongerPassing(Arguments):
    """Domains, @names, ids and /commands."""

    what: Rest


async def show_or_add(turn: Turn, arguments: Passing) -> None:
    """The list, or more on it."""
    before = turn.settings.rules.locks.allowed
    if not arguments.what:
        entries = [phrase("locks-allowed-entry", entry=entry) for entry in before]
        title = phrase("locks-allowed-title", count=len(before))
        turn.say(Page(lines=(title, *entries)) if entries else phrase("locks-allowed-none"))
        return
    added = tuple(entry for entry in understood(arguments.what) if entry not in before)
    if not added:
        turn.say(phrase("locks-allowed-already", count=len(before)))
        return
    if len(before) + len(added) > MOST:
        raise Refusal(phrase("locks-allowed-full", most=str(MOST)))
    await _keep(turn, (*before, *added))
    turn.say(phrase("locks-allowed-added", added=len(added), count=len(before) + len(added)))


async def remove(turn: Turn, arguments: NoLongerPassing) -> None:
    """Less on the list."""
    before = turn.settings.rules.locks.allowed
    unwanted = understood(arguments.what)
    left = tuple(entry for entry in before if entry not in unwanted)
    if len(left) == len(before):
        turn.say(phrase("locks-allowed-none-of-these"))
        return
    await _keep(turn, left)
    turn.say(phrase("locks-allowed-removed", removed=len(before) - len(left), count=len(left)))


def understood(text: str) -> tuple[str, ...]:
    """The entries as they are kept, each once. Raises Refusal for one that can be none."""
    found = []
    for word in text.replace(",", " ").replace("，", " ").split():
        try:
            found.append(exemption(word))
        except ValueError as error:
            raise Refusal(phrase("locks-allowed-refused", word=shorten(word, WORD_CELLS))) from error
    return tuple(dict.fromkeys(found))


async def _keep(turn: Turn, entries: tuple[str, ...]) -> None:
    await change(turn.work, chat_id=turn.about_chat, path=PATH, value=entries, by=turn.user_id, now=turn.now)


COMMANDS = (
    Command(
        name="allowlist",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Passing,
        run=show_or_add,
    ),
    Command(
        name="rmallowlist",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoLongerPassing,
        run=remove,
    ),
)
