"""`python -m bot import`: an export of any size into the tables, resumable, with progress."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import click

from bot.clock import SystemClock
from bot.export_file import NoSuchChat, opened, records
from bot.json_stream import Damaged, JsonStream
from bot.opening import migrated_database
from models import imports
from services import chats
from services.importing import take_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.configuration import Configuration
    from domain.exports import Record
    from models.database import Database
    from models.imports import Progress

BATCH = 500
FINGERPRINT_BYTES = 1 << 20
DAMAGED = 4


async def run_import(configuration: Configuration, file: Path, *, chat_id: int, usernames: Path | None) -> int:
    """Take the file over; 0 when whole, 4 when it is damaged (what was before the damage is in)."""
    names = _usernames(usernames)
    async with migrated_database(configuration) as database:
        progress = await _begin(database, file, chat_id)
        if progress.finished:
            click.echo(f"{file} is in already: {progress.entries:,} entries; nothing to do")
            return 0
        if progress.entries:
            click.echo(f"going on after {progress.entries:,} entries")
        with opened(file) as source:
            stream = JsonStream(source)
            try:
                progress = await _take_all(database, stream, progress, names, title=file.stem)
            except (Damaged, NoSuchChat) as error:
                done = await _progress(database, progress)
                click.echo(f"{file}: {error}; {done.entries:,} entries are in and kept", err=True)
                return DAMAGED
    click.echo(f"{progress.entries:,} entries read, all in")
    return 0


def _usernames(file: Path | None) -> dict[int, str]:
    """Usernames by user id, from a JSON object {username: id}, alone or under the key `usernames`."""
    if file is None:
        return {}
    content = json.loads(file.read_text("utf-8"))
    names: Mapping[str, int] = content.get("usernames", content)
    return {user_id: name.removeprefix("@") for name, user_id in names.items()}


async def _begin(database: Database, file: Path, chat_id: int) -> Progress:
    fingerprint = _fingerprint(file)
    async with database.transaction() as work:
        return await imports.find(work, chat_id=chat_id, fingerprint=fingerprint)


async def _progress(database: Database, progress: Progress) -> Progress:
    async with database.transaction() as work:
        return await imports.find(work, chat_id=progress.chat_id, fingerprint=progress.fingerprint)


def _fingerprint(file: Path) -> str:
    """Tells files apart by their size and first megabyte."""
    with file.open("rb") as source:
        beginning = source.read(FINGERPRINT_BYTES)
    return hashlib.sha256(beginning + str(file.stat().st_size).encode()).hexdigest()


async def _take_all(
    database: Database, stream: JsonStream, progress: Progress, names: Mapping[int, str], *, title: str
) -> Progress:
    """Batch after batch, each with its progress in one transaction; what is before the damage is kept."""
    entries = records(stream, chat_id=progress.chat_id)
    for _ in islice(entries, progress.entries):
        pass
    damage: Damaged | None = None
    while damage is None:
        batch, damage = _batch(entries)
        finished = not batch and damage is None
        progress = replace(
            progress, entries=progress.entries + len(batch), byte_offset=stream.offset, finished=finished
        )
        async with database.transaction() as work:
            now = SystemClock().now()
            if await chats.find(work, progress.chat_id) is None:
                await chats.see(work, chat_id=progress.chat_id, kind="supergroup", title=title, now=now)
            await take_over(work, batch, chat_id=progress.chat_id, usernames=names, now=now)
            await imports.put(work, progress, now=now)
            await work.commit()
        if progress.entries % (BATCH * 20) == 0 or finished:
            click.echo(f"\r{progress.entries:>12,} entries, {stream.offset / 1e6:,.1f} MB", nl=finished)
        if finished:
            return progress
    raise damage


def _batch(entries: Iterator[Record]) -> tuple[list[Record], Damaged | None]:
    """The next entries, and the damage that ended them."""
    batch: list[Record] = []
    try:
        batch.extend(islice(entries, BATCH))
    except Damaged as error:
        return batch, error
    return batch, None
