"""`python -m bot settings`: a group's settings as a file, without the group noticing more than any other change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.clock import SystemClock
from bot.opening import migrated_database
from domain.differences import line
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from services.setting_files import export as exported
from services.setting_files import take_over
from services.settings import settings_of
from services.words import Words

if TYPE_CHECKING:
    from bot.configuration import Configuration

LOCALES = Path(__file__).parent.parent / "locales"
REFUSED = 1


async def export(configuration: Configuration, chat_id: int, file: Path | None) -> int:
    """Write a chat's settings into the file, or print them."""
    async with migrated_database(configuration) as database, database.transaction() as work:
        text = await exported(work, chat_id)
    _write(file, text)
    return 0


def _write(file: Path | None, text: str) -> None:
    if file is None:
        click.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8")


def _read(file: Path | None) -> str:
    return sys.stdin.read() if file is None else file.read_text("utf-8", errors="replace")


async def import_(configuration: Configuration, chat_id: int, file: Path | None) -> int:
    """Let the settings of the file, or of what comes in, hold in a chat; 1 when it has a mistake."""
    text = _read(file)
    words = Words.load(LOCALES)
    async with migrated_database(configuration) as database, database.transaction() as work:
        language = (await settings_of(work, chat_id)).language
        try:
            now = SystemClock().now()
            found = await take_over(work, chat_id=chat_id, text=text, by=None, now=now, how="console")
        except Refusal as refusal:
            click.echo(words.plain(refusal.phrase, language=language, timezone="UTC"), err=True)
            return REFUSED
        await work.commit()
    told = Page(lines=(phrase("files-done"), *map(line, found))) if found else phrase("files-same")
    click.echo(words.plain(told, language=language, timezone="UTC"))
    return 0
