"""The kinds of arguments, found out from the types of the fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, Union, get_args, get_origin

from handlers.targets import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo


class Kind(Enum):
    """How an argument is read."""

    TARGET = auto()
    DURATION = auto()
    NUMBER = auto()
    CHOICE = auto()
    WORD = auto()
    REST = auto()


Duration: TypeAlias = Annotated[timedelta, Kind.DURATION]
Rest: TypeAlias = Annotated[str, Kind.REST]


@dataclass(frozen=True, eq=False)
class Spoken:
    """Other words, in lower case, for a field's choices."""

    words: Mapping[str, str]


KINDS: dict[object, Kind] = {
    Target: Kind.TARGET,
    timedelta: Kind.DURATION,
    int: Kind.NUMBER,
    str: Kind.WORD,
}


def bare(annotation: object) -> tuple[object, tuple[object, ...]]:
    """A type without `| None` and Annotated, and what was annotated."""
    if get_origin(annotation) in {Union, UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is Annotated:
        kind, *notes = get_args(annotation)
        return kind, tuple(notes)
    return annotation, ()


def kind_of(field: FieldInfo) -> Kind:
    """How the field is read. Raises TypeError for a type no argument can have."""
    annotation, notes = bare(field.annotation)
    for note in (*field.metadata, *notes):
        if isinstance(note, Kind):
            return note
    if get_origin(annotation) is Literal:
        return Kind.CHOICE
    if annotation not in KINDS:
        raise TypeError(f"no command can take {annotation!r}")
    return KINDS[annotation]


def choice_of(field: FieldInfo, word: str) -> str | None:
    """The choice a word means, in any case, or None."""
    known = {choice.lower(): choice for choice in choices_of(field)}
    for note in (*field.metadata, *bare(field.annotation)[1]):
        if isinstance(note, Spoken):
            known |= note.words
    return known.get(word.lower())


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """The words a choice may be."""
    return tuple(str(choice) for choice in get_args(bare(field.annotation)[0]))
