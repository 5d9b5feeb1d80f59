"""The generated pages: docs/commands.md, docs/settings.md and the tables of commands in the READMEs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.handbook import Handbook
from services.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- commands: written by make docs -->", "<!-- commands: end -->"
READMES: Mapping[str, str] = {"README.md": "en", "README.zh-CN.md": "zh"}


class DocumentationError(Exception):
    """A page that has no place for what is generated; the message says which."""


def write(*, check: bool, root: Path = ROOT) -> int:
    """Write every page that is not up to date, or with `check` only name them. Returns the exit code."""
    try:
        stale = {path: text for path, text in pages(root).items() if _content(path) != text}
    except DocumentationError as error:
        click.echo(str(error), err=True)
        return 1
    for path, text in stale.items():
        if check:
            click.echo(f"{path.relative_to(root)} is not up to date: run `make docs`", err=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(f"wrote {path.relative_to(root)}")
    return int(check and bool(stale))


def pages(root: Path) -> dict[Path, str]:
    """Every page as it should stand. Raises DocumentationError when a README has no place for its table."""
    words = Words.load(ROOT / "locales")
    english = Handbook(words, "en")
    found = {
        root / "docs" / "commands.md": english.commands(),
        root / "docs" / "settings.md": english.settings(),
    }
    for name, language in READMES.items():
        found[root / name] = between(root / name, Handbook(words, language).table())
    return found


def between(path: Path, table: str) -> str:
    """The page with the table between its two marks."""
    before, begin, rest = _content(path).partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise DocumentationError(f"{path.name} needs the lines {BEGIN} and {END}, with the commands between them")
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
