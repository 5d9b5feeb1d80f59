"""What the tour prints: how far the backlog is, a tick or a cross for each thing, the chat, and how long it took."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BAR_CELLS = 30
TITLE_CELLS = 52
LANGUAGES = {"en": "English", "zh": "Chinese (中文)"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that should happen; `figures` is None when it did not."""

    title: str
    figures: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Backlog:
    """How many updates waited, how many of them the bot has taken, and for how long it has been at it."""

    waiting: int
    taken: int
    seconds: float

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.taken / self.seconds if self.seconds else 0.0


def headline(language: str) -> None:
    """A community begins."""
    click.echo(f"\n━━━ A community in {LANGUAGES.get(language, language)} " + "━" * 40)


def progress(backlog: Backlog) -> None:
    """A bar in place, for people who watch."""
    if not sys.stdout.isatty():
        return
    share = backlog.taken / backlog.waiting if backlog.waiting else 1.0
    full = round(BAR_CELLS * share)
    bar = "█" * full + "░" * (BAR_CELLS - full)
    click.echo(f"\r  {bar} {backlog.taken:,} / {backlog.waiting:,} updates taken", nl=False)


def progress_ends() -> None:
    """The bar's line is done with."""
    if sys.stdout.isatty():
        click.echo()


def told(clock: str, finding: Finding) -> None:
    """A tick or a cross."""
    mark = click.style("✓", fg="green") if finding.figures is not None else click.style("✗", fg="red")
    figures = finding.figures if finding.figures is not None else "did not happen"
    click.echo(f"  {clock:5}  {mark} {finding.title:<{TITLE_CELLS}} {figures}")


def chat(text: str) -> None:
    """The chat as people see it."""
    click.echo(f"\n{text}\n")


def verdict(findings: Sequence[Finding], *, seconds: float) -> None:
    """The last lines: how many came true, how long it took, where to look."""
    missing = [finding.title for finding in findings if finding.figures is None]
    click.echo(f"\n{len(findings) - len(missing)} of {len(findings)} came true in {seconds:.1f} s")
    for title in missing:
        click.echo(f"  {click.style('✗', fg='red')} {title}")


def saved(pages: Sequence[Path]) -> None:
    """Where to look."""
    click.echo(f"Read it as people saw it: {', '.join(str(page) for page in pages)}")
