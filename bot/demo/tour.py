"""The tour: for each language three weeks as backlog, then the morning, then the verdict."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from bot import logs
from bot.demo import checks, report
from bot.demo.performance import NotSeen, Performance, eventually, opening_of, quiet
from bot.demo.report import Backlog, Finding
from bot.demo.script import SCRIPT
from bot.demo.stage import bot_on, stage
from bot.process import LOCALES
from bot.running import stop_on_signals
from bot.stopping import either
from services.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from bot.demo.script import Beat
    from bot.demo.stage import Language, Stage

LANGUAGES: tuple[Language, ...] = ("en", "zh")
INTERRUPTED = 130
BACKLOG_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
QUIET_SECONDS = 0.4


async def tour(languages: Collection[str], folder: Path) -> int:
    """Show every language, save the transcripts; 0 when everything happened, 1 when not, 130 when stopped."""
    logs.configure(level="ERROR", style="text", token=None)
    stop = stop_on_signals()
    code = await either(_tour([one for one in LANGUAGES if one in languages], folder), stop)
    if code is None:
        click.echo("\nStopped.")
        return INTERRUPTED
    return code


async def _tour(languages: Sequence[Language], folder: Path) -> int:
    started = time.monotonic()
    words = Words.load(LOCALES)
    findings: list[Finding] = []
    for language in languages:
        findings += await morning(language, folder, words=words)
    report.verdict(findings, seconds=time.monotonic() - started)
    report.saved(put_first(folder, [transcript(folder, language) for language in languages]))
    return exit_code(findings)


def exit_code(findings: Sequence[Finding]) -> int:
    """0 when everything happened, 1 when anything did not."""
    return 1 if any(finding.figures is None for finding in findings) else 0


async def morning(
    language: Language,
    folder: Path,
    *,
    words: Words,
    script: Sequence[Beat] = SCRIPT,
    community: str = "demo",
    today: date | None = None,
    patience: float = PATIENCE_SECONDS,
) -> list[Finding]:
    """One community's morning: what came true of it, and its transcript in the folder."""
    report.headline(language)
    async with stage(language, community=community, today=today) as here, bot_on(here):
        absorbed = await _absorb(here)
        opening = await opening_of(here)
        performance = Performance(here, opening, words, patience=patience)
        for beat in script:
            figures = await performance.play(beat)
            report.told(here.wall_clock, Finding(title=beat.title, figures=figures))
        refused = Finding(title="Telegram refuses nothing", figures=await performance.look(checks.nothing_refused))
        report.told("", refused)
        # What came true must still be so in the end: looked at once more, all at one time.
        findings = [Finding(title=beat.title, figures=await performance.look(beat.check)) for beat in script]
        await _save(here, await performance.live(), folder, title=opening.place.title)
    return [absorbed, *findings, refused]


async def _absorb(here: Stage) -> Finding:
    """Three weeks of updates, as fast as the bot takes them."""
    started = time.monotonic()
    waiting = (await here.room.queue()).pending_update_count
    last = Backlog(waiting=waiting, taken=0, seconds=0.0)

    async def taken() -> Backlog | None:
        nonlocal last
        queue = await here.room.queue()
        last = Backlog(waiting=waiting, taken=queue.confirmed, seconds=time.monotonic() - started)
        report.progress(last)
        return last if queue.pending_update_count == 0 else None

    figures: str | None = None
    try:
        await eventually(taken, within=BACKLOG_SECONDS)
        figures = f"{last.taken:,} updates in {last.seconds:.1f} s, {last.rate:,.0f} a second"
        await quiet(here, seconds=QUIET_SECONDS, within=PATIENCE_SECONDS)
    except NotSeen:
        click.echo("", err=True)
    report.progress_ends()
    finding = Finding(title="Three weeks of backlog are taken in", figures=figures)
    report.told("", finding)
    return finding


def transcript(folder: Path, language: Language) -> Path:
    """Where a language's morning is saved."""
    return folder / f"transcript.{language}.html"


def put_first(folder: Path, pages: Sequence[Path]) -> list[Path]:
    """The first page once more, under the name that everybody looks for; with all the others."""
    shown = folder / "transcript.html"
    shown.write_bytes(pages[0].read_bytes())
    return [shown, *pages]


async def _save(here: Stage, history: bytes, folder: Path, *, title: str) -> None:
    """The morning on the terminal and as a page."""
    timezone, language = here.lines.timezone, here.language
    report.chat(await here.room.shown(history, "plain", title=title, language=language, timezone=timezone))
    page = await here.room.shown(history, "transcript", title=title, language=language, timezone=timezone)
    write(transcript(folder, language), page)


def write(file: Path, text: str) -> None:
    """Save a page, in a folder that may not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
