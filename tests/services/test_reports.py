"""The digest of a day: figures, conversations, places, and being late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from domain.effects import Priority, Send
from models import tables
from services import settings
from services.reports import digest_due, preview
from tests.village import ANN, BOB, CAT, CHAT, LAST_TUESDAY, TUESDAY, at, live_a_week, message, put, settle

if TYPE_CHECKING:
    from domain.effects import Effect
    from models.work import Work
    from services.words import Words

WEDNESDAY = TUESDAY + timedelta(days=1)
NINE = at(9, day=WEDNESDAY)


async def due(work: Work, *, local_date: date = WEDNESDAY, late: bool = False) -> list[Effect]:
    return await digest_due(work, chat_id=CHAT, local_date=local_date, late=late, now=NINE)


async def set_targets(work: Work, *targets: str, by: int | None = None) -> None:
    await settings.change(work, chat_id=CHAT, path="digest.targets", value=targets, by=by, now=NINE)


async def told(work: Work, words: Words, *, late: bool = False, local_date: date = WEDNESDAY) -> str:
    [send] = await due(work, late=late, local_date=local_date)
    assert isinstance(send, Send)
    return words.plain(send.text, language="en", timezone="UTC")


async def test_a_whole_village_tuesday(work: Work, words: Words) -> None:
    await settle(work, joined=[CAT])
    await live_a_week(work)
    await put(
        work,
        tables.messages,
        message(1, ANN, hour=7, text="Shall we paint\nthe fence?", question=True),
        message(2, BOB, hour=8, reply_to_message=1),
        message(3, CAT, hour=9, text="Where is the brush?", question=True),
    )
    assert await told(work, words) == (
        "📊 Daily digest · Village\n"
        "Tue 14 July\n"
        "\n"
        "↗️ Active members 4 · +2 vs Mon · +3 vs last Tue\n"
        "↗️ Messages 62 · +520% vs Mon · +58 vs last Tue\n"
        "↗️ Joined 3 · +3 vs Mon · +1 vs last Tue\n"
        "↗️ Left 3 · +2 vs Mon · +3 vs last Tue\n"
        "\n"
        "🌟 Top members\n"
        "1. Ann · 2 people responded · 60 messages\n"
        "2. Bob · 1 person responded · 2 messages\n"
        "\n"
        "🔥 Hottest threads\n"
        "1. Shall we paint the fence? · 2 people, 2 messages\n"
        "\n"
        "❓ Unanswered questions 1\n"
        "• Where is the brush? · waiting 1 day\n"
        "\n"
        "👋 New members 1\n"
        "Cat"
    )


async def test_one_message_for_each_place(work: Work) -> None:
    await set_targets(work, "here", "topic:7", str(CHAT))
    assert [
        (effect.chat_id, effect.thread_id, effect.key, effect.priority, effect.purpose)
        for effect in await due(work)
        if isinstance(effect, Send)
    ] == [
        (CHAT, None, "digest:2026-07-15:here", Priority.DIGEST, "digest"),
        (CHAT, 7, "digest:2026-07-15:topic:7", Priority.DIGEST, "digest"),
    ]


async def test_none_when_switched_off(work: Work) -> None:
    await settings.change(work, chat_id=CHAT, path="digest.enabled", value=False, by=None, now=NINE)
    assert await due(work) == []


async def test_a_late_one_says_when_it_was_due(work: Work, words: Words) -> None:
    assert "⏰ Late: this was due 15 Jul 2026 09:00" in await told(work, words, late=True)


async def test_a_punctual_one_does_not(work: Work, words: Words) -> None:
    assert "⏰" not in await told(work, words)


async def test_the_first_day_was_not_seen_whole_and_is_no_base(work: Work, words: Words) -> None:
    await live_a_week(work)
    text = await told(work, words, local_date=LAST_TUESDAY + timedelta(days=1))
    assert "▫️ Messages 4\n" in text
    assert "Baseline building" in text


async def test_after_two_days_only_the_week_is_missing(work: Work, words: Words) -> None:
    await live_a_week(work)
    await work.connection.execute(delete(tables.chat_hours).where(tables.chat_hours.c.day < LAST_TUESDAY))
    text = await told(work, words)
    assert "+520% vs the day before\n" in text
    assert "after a week I compare with the same weekday too" in text


async def test_the_running_day_is_not_compared_as_if_it_were_whole(work: Work, words: Words) -> None:
    await settle(work)
    await live_a_week(work)
    page = await preview(work, chat_id=CHAT, now=at(15, 20))
    text = words.plain(page, language="en", timezone="UTC")
    assert "Tue 14 July · until 15:20" in text
    assert "Messages 62 · yesterday 10 · last Tue 4" in text


async def test_a_day_before_all_others_has_no_figures(work: Work, words: Words) -> None:
    await live_a_week(work)
    await work.connection.execute(delete(tables.chat_hours).where(tables.chat_hours.c.day < at(15).date()))
    page = await preview(work, chat_id=CHAT, now=at(15, 20), yesterday=True)
    text = words.plain(page, language="en", timezone="UTC")
    assert "I was not here yet" in text
    assert "Messages" not in text


async def test_yesterday_can_be_looked_at_again(work: Work, words: Words) -> None:
    await live_a_week(work)
    page = await preview(work, chat_id=CHAT, now=NINE, yesterday=True)
    assert "Messages 62 · +520% vs Mon" in words.plain(page, language="en", timezone="UTC")


async def test_the_day_is_the_chats_own(work: Work, words: Words) -> None:
    await settings.change(work, chat_id=CHAT, path="timezone", value="Asia/Shanghai", by=None, now=NINE)
    await put(
        work,
        tables.messages,
        message(1, ANN, sent_at=at(15, 59), text="still Tuesday?", question=True),
        message(2, ANN, sent_at=at(16), text="Wednesday already?", question=True),
    )
    text = await told(work, words)
    assert "still Tuesday?" in text
    assert "Wednesday already?" not in text


@pytest.mark.parametrize(
    ("removed", "text", "title"),
    [
        (False, "the root", "the root"),
        (True, "spam", "an answer"),
        (False, None, "message #1"),
    ],
)
async def test_a_thread_is_called_by_what_may_be_shown(
    work: Work,
    words: Words,
    removed: bool,  # noqa: FBT001 - a table's column
    text: str | None,
    title: str,
) -> None:
    await put(
        work,
        tables.messages,
        message(1, ANN, text=text, removed=removed),
        message(2, BOB, text="an answer", reply_to_message=1),
        message(3, CAT, text="another", reply_to_message=2),
    )
    assert f"1. {title} · " in await told(work, words)


async def test_names_of_a_rule_come_from_its_settings(work: Work, words: Words) -> None:
    for number, rule in enumerate(("flood", "a rule of long ago")):
        entry = {"entry_id": number, "at": at(9), "day": TUESDAY, "action": "delete", "rule": rule}
        await put(work, tables.audit, entry)
    text = await told(work, words)
    assert "• Flooding: 1" in text
    assert "• a rule of long ago: 1" in text
