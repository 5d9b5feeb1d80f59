from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.rules.records import Record
from services import records, verdicts
from tests.court import BOSS, CHAT, NOW, convene, sentenced

if TYPE_CHECKING:
    from models.work import Work


async def test_each_rule_has_its_own_record_of_thirty_days(work: Work) -> None:
    await convene(work)
    first, second, *_ = [await sentenced(work, message_id=number) for number in range(3)]
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=first.verdict_id, by=BOSS, now=NOW)
    await verdicts.uphold(work, chat_id=CHAT, verdict_id=second.verdict_id, by=BOSS, now=NOW)
    await sentenced(work, "review", state="open")
    await sentenced(work, mode="shadow", rule="flood")
    await sentenced(work, by=BOSS)
    await sentenced(work, at=NOW - timedelta(days=30))
    assert await records.last_month(work, CHAT, timezone="UTC", now=NOW) == {
        "links": Record(fired=4, overturned=1, upheld=1, waiting=1),
        "flood": Record(shadow=1),
    }


async def test_a_chat_without_verdicts_has_none(work: Work) -> None:
    assert await records.last_month(work, CHAT, timezone="UTC", now=NOW) == {}
