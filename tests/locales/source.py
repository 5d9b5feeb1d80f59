"""The ids of words that the source asks for."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("bot", "handlers", "jobs", "services", "domain")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """An id, or the beginning of one that is put together (`made`), and where it stands."""

    key: str
    place: str
    made: bool = False


@cache
def asked() -> tuple[Asked, ...]:
    """What is given to `phrase(…)` or `Phrase(key=…)`, each branch of a condition by itself."""
    return tuple(one for file, tree in trees() for node in ast.walk(tree) for one in _of_call(node, file))


@cache
def strings() -> frozenset[str]:
    """Every string in the source: ids may be kept in tables and given to `phrase` later."""
    return frozenset(
        node.value
        for _file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of the packages that speak."""
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple((file.relative_to(ROOT), ast.parse(file.read_text(encoding="utf-8"))) for file in files)


def _of_call(node: ast.AST, file: Path) -> Iterator[Asked]:
    if not isinstance(node, ast.Call):
        return
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    given = [keyword.value for keyword in node.keywords if keyword.arg == "key"]
    if name == "phrase" and node.args:
        yield from _keys(node.args[0], f"{file}:{node.lineno}")
    elif name == "Phrase" and given:
        yield from _keys(given[0], f"{file}:{node.lineno}")


def _keys(node: ast.expr, place: str) -> Iterator[Asked]:
    if isinstance(node, ast.IfExp):
        yield from _keys(node.body, place)
        yield from _keys(node.orelse, place)
    elif isinstance(node, ast.Constant) and node.value:
        yield Asked(key=str(node.value), place=place)
    elif isinstance(node, ast.JoinedStr) and node.values:
        head = node.values[0]
        yield Asked(key=str(head.value) if isinstance(head, ast.Constant) else "", place=place, made=True)
