"""What no other linter looks at: how long files and functions are. Run it as `python -m tests.lint`."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SOURCE = ("bot", "handlers", "jobs", "services", "domain", "models", "sandbox", "benchmarks")
TESTS = "tests"
# A migration is a list of statements, written once and never changed.
LISTS = "models/migrations/versions"
LONGEST_FILE, LONGEST_MEDIAN, LONGEST_FUNCTION = 400, 120, 50


def python_files(root: Path, *folders: str) -> list[Path]:
    """Every Python file of the folders, in order."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.py"))


def line_count(path: Path) -> int:
    """The lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def long_files(root: Path) -> Iterator[str]:
    """A message for every file that is too long, tests included."""
    for path in python_files(root, *SOURCE, TESTS):
        lines = line_count(path)
        if lines > LONGEST_FILE:
            yield f"{path.relative_to(root)}: {lines} lines, {LONGEST_FILE} at most: split it by its nouns"


def long_median(root: Path) -> Iterator[str]:
    """A message when half of the source files are too long; empty files count for nothing."""
    lengths = [lines for path in python_files(root, *SOURCE) if (lines := line_count(path))]
    if lengths and median(lengths) > LONGEST_MEDIAN:
        yield f"the median source file has {median(lengths):g} lines, {LONGEST_MEDIAN} at most"


def long_functions(root: Path) -> Iterator[str]:
    """A message for every function of the source that is too long, its docstring included."""
    for path in python_files(root, *SOURCE):
        if path.is_relative_to(root / LISTS):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield (
                    f"{path.relative_to(root)}:{node.lineno}: {node.name} has {lines} lines, "
                    f"{LONGEST_FUNCTION} at most: give its parts names"
                )


def problems(root: Path) -> list[str]:
    """Everything that is too long."""
    return [*long_files(root), *long_median(root), *long_functions(root)]


if __name__ == "__main__":
    found = problems(ROOT)
    sys.stderr.writelines(f"{problem}\n" for problem in found)
    sys.exit(1 if found else 0)
