"""Fills a command's Arguments from its words, in the order of the fields.

Field types: Target, Duration, int with bounds, Literal choices, str (one word, or more in quotes), Rest (all
that is left, line breaks kept). A field with a default is left out when the next word does not fit it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from domain import durations
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from handlers.command import Arguments, NoArguments
from handlers.kinds import Duration, Kind, Rest, choice_of, kind_of
from handlers.targets import Target, looks_like_target, of_reply, of_user, of_word, replied_to
from handlers.usage import usage_refusal

if TYPE_CHECKING:
    from datetime import timedelta

    from pydantic.fields import FieldInfo

    from domain.phrases import Phrase
    from handlers.command import Command
    from handlers.reading import Reader
    from handlers.turn import Turn

__all__ = ["Arguments", "Duration", "NoArguments", "Rest", "Target", "parse"]

A = TypeVar("A", bound=Arguments)

WORD_CELLS = 40
NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


async def parse(command: Command[A], turn: Turn, reader: Reader) -> A:
    """The command's arguments. Raises Refusal, with usage and an example, for words that do not fit."""
    if command.arguments is NoArguments:
        return command.arguments()
    values: dict[str, object] = {}
    for name, field in command.arguments.model_fields.items():
        value = await _read(field, turn, reader)
        if value is None and field.is_required():
            raise usage_refusal(command, turn, _missing(field, reader))
        if value is not None:
            values[name] = value
    extra = reader.peek()
    if extra:
        raise usage_refusal(command, turn, _not_understood(extra.text))
    try:
        return command.arguments.model_validate(values)
    except ValidationError as error:
        raise usage_refusal(command, turn, _invalid(error)) from error


async def _read(field: FieldInfo, turn: Turn, reader: Reader) -> object | None:
    """The field's value when the next words give one."""
    kind = kind_of(field)
    if kind is Kind.TARGET:
        return await _target(turn, reader)
    if kind is Kind.REST:
        return reader.rest() or None
    word = reader.peek()
    if word is None:
        return None
    value = _value(kind, field, word.text)
    if value is not None:
        reader.take(word)
    return value


def _value(kind: Kind, field: FieldInfo, word: str) -> object | None:
    match kind:
        case Kind.DURATION:
            return _duration(word)
        case Kind.NUMBER:
            return int(word) if NUMBER.fullmatch(word) else None
        case Kind.CHOICE:
            return choice_of(field, word)
        case _:
            return word or None


def _duration(word: str) -> timedelta | None:
    span = durations.parse(word)
    if span is None and not durations.is_mistyped(word):
        return None
    if span is None or not durations.SHORTEST <= span <= durations.LONGEST:
        raise Refusal(phrase("common-duration-bad"))
    return span


async def _target(turn: Turn, reader: Reader) -> Target | None:
    """Somebody named by the next word, or else the author of the message answered to."""
    reply = replied_to(turn.update.effective_message)
    word = reader.peek()
    if word and word.user:
        reader.take(word)
        return of_user(word.user)
    if word and looks_like_target(word.text, replying=reply is not None):
        return await of_word(turn, reader.take(word))
    return of_reply(reply) if reply else None


def _missing(field: FieldInfo, reader: Reader) -> Phrase:
    kind = kind_of(field)
    if kind is Kind.CHOICE:
        return phrase("arguments-choose")
    if kind is Kind.TARGET:
        return phrase("common-target-needed")
    if kind is Kind.DURATION:
        return phrase("common-duration-bad")
    word = reader.peek()
    if word is None:
        return phrase(f"arguments-missing-{kind.name.lower()}")
    return _not_understood(word.text)


def _not_understood(word: str) -> Phrase:
    return phrase("arguments-not-understood", word=shorten(word, WORD_CELLS))


def _invalid(error: ValidationError) -> Phrase:
    first = error.errors(include_url=False)[0]
    bounds = first.get("ctx", {})
    if "ge" in bounds:
        return phrase("arguments-number-low", least=int(bounds["ge"]))
    if "le" in bounds:
        return phrase("arguments-number-high", most=int(bounds["le"]))
    return _not_understood(str(first["input"]))
