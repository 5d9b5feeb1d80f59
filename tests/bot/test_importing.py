"""An export taken over: the same counts as if the bot had been there, damage told, twice is once."""

from __future__ import annotations

import gzip
import json
import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from bot.configuration import Configuration
from bot.importing import run_import
from models import imports, tables
from models.database import Database
from models.work import Defaults
from sandbox.life.replay import replay
from tests.bot.entrance import entrance
from tests.sandbox.life.exports import MEI, NAMES, START, TOM, chat, happened, said, written
from tests.templates import migrated_sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from datetime import datetime

    from models.imports import Progress
    from models.work import Work
    from services.words import Words

CHAT = -1000000000077
USERNAMES = {"u101": 101, "@u102": 102, "u103": 103}
ROLLUPS = (tables.member_days, tables.chat_hours, tables.pair_days)
EXPORT = "STEWARD_EXPORT"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A folder with a database and the settings that name it."""

    folder: Path

    @property
    def configuration(self) -> Configuration:
        url = f"sqlite+aiosqlite:///{self.folder / 'steward.db'}"
        return Configuration.model_validate({"bot_token": "4242:TEST-token-of-no-value", "database_url": url})

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        opened = Database(self.configuration.database_url, defaults=Defaults(bot_id=4242))
        yield opened
        await opened.close()

    async def take_over(self, file: Path, *, chat_id: int = CHAT) -> int:
        names = self.folder / "usernames.json"
        names.write_text(json.dumps(USERNAMES), encoding="utf-8")
        return await run_import(self.configuration, file, chat_id=chat_id, usernames=names)

    async def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """What was kept and counted. When somebody was seen last is told to the day only."""
        async with self.database() as database, database.transaction() as work:
            return {
                table.name: [tuple(row) for row in await work.connection.execute(select(table).order_by(*table.c))]
                for table in (*ROLLUPS, tables.messages, tables.reactions, tables.members)
            }


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    await migrated_sqlite(tmp_path / "steward.db")
    return Place(folder=tmp_path)


def lisa(number: int, text: object = "hi", **more: object) -> dict[str, Any]:
    return said(number, text, "user103", **more)


def eventful() -> dict[str, Any]:
    """A chat in which everything happens that is counted, in both forms of texts."""
    recent = [{"from": NAMES[TOM], "from_id": TOM, "date": "2026-05-28T23:59:50"}, {"from_id": "channel5"}]
    old_form = ["hello ", {"type": "mention", "text": "@u102"}, " and ", {"type": "bold", "text": "you"}]
    entities = [{"type": "plain", "text": "see "}, {"type": "mention_name", "text": "Tom", "user_id": 102}]
    return chat(
        happened(1, "create_supergroup", title="Club"),
        happened(2, "join_group_by_link", TOM, inviter="Mei"),
        said(3, old_form, reactions=[{"type": "emoji", "count": 2, "emoji": "👍", "recent": recent}]),
        said(4, "hi Mei", TOM, reply_to_message_id=3),
        said(5, "", text_entities=entities),
        happened(6, "topic_created", title="Rides"),
        lisa(7, "in the topic", reply_to_message_id=6),
        said(8, "so am I", reply_to_message_id=7),
        said(9, "a control \x0b character", TOM, reply_to_message_id=999),
        said(10, "to myself", TOM, reply_to_message_id=9),
        said(11, "from elsewhere", reply_to_message_id=3, reply_to_peer_id="channel9"),
        lisa(12, "", photo="photos/1.jpg", media_type="photo"),
        lisa(13, "", file="a.webp", media_type="sticker", sticker_emoji="🚴"),
        said(14, "as the chat", "channel77", **{"from": "Club"}),
        said(15, "as a channel", "channel5", **{"from": "News"}),
        said(16, "a copy", "channel5", saved_from="News"),
        said(17, "after the copy", reply_to_message_id=16),
        happened(18, "remove_members", TOM, members=["Tom O'Hara"]),
        happened(19, "join_group_by_request", TOM),
        happened(20, "invite_members", MEI, members=["Somebody", None]),
        {"id": 21, "type": "unsupported"},
        said(22, "@u103 and @nobody and @U101", "user104", **{"from": None}),
        lisa(23, "next day", date_unixtime=str(START + 90_000), reply_to_message_id=4),
        said(-999_999_999, "from before the move", TOM, date_unixtime=str(START + 90_001)),
    )


def desktops_own(export: dict[str, Any], folder: Path) -> Path:
    """The export as Telegram Desktop writes it: with control characters that are no JSON."""
    path = written(folder, export)
    path.write_bytes(path.read_bytes().replace(b"\\u000b", b"\\x0B"))
    return path


async def lived_through(place: Place, file: Path, words: Words, *, chat_id: int = CHAT) -> None:
    """The export as live updates, through the real intake."""
    raws = replay(file, chat_id=chat_id, username_pattern="u{id}")
    numbered = (b'{"update_id":%d,%b' % (number, raw[1:]) for number, raw in enumerate(raws, start=1))
    async with place.database() as database, entrance(database, words) as way_in:
        while batch := list(islice(numbered, 100)):
            await way_in.intake.take(batch)


async def differences(imported: Place, lived: Place) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of roll-ups that one has and the other has not."""
    ours, theirs = await imported.contents(), await lived.contents()
    return {
        table.name: sorted(set(ours[table.name]) ^ set(theirs[table.name]))
        for table in ROLLUPS
        if ours[table.name] != theirs[table.name]
    }


async def test_import_and_replay_give_the_same_counts(place: Place, tmp_path: Path, words: Words) -> None:
    export = eventful()
    # Mentions are ids in this export, so that the replay knows the names of its people too.
    export["messages"][21]["text"] = [
        {"type": "mention", "text": "@u103"},
        " and ",
        {"type": "mention", "text": "@u101"},
    ]
    file = desktops_own(export, tmp_path)
    (tmp_path / "lived").mkdir()
    await migrated_sqlite(tmp_path / "lived" / "steward.db")
    lived = Place(folder=tmp_path / "lived")
    assert await place.take_over(file) == 0
    await lived_through(lived, file, words)
    assert await differences(place, lived) == {}
    contents = await place.contents()
    assert [len(contents[table.name]) for table in ROLLUPS] == [6, 3, 6]


async def test_twice_is_once(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desktops_own(eventful(), tmp_path)
    await place.take_over(file)
    once = await place.contents()
    assert await place.take_over(file) == 0
    assert "is in already" in capsys.readouterr().out
    file.write_bytes(file.read_bytes() + b"\n")
    assert await place.take_over(file) == 0
    assert "24 entries read, all in" in capsys.readouterr().out
    assert await place.contents() == once


async def test_a_packed_export_gives_the_same(place: Place, tmp_path: Path) -> None:
    plain = desktops_own(eventful(), tmp_path)
    await place.take_over(plain)
    once = await place.contents()
    packed = tmp_path / "result.json.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert await place.take_over(packed) == 0
    assert await place.contents() == once


async def test_cut_off_what_came_before_is_kept_and_the_rest_follows(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.importing.BATCH", 5)
    whole = desktops_own(eventful(), tmp_path)
    raw = whole.read_bytes()
    cut = raw.index(b"so am I") + 3
    short = tmp_path / "short.json"
    short.write_bytes(raw[:cut])
    assert await place.take_over(short) == 4
    told = capsys.readouterr().err
    assert f"the file ends early at byte {cut:,}; 7 entries are in and kept" in told
    assert len((await place.contents())["messages"]) == 5
    assert await place.take_over(short) == 4
    assert "7 entries are in and kept" in capsys.readouterr().err
    assert await place.take_over(whole) == 0
    patched = await place.contents()
    fresh = Place(folder=tmp_path / "fresh")
    fresh.folder.mkdir()
    assert await fresh.take_over(whole) == 0
    assert patched == await fresh.contents()


async def test_an_import_that_was_broken_off_goes_on_where_it_stopped(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.importing.BATCH", 5)
    file = desktops_own(eventful(), tmp_path)
    batches, put = iter([None, None]), imports.put

    async def until_broken_off(work: Work, progress: Progress, *, now: datetime) -> None:
        next(batches)
        await put(work, progress, now=now)

    with monkeypatch.context() as broken:
        broken.setattr("bot.importing.imports.put", until_broken_off)
        with pytest.raises(RuntimeError):
            await place.take_over(file)
    assert await place.take_over(file) == 0
    assert "going on after 10 entries" in capsys.readouterr().out
    assert len((await place.contents())["messages"]) == 18


async def test_a_packed_export_is_read_up_to_its_damage(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = desktops_own(chat(*[said(number, os.urandom(40).hex()) for number in range(1, 400)]), tmp_path).read_bytes()
    packed = tmp_path / "result.json.gz"
    packed.write_bytes(gzip.compress(raw)[:-3000])
    assert await place.take_over(packed) == 4
    assert "the packed file is cut off or damaged at byte " in capsys.readouterr().err
    assert len((await place.contents())["messages"]) > 200


async def test_a_wrong_checksum_is_told(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = bytearray(gzip.compress(desktops_own(eventful(), tmp_path).read_bytes()))
    raw[-6] ^= 1
    packed = tmp_path / "result.json.gz"
    packed.write_bytes(raw)
    assert await place.take_over(packed) == 4
    assert "the packed file is cut off or damaged" in capsys.readouterr().err


def everything(*chats: dict[str, Any]) -> dict[str, Any]:
    return {"about": "all", "chats": {"about": "here", "list": list(chats)}, "left_chats": {"list": []}}


async def test_of_a_full_export_only_the_chat_is_taken(place: Place, tmp_path: Path) -> None:
    other = chat(said(1, "elsewhere"), name="Other", number=5)
    file = written(tmp_path, everything(other, chat(said(2, "here"), said(3, "here too"))))
    assert await place.take_over(file) == 0
    assert [row[1] for row in (await place.contents())["messages"]] == [2, 3]


async def test_a_chat_that_is_not_in_a_full_export_is_told_with_those_that_are(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    basic = chat(said(1), kind="private_group", name="Small", number=5)
    file = written(tmp_path, everything(basic, chat(said(2), name="Club")))
    assert await place.take_over(file, chat_id=-100123) == 4
    told = capsys.readouterr().err
    assert "--chat: the export holds no messages of -100123; its chats: -5 Small, -1000000000077 Club" in told
    async with place.database() as database, database.transaction() as work:
        assert (await work.connection.execute(select(tables.chats))).all() == []


async def test_what_is_no_export_is_told(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.json"
    file.write_text("<html>this is a page and no export</html>", encoding="utf-8")
    assert await place.take_over(file) == 4
    assert "`{` was expected at byte 0; 0 entries are in" in capsys.readouterr().err


async def test_names_are_kept_for_mentions(place: Place, tmp_path: Path) -> None:
    await place.take_over(desktops_own(eventful(), tmp_path))
    async with place.database() as database, database.transaction() as work:
        rows = (await work.connection.execute(select(tables.people))).all()
    assert {row.user_id: row.username for row in rows} == {101: "u101", 102: "u102", 103: "u103", 104: None}
    assert {row.name for row in rows if row.user_id in {101, 102}} == set(NAMES.values())


def rows_of(contents: dict[str, list[tuple[Any, ...]]], names: Sequence[str]) -> Iterator[int]:
    return (len(contents[name]) for name in names)


@pytest.mark.skipif(EXPORT not in os.environ, reason=f"{EXPORT} names no export to take over")
async def test_a_real_export_gives_the_same_both_ways(place: Place, tmp_path: Path, words: Words) -> None:
    file = Path(os.environ[EXPORT])
    (tmp_path / "lived").mkdir()
    await migrated_sqlite(tmp_path / "lived" / "steward.db")
    lived = Place(folder=tmp_path / "lived")
    names = os.environ.get("STEWARD_EXPORT_USERNAMES")
    usernames = Path(names) if names else None
    assert await run_import(place.configuration, file, chat_id=CHAT, usernames=usernames) == 0
    await lived_through(lived, file, words)
    assert await differences(place, lived) == {}
    assert all(rows_of(await place.contents(), [table.name for table in ROLLUPS]))
