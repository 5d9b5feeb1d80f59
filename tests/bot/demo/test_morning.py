"""The tour itself, with a small community: what happens is seen, what does not is missed."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.demo.script import SCRIPT
from bot.demo.tour import exit_code, morning, put_first, transcript

if TYPE_CHECKING:
    from pathlib import Path

    from services.words import Words

THURSDAY = date(2026, 5, 28)


async def test_a_whole_morning_comes_true_and_is_saved(words: Words, tmp_path: Path) -> None:
    found = await morning("en", tmp_path, words=words, community="small", today=THURSDAY)
    assert [one.title for one in found if one.figures is None] == []
    assert exit_code(found) == 0
    assert "📊" in transcript(tmp_path, "en").read_text(encoding="utf-8")


async def test_a_morning_in_chinese_begins_and_ends_as_well(words: Words, tmp_path: Path) -> None:
    shortened = (*SCRIPT[:2], SCRIPT[-1])
    found = await morning("zh", tmp_path, words=words, script=shortened, community="small", today=THURSDAY)
    assert [one.title for one in found if one.figures is None] == []
    assert "📊 日报" in transcript(tmp_path, "zh").read_text(encoding="utf-8").replace("<b>", "")


async def test_what_nobody_did_is_missed(words: Words, tmp_path: Path) -> None:
    without = tuple(replace(beat, deeds=()) for beat in SCRIPT[1:2])
    found = await morning("en", tmp_path, words=words, script=without, community="small", today=THURSDAY, patience=0.2)
    assert [one.figures is None for one in found] == [False, True, True]
    assert exit_code(found) == 1


def test_the_first_page_stands_under_the_name_everybody_looks_for(tmp_path: Path) -> None:
    pages = [transcript(tmp_path, "zh"), transcript(tmp_path, "en")]
    for page in pages:
        page.write_text(page.name, encoding="utf-8")
    shown, *others = put_first(tmp_path, pages)
    assert (shown.name, shown.read_text(encoding="utf-8")) == ("transcript.html", "transcript.zh.html")
    assert others == pages


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_tour(tmp_path: Path, number: signal.Signals) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-u", "-m", "bot", "demo", "--folder", str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    await process.stdout.readuntil(b"English")
    process.send_signal(number)
    rest = (await asyncio.wait_for(process.stdout.read(), 20)).decode()
    assert await process.wait() == 130
    assert "Stopped." in rest
    assert "Traceback" not in rest
