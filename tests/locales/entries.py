"""The entries of the locale files: what is in them, what they refer to, how they can be tried out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOCALES = Path(__file__).parent.parent.parent / "locales"
LANGUAGES = tuple(sorted(place.name for place in LOCALES.iterdir()))
TAG_NAME = re.compile(r"</?([\w-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A message or one of its attributes (`id.attribute`)."""

    key: str
    file: str
    variables: frozenset[str]
    numbers: frozenset[str]
    variants: Mapping[str, frozenset[str]]
    references: frozenset[str]
    tags: frozenset[str]


class Reading(Visitor):
    """Collects what stands in a pattern."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.numbers: set[str] = set()
        self.variants: dict[str, set[str]] = {}
        self.references: set[str] = set()
        self.tags: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's name
        self.references.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - the visitor's name
        self.numbers |= {part.id.name for part in node.arguments.positional if isinstance(part, ast.VariableReference)}
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the visitor's name
        if isinstance(node.selector, ast.VariableReference):
            names = [variant.key for variant in node.variants]
            self.variants.setdefault(node.selector.id.name, set()).update(
                name.name if isinstance(name, ast.Identifier) else str(name.value) for name in names
            )
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the visitor's name
        self.tags |= set(TAG_NAME.findall(node.value))


@cache
def entries(language: str) -> Mapping[str, Entry]:
    """Every entry of the language by its key."""
    files = sorted((LOCALES / language).glob("*.ftl"))
    found = {entry.key: entry for file in files for entry in _of_file(file)}
    return {key: _with_inner(entry, found) for key, entry in found.items()}


def _with_inner(entry: Entry, every: Mapping[str, Entry]) -> Entry:
    """The entry with what the messages in it need, as those are said with its values."""
    for key in entry.references:
        inner = _with_inner(every[key], every)
        entry = replace(
            entry,
            variables=entry.variables | inner.variables,
            numbers=entry.numbers | inner.numbers,
            variants={**inner.variants, **entry.variants},
            tags=entry.tags | inner.tags,
        )
    return entry


def _of_file(file: Path) -> Iterator[Entry]:
    resource = FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))
    for message in resource.body:
        if not isinstance(message, ast.Message):
            continue
        if message.value is not None:
            yield _entry(message.id.name, file, message.value)
        for attribute in message.attributes:
            yield _entry(f"{message.id.name}.{attribute.id.name}", file, attribute.value)


def _entry(key: str, file: Path, pattern: ast.Pattern) -> Entry:
    reading = Reading()
    reading.visit(pattern)
    return Entry(
        key=key,
        file=file.stem,
        variables=frozenset(reading.variables),
        numbers=frozenset(reading.numbers),
        variants={name: frozenset(found) for name, found in reading.variants.items()},
        references=frozenset(reading.references),
        tags=frozenset(reading.tags),
    )
