"""/help: what the asker may use here, by section, or one command in detail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.authority import is_unconnected
from handlers.command import AnyCommand, Arguments, Command, Scope
from handlers.usage import example_line, has_usage, help_key, usage_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.phrases import Phrase
    from handlers.turn import Turn

WORD_CELLS = 40
# With what each does, more would not fit into one message: those who run a group see the names.
MOST_EXPLAINED = 30


class HelpArguments(Arguments):
    """The command to explain; left out: all of them."""

    command: str = ""


def with_help(commands: tuple[AnyCommand, ...]) -> tuple[AnyCommand, ...]:
    """The commands with the one that explains them all, and itself, in front."""
    explained: list[AnyCommand] = []
    own = Command(
        name="help",
        permission=Role.MEMBER,
        scope=Scope.ANYWHERE,
        section="start",
        arguments=HelpArguments,
        run=partial(explain, explained),
        aliases=("帮助",),  # matching data, noqa: zh
        reads_roles=True,
    )
    explained.extend((own, *commands))
    return tuple(explained)


async def explain(commands: list[AnyCommand], turn: Turn, arguments: HelpArguments) -> None:
    """Say what can be done here, or how one thing is done."""
    usable = [command for command in commands if may_use(command, turn)]
    wanted = arguments.command.lower().lstrip("/!")
    if not wanted:
        turn.say(overview(usable, turn))
        return
    command = next((command for command in usable if wanted == command.name or wanted in command.aliases), None)
    if command is None:
        raise Refusal(phrase("help-unknown", command=shorten(wanted, WORD_CELLS)))
    turn.say(details(command, turn, forms_of(command, usable)))


def may_use(command: AnyCommand, turn: Turn) -> bool:
    """Whether the asker may use the command where they ask."""
    elsewhere = {Scope.GROUP} if turn.private else {Scope.PRIVATE}
    if is_unconnected(turn):
        elsewhere.add(Scope.CONNECTED)
    return command.scope not in elsewhere and turn.role >= command.least_role(private=turn.private)


def overview(commands: list[AnyCommand], turn: Turn) -> Page:
    """All commands, section by section in the catalog's order; of several forms of one, the plain one."""
    lines: list[Phrase] = [phrase("help-title")]
    for section in dict.fromkeys(command.section for command in commands):
        lines += [BLANK, phrase(f"help-section-{section}")]
        own = [command for command in commands if command.section == section]
        plain = [command for command in own if not command.variant_of]
        lines += [_line(command) for command in plain] if len(commands) <= MOST_EXPLAINED else [_names(plain)]
        lines += [phrase("help-variants")] * any(command.variant_of for command in own)
    lines += [BLANK, phrase("help-more-private" if is_unconnected(turn) else "help-more")]
    return Page(lines=tuple(lines))


def forms_of(command: AnyCommand, commands: list[AnyCommand]) -> tuple[str, ...]:
    """The other forms of a command, by name."""
    return tuple(other.name for other in commands if other.variant_of == command.name)


def details(command: AnyCommand, turn: Turn, forms: tuple[str, ...] = ()) -> Page:
    """One command: what it does, how it is written, who may use it."""
    lines = [
        phrase("help-details", command=command.name, about=phrase(help_key(command))),
        BLANK,
        phrase("help-usage", usage=usage_line(command, turn.words, turn.language)),
    ]
    if has_usage(command, turn.words, turn.language):
        lines.append(phrase("help-example", example=example_line(command, turn.words, turn.language)))
    if command.aliases:
        lines.append(phrase("help-aliases", aliases=" · ".join(command.aliases)))
    if forms:
        lines.append(phrase("help-forms", forms=" · ".join(f"/{name}" for name in forms)))
    least = command.least_role(private=turn.private)
    if least > Role.MEMBER:
        lines.append(phrase("help-who", role=phrase(f"common-role-{least.name.lower()}")))
    lines += [
        phrase("help-needs", right=phrase(f"common-right-{right.replace('_', '-')}"))
        for right in sorted(command.bot_rights)
    ]
    return Page(lines=tuple(lines))


def _names(commands: Sequence[AnyCommand]) -> Phrase:
    """Names to press, one beside another."""
    first, *rest = commands
    named = phrase("help-name", command=first.name)
    return phrase("help-names", first=named, rest=_names(rest)) if rest else named


def _line(command: AnyCommand) -> Phrase:
    """A line to press: Telegram sends the command, and what it lacks is asked for then."""
    return phrase("help-line", command=command.name, about=phrase(help_key(command)))
