"""Managers choose whether, when and where the digest comes, and are told what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from models import schedules, tables
from services import digests, settings
from services.schedules import DIGEST_NUMBER
from services.settings import settings_of
from tests.village import ANN, CHAT, TUESDAY, at, put, settle

if TYPE_CHECKING:
    from models.work import Work
    from services.words import Words

EIGHT = at(8)


async def change(work: Work, path: str, value: object) -> None:
    await digests.change(work, chat_id=CHAT, path=path, value=value, by=ANN, now=EIGHT)


async def outlook(work: Work, words: Words) -> str:
    return words.plain(await digests.outlook(work, chat_id=CHAT, now=EIGHT), language="en", timezone="UTC")


async def test_the_next_one_and_where(work: Work, words: Words) -> None:
    assert await outlook(work, words) == "Next digest: 14 Jul 2026 09:00 (UTC) → this group"


async def test_another_time_moves_the_schedule(work: Work, words: Words) -> None:
    await change(work, "digest.at", "07:30")
    assert "15 Jul 2026 07:30" in await outlook(work, words)
    stored = await schedules.find(work, chat_id=CHAT, schedule_id=DIGEST_NUMBER)
    assert stored is not None
    assert stored.next_at == at(7, 30, TUESDAY.replace(day=15))


async def test_one_that_came_today_comes_tomorrow_at_the_new_time(work: Work, words: Words) -> None:
    occurrence = {
        "schedule_id": DIGEST_NUMBER,
        "local_date": TUESDAY,
        "slot": "day",
        "due_at": at(7),
        "taken_at": at(7),
        "state": "taken",
    }
    await put(work, tables.occurrences, occurrence)
    await change(work, "digest.at", "10:00")
    assert "15 Jul 2026 10:00" in await outlook(work, words)


async def test_off_says_how_to_have_it_back(work: Work, words: Words) -> None:
    await change(work, "digest.enabled", value=False)
    assert await outlook(work, words) == "The digest is off. /digest on brings it back."


async def test_several_places(work: Work, words: Words) -> None:
    await settle(work)
    await digests.set_targets(work, chat_id=CHAT, words=["here", "topic", "me", "here"], by=ANN, thread_id=5, now=EIGHT)
    assert (await settings_of(work, CHAT)).digest.targets == ("here", "topic:5", str(ANN))
    assert (await outlook(work, words)).endswith("→ this group, topic #5, Ann’s private chat")


async def test_nowhere_is_said_plainly(work: Work, words: Words) -> None:
    await change(work, "digest.targets", ("77",))
    assert "nowhere to go" in await outlook(work, words)


async def test_too_many_places(work: Work) -> None:
    with pytest.raises(Refusal, match="digest-too-many-targets"):
        await digests.set_targets(work, chat_id=CHAT, words=["here"] * 11, by=ANN, thread_id=None, now=EIGHT)


async def test_an_hour_there_is_not(work: Work) -> None:
    with pytest.raises(Refusal, match="settings-refused"):
        await change(work, "digest.at", "25:00")


async def test_the_time_is_the_groups_wherever_it_is_read(work: Work, words: Words) -> None:
    await settings.change(work, chat_id=CHAT, path="timezone", value="Asia/Shanghai", by=ANN, now=EIGHT)
    assert "15 Jul 2026 09:00 (Asia/Shanghai)" in await outlook(work, words)
