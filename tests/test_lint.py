from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lint import LISTS, problems

if TYPE_CHECKING:
    from pathlib import Path


def function(lines: int) -> str:
    return "\n".join(("def f():", *["    1"] * (lines - 1)))


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("domain", "x = 1\n" * 120),
        ("domain", function(50)),
        ("tests", "x = 1\n" * 400),
        ("tests", function(60)),
        ("elsewhere", "x = 1\n" * 500),
    ],
)
def test_what_is_short_enough_passes(tmp_path: Path, folder: str, text: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "noun.py").write_text(text)
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("folder", "text", "message"),
    [
        ("tests", "x = 1\n" * 401, "tests/noun.py: 401 lines, 400 at most"),
        ("domain", "x = 1\n" * 121, "the median source file has 121 lines, 120 at most"),
        ("domain", function(51), "domain/noun.py:1: f has 51 lines, 50 at most"),
        ("domain", "async " + function(51), "domain/noun.py:1: f has 51 lines, 50 at most"),
        ("models", "class A:\n    def m(self):\n" + "        1\n" * 50, "models/noun.py:2: m has 51 lines"),
    ],
)
def test_what_is_too_long_is_named(tmp_path: Path, folder: str, text: str, message: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "noun.py").write_text(text)
    [problem] = problems(tmp_path)
    assert problem.startswith(message)


def test_migrations_may_be_long_lists(tmp_path: Path) -> None:
    (tmp_path / LISTS).mkdir(parents=True)
    (tmp_path / LISTS / "0001_first.py").write_text(function(90))
    assert problems(tmp_path) == []
