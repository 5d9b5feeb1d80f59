"""/checkin from the typed word to what the bot answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from handlers import checkin
from handlers.router import build
from models.tables import checkins
from services.settings import change
from tests.handlers.scene import ANONYMOUS_ADMIN, BOT, GROUP, MEMBER, TOKEN, OnlyGetMe, Scene, chat_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.desk import Office
    from services.words import Words

DAY = timedelta(days=1)
FIRST = "✅ Checked in! Your streak begins today · No. 1 today · your first check-in"


@pytest.fixture
async def office(words: Words) -> AsyncIterator[Office]:
    built = build(TOKEN, words=words, bot=BOT, commands=checkin.COMMANDS, buttons=(), request=OnlyGetMe())
    await built.initialize()
    yield built
    await built.shutdown()


async def say(scene: Scene, text: str, *, by: int = MEMBER) -> list[str]:
    return [sent.text for sent in await scene.write(text, by=by)]


@pytest.mark.parametrize("typed", ["/checkin", "签到", "打卡"])
async def test_a_member_checks_in(scene: Scene, typed: str) -> None:
    assert await say(scene, typed) == [FIRST]


async def test_the_second_time_of_a_day_is_told_kindly(scene: Scene) -> None:
    await say(scene, "签到")
    assert await say(scene, "签到") == [
        "You have checked in today already. Your streak began today · your first check-in. See you tomorrow!"
    ]


async def test_a_week_without_a_gap_is_a_milestone(scene: Scene) -> None:
    for _ in range(6):
        await say(scene, "签到")
        scene.now += DAY
    assert await say(scene, "签到") == [
        "✅ Checked in! 🔥 7 days in a row · No. 1 today · 7 in all\n🎉 A whole week without a gap. Well done!"
    ]


async def test_a_group_speaks_its_own_language(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="language", value="zh", by=None, now=scene.now)
    assert await say(scene, "签到") == ["✅ 签到成功！连续签到从今天开始 · 今天第 1 位 · 这是您的首次签到"]


async def test_a_check_in_from_the_backlog_counts_in_silence(scene: Scene) -> None:
    written = int((scene.now - DAY).timestamp())
    assert await scene.write("签到", fields={"date": written}) == []
    assert await say(scene, "签到") == ["✅ Checked in! 🔥 2 days in a row · No. 1 today · 2 in all"]


async def test_anonymous_admins_are_asked_to_come_as_themselves(scene: Scene) -> None:
    (sent,) = await scene.write("/checkin", by=ANONYMOUS_ADMIN, fields={"sender_chat": chat_json(GROUP)})
    assert sent.text.startswith("Anonymous admins and channels cannot check in.")


async def test_where_it_is_switched_off_only_the_command_is_answered(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="checkin.enabled", value=False, by=None, now=scene.now)
    assert await say(scene, "签到") == []
    assert await say(scene, "/checkin") == ["The check-in is switched off in this group."]
    kept = await scene.work.connection.execute(select(func.count()).select_from(checkins))
    assert kept.scalar_one() == 0


async def test_everybody_sees_who_has_the_longest_streaks(scene: Scene) -> None:
    await say(scene, "签到")
    assert await say(scene, "/checkin stats") == [
        "📅 <b>Check-in</b> · today 1 · yesterday 0\n\n🔥 Longest running streaks\n1. Max · 1 day"
    ]
