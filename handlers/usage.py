"""What somebody is told whose command cannot be understood: one sentence, the usage, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from handlers.kinds import Kind, choices_of, kind_of

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from domain.phrases import Phrase
    from handlers.command import AnyCommand
    from handlers.turn import Turn
    from services.words import Words

EXAMPLES = {Kind.TARGET: "@alice", Kind.DURATION: "1h15m", Kind.NUMBER: "3"}


def help_key(command: AnyCommand) -> str:
    """The id of the words about a command; another form of one has its words."""
    return f"help-{(command.variant_of or command.name).replace('_', '-')}"


def usage_line(command: AnyCommand, words: Words, language: str) -> str:
    """The command with its arguments as plain text, e.g. `/mute @name [1h] [reason]`."""
    return _line(command, ".usage", words, language) or f"/{command.name}"


def has_usage(command: AnyCommand, words: Words, language: str) -> bool:
    """Whether people are told of arguments; those of a deep link, for one, nobody types."""
    return words.has(f"{help_key(command)}.usage", language)


def example_line(command: AnyCommand, words: Words, language: str) -> str:
    """The command as one could type it."""
    written = _line(command, ".example", words, language)
    if written:
        return written
    parts = [_example(field, words, language) for field in command.arguments.model_fields.values()]
    return " ".join((f"/{command.name}", *parts))


def usage_refusal(command: AnyCommand, turn: Turn, problem: Phrase) -> Refusal:
    """The refusal of words that do not fit."""
    return Refusal(
        phrase(
            "arguments-usage",
            problem=problem,
            usage=usage_line(command, turn.words, turn.language),
            example=example_line(command, turn.words, turn.language),
        )
    )


def _line(command: AnyCommand, attribute: str, words: Words, language: str) -> str:
    key = f"{help_key(command)}{attribute}"
    if not words.has(key, language):
        return ""
    return f"/{command.name} {words.plain(phrase(key), language=language, timezone='UTC')}"


def _example(field: FieldInfo, words: Words, language: str) -> str:
    kind = kind_of(field)
    if kind is Kind.CHOICE:
        return choices_of(field)[0]
    if kind in EXAMPLES:
        return EXAMPLES[kind]
    key = "arguments-example-rest" if kind is Kind.REST else "arguments-example-word"
    return words.plain(phrase(key), language=language, timezone="UTC")
