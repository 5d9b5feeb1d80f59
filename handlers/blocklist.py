"""/blocklist, /addblocklist, /rmblocklist, /rmblocklistall: the blocked words, without typing the list anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import Button, Edit
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from domain.rules.actions import read_action
from domain.rules.blocklist import MOST_CHARACTERS, MOST_ENTRIES, MOST_VAGUE, MOST_WILDCARDS, shortfall
from domain.rules.patterns import BadEntryError, read_entry, split_entries
from domain.rules.regexes import MOST_REGEXES
from handlers.arguments import Arguments, Rest
from handlers.command import ButtonAction, Command, NoArguments, Scope
from services.settings import change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.effects import Keyboard
    from domain.phrases import Phrase, Text
    from domain.rules.blocklist import Shortfall
    from domain.rules.patterns import Entry
    from handlers.turn import Turn

PATH = "rules.blocklist.entries"
SHOWN = 60
A_LINE = 5
ENTRY_CELLS = 60
REFUSALS: dict[Shortfall, Phrase] = {
    "full": phrase("blocklist-full", entries=str(MOST_ENTRIES), characters=str(MOST_CHARACTERS)),
    "regexes": phrase("blocklist-full-regexes", regexes=str(MOST_REGEXES)),
    "vague": phrase("blocklist-full-vague", wildcards=str(MOST_WILDCARDS), vague=str(MOST_VAGUE)),
}


class Words(Arguments):
    """Words, phrases in quotes, regexes; each with an action and a reason."""

    words: Rest


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """What is blocked now."""
    page, keyboard = _page(turn, 0)
    turn.say(page, keyboard=keyboard)


async def turn_page(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """Show another part of the list in the same message."""
    start = arguments.get("start")
    if turn.message_id is None or not isinstance(start, int):
        raise Refusal(phrase("common-button-expired"))
    page, keyboard = _page(turn, start)
    turn.do(
        Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=page, keyboard=keyboard, language=turn.language)
    )


def _page(turn: Turn, start: int) -> tuple[Text, Keyboard]:
    """The part of the list that begins there, the last one when the list has become shorter."""
    entries = turn.settings.rules.blocklist.entries
    if not entries:
        return phrase("blocklist-empty"), ()
    start = min(start, (len(entries) - 1) // SHOWN * SHOWN)
    read = [read_entry(entry) for entry in entries[start : start + SHOWN]]
    plain = [phrase("blocklist-entry", entry=entry.body) for entry in read if entry.body == entry.written]
    lines = [phrase("blocklist-title", count=len(entries))]
    lines += [beside(plain[place : place + A_LINE]) for place in range(0, len(plain), A_LINE)]
    lines += [_line(entry) for entry in read if entry.body != entry.written]
    starts = {"blocklist-button-before": start - SHOWN, "blocklist-button-after": start + SHOWN}
    row = tuple(_button(turn, key, at) for key, at in starts.items() if 0 <= at < len(entries))
    if row:
        lines.append(phrase("blocklist-part", first=start + 1, last=start + len(read), count=len(entries)))
    return Page(lines=tuple(lines)), (row,) if row else ()


def _button(turn: Turn, key: str, start: int) -> Button:
    return Button(
        label=phrase(key),
        action="blocklist",
        arguments={"start": start},
        permission=Role.MANAGER,
        chat_id=turn.about_chat,
    )


def _line(entry: Entry) -> Phrase:
    """An entry with what follows it."""
    line = phrase("blocklist-entry", entry=entry.body)
    if entry.action:
        line = phrase("blocklist-entry-action", entry=line, action=read_action(entry.action).described)
    return phrase("blocklist-entry-reason", entry=line, reason=entry.reason) if entry.reason else line


async def add(turn: Turn, arguments: Words) -> None:
    """Block more; an entry that is blocked already takes the action and reason it has now."""
    before = turn.settings.rules.blocklist.entries
    wanted = tuple(dict.fromkeys(understood(arguments.words)))
    if not wanted:
        raise Refusal(phrase("blocklist-refused-empty", entry=""))
    if set(wanted) <= set(before):
        turn.say(phrase("blocklist-already", count=len(before)))
        return
    after = tuple({read_entry(entry).body: entry for entry in (*before, *wanted)}.values())
    lacking = shortfall(after)
    if lacking:
        raise Refusal(REFUSALS[lacking])
    await _keep(turn, after)
    added = len(after) - len(before)
    key = "blocklist-added" if added else "blocklist-changed"
    turn.say(phrase(key, added=added or len(wanted), count=len(after)))


async def remove(turn: Turn, arguments: Words) -> None:
    """Block less, whatever followed."""
    before = turn.settings.rules.blocklist.entries
    unwanted = {read_entry(entry).body for entry in understood(arguments.words)}
    left = tuple(entry for entry in before if read_entry(entry).body not in unwanted)
    if len(left) == len(before):
        turn.say(phrase("blocklist-none-of-these"))
        return
    await _keep(turn, left)
    turn.say(phrase("blocklist-removed", removed=len(before) - len(left), count=len(left)))


async def remove_all(turn: Turn, _arguments: NoArguments) -> None:
    """Block nothing any more; what was blocked is shown by /settings' history and can be typed again."""
    before = turn.settings.rules.blocklist.entries
    if not before:
        turn.say(phrase("blocklist-empty"))
        return
    await _keep(turn, ())
    turn.say(phrase("blocklist-removed-all", removed=len(before)))


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
    Command(
        name="rmblocklistall",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=remove_all,
    ),
    Command(
        name="unblocklistall",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=remove_all,
    ),
)

BUTTONS = (ButtonAction(name="blocklist", run=turn_page),)
