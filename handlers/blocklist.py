"""/blocklist, /addblocklist, /rmblocklist: the blocked words, without typing the whole list anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from domain.rules.blocklist import MOST_CHARACTERS, MOST_ENTRIES, fits
from domain.rules.patterns import BadEntryError, read_entry, split_entries
from handlers.arguments import Arguments, Rest
from handlers.command import Command, NoArguments, Scope
from services.settings import change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.phrases import Phrase
    from handlers.turn import Turn

PATH = "rules.blocklist.entries"
SHOWN = 100
A_LINE = 5
ENTRY_CELLS = 60


class Words(Arguments):
    """Words, and phrases in quotes."""

    words: Rest


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """What is blocked now."""
    entries = turn.settings.rules.blocklist.entries
    if not entries:
        turn.say(phrase("blocklist-empty"))
        return
    lines = [phrase("blocklist-title", count=len(entries))]
    shown = [phrase("blocklist-entry", entry=entry) for entry in entries[:SHOWN]]
    lines += [beside(shown[start : start + A_LINE]) for start in range(0, len(shown), A_LINE)]
    if len(entries) > SHOWN:
        lines.append(phrase("blocklist-more", count=len(entries) - SHOWN))
    turn.say(Page(lines=tuple(lines)))


async def add(turn: Turn, arguments: Words) -> None:
    """Block more."""
    before = turn.settings.rules.blocklist.entries
    added = tuple(entry for entry in dict.fromkeys(understood(arguments.words)) if entry not in before)
    if not added:
        turn.say(phrase("blocklist-already", count=len(before)))
        return
    if not fits((*before, *added)):
        raise Refusal(phrase("blocklist-full", entries=str(MOST_ENTRIES), characters=str(MOST_CHARACTERS)))
    await _keep(turn, (*before, *added))
    turn.say(phrase("blocklist-added", added=len(added), count=len(before) + len(added)))


async def remove(turn: Turn, arguments: Words) -> None:
    """Block less."""
    before = turn.settings.rules.blocklist.entries
    unwanted = set(understood(arguments.words))
    left = tuple(entry for entry in before if entry not in unwanted)
    if len(left) == len(before):
        turn.say(phrase("blocklist-none-of-these"))
        return
    await _keep(turn, left)
    turn.say(phrase("blocklist-removed", removed=len(before) - len(left), count=len(left)))


def beside(entries: Sequence[Phrase]) -> Phrase:
    """Entries on one line."""
    first, *rest = entries
    return phrase("blocklist-beside", first=first, rest=beside(rest)) if rest else first


def understood(words: str) -> list[str]:
    """The entries as they are kept. Raises Refusal, with the reason, for one that cannot be taken."""
    try:
        return [read_entry(entry).written for entry in split_entries(words)]
    except BadEntryError as error:
        raise Refusal(phrase(f"blocklist-refused-{error.reason}", entry=shorten(error.entry, ENTRY_CELLS))) from error


async def _keep(turn: Turn, entries: tuple[str, ...]) -> None:
    await change(turn.work, chat_id=turn.about_chat, path=PATH, value=entries, by=turn.user_id, now=turn.now)


COMMANDS = (
    Command(
        name="blocklist",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=show,
    ),
    Command(
        name="addblocklist",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Words,
        run=add,
    ),
    Command(
        name="rmblocklist",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Words,
        run=remove,
    ),
)
