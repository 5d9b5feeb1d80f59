"""YAML that people send, as a tree of plain texts: no tags, no references, no surprises of type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_BYTES = 256 * 1024
MOST_DEPTH = 8
MOST_NODES = 20_000
# Both are safe; the one in C is ten times as quick.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
QUOTED = frozenset({"'", '"', "|", ">"})

Fault: TypeAlias = Literal["syntax", "alias", "tag", "deep", "long", "key", "twice"]


class BadYamlError(ValueError):
    """What was sent is no YAML of the kind taken here: `fault` says why, `line` is where, from 1."""

    def __init__(self, fault: Fault, line: int) -> None:
        super().__init__(f"line {line}: {fault}")
        self.fault: Fault = fault
        self.line = line


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """One value as it was written; `quoted` when it surely is a text."""

    text: str
    line: int
    quoted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """Values one after another."""

    items: tuple[Tree, ...]
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """Values by name, in the order they were written."""

    items: Mapping[str, Tree]
    line: int


Tree: TypeAlias = "Scalar | Items | Branch"


def read_tree(text: str) -> Tree:
    """The one document in the text. Raises BadYamlError.

    References are refused and not followed: a few lines of them can stand for gigabytes.
    """
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise BadYamlError("long", 1)
    try:
        return _document(_Reader(yaml.parse(text, Loader=LOADER)))
    except (yaml.YAMLError, UnicodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise BadYamlError("syntax", mark.line + 1 if mark else 1) from error


class _Reader:
    """Events one by one, counted."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._count = 0

    def next(self) -> yaml.Event:
        event = next(self._events)
        self._count += 1
        if self._count > MOST_NODES:
            raise BadYamlError("long", line_of(event))
        return event


def line_of(event: yaml.Event) -> int:
    """Where an event begins, from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


def _document(reader: _Reader) -> Tree:
    reader.next()
    if not isinstance(reader.next(), yaml.DocumentStartEvent):
        raise BadYamlError("syntax", 1)
    tree = _tree(reader, reader.next(), depth=1)
    reader.next()
    end = reader.next()
    if not isinstance(end, yaml.StreamEndEvent):
        raise BadYamlError("syntax", line_of(end))
    return tree


def _tree(reader: _Reader, event: yaml.Event, *, depth: int) -> Tree:
    line = line_of(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise BadYamlError("alias", line)
    if getattr(event, "tag", None) not in {None, "!"}:
        raise BadYamlError("tag", line)
    if depth > MOST_DEPTH:
        raise BadYamlError("deep", line)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(text=event.value, line=line, quoted=event.style in QUOTED)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(items=tuple(_items(reader, depth)), line=line)
    return Branch(items=_branch(reader, depth), line=line)


def _items(reader: _Reader, depth: int) -> Iterator[Tree]:
    while not isinstance(event := reader.next(), yaml.SequenceEndEvent):
        yield _tree(reader, event, depth=depth + 1)


def _branch(reader: _Reader, depth: int) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    while not isinstance(event := reader.next(), yaml.MappingEndEvent):
        key = _tree(reader, event, depth=depth + 1)
        if not isinstance(key, Scalar):
            raise BadYamlError("key", key.line)
        if key.text in found:
            raise BadYamlError("twice", key.line)
        found[key.text] = _tree(reader, reader.next(), depth=depth + 1)
    return found
