from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models import audit
from services.rules import DEFAULTS, cited, rules_of, set_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.work import Work

CHAT = -1001
NOW = datetime(2026, 11, 4, 23, tzinfo=UTC)


async def put(work: Work, *rules: str) -> Sequence[object]:
    return await set_rules(work, chat_id=CHAT, rules=rules, by=1, timezone="Asia/Shanghai", now=NOW)


async def test_a_chat_begins_with_the_default_rules(work: Work) -> None:
    assert [rule.text for rule in await rules_of(work, CHAT)] == list(DEFAULTS)


async def test_a_chats_own_rules_are_numbered_from_one(work: Work) -> None:
    await put(work, "Be kind", "No ads")
    assert [(rule.number, rule.text) for rule in await rules_of(work, CHAT)] == [(1, "Be kind"), (2, "No ads")]


async def test_new_rules_replace_all_before(work: Work) -> None:
    await put(work, "One", "Two", "Three")
    await put(work, "Only")
    assert [rule.text for rule in await rules_of(work, CHAT)] == ["Only"]


async def test_no_rules_bring_the_defaults_back(work: Work) -> None:
    await put(work, "Mine")
    await put(work)
    assert len(await rules_of(work, CHAT)) == len(DEFAULTS)


@pytest.mark.parametrize(("number", "text"), [(1, "Be kind"), (2, None), (0, None), (None, None)])
async def test_only_a_rule_that_exists_is_cited(work: Work, number: int | None, text: str | None) -> None:
    await put(work, "Be kind")
    rule = await cited(work, CHAT, number)
    assert (rule.text if rule else None) == text


async def test_who_changed_the_rules_is_written_down_on_the_local_day(work: Work) -> None:
    await put(work, "Be kind", "No ads")
    (entry,) = await audit.of_chat(work, CHAT, since=NOW.date())
    assert (entry.action, entry.actor_id, entry.details) == ("rules", 1, {"rules": 2})
    assert entry.day.isoformat() == "2026-11-05"
