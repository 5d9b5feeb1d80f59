from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from domain.setting_files import NUMBERED
from models import versions
from services.rules import own_rules, set_rules
from services.setting_files import export, preview, take_over
from services.settings import change, own_values, settings_of

if TYPE_CHECKING:
    from models.work import Work

ONE, TWO, MANAGER = -1001, -1002, 7
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


async def furnish(work: Work) -> None:
    for path, value in (("rules.flood.messages", 9), ("rules.blocklist.entries", ("spam", "加微信")), ("log_chat", -5)):
        await change(work, chat_id=ONE, path=path, value=value, by=MANAGER, now=NOW)
    await set_rules(work, chat_id=ONE, rules=["Be kind"], by=MANAGER, timezone="UTC", now=NOW)


async def take(work: Work, text: str) -> None:
    await take_over(work, chat_id=TWO, text=text, by=MANAGER, now=NOW, how="import")


async def test_a_file_copies_a_groups_rules_into_another(work: Work) -> None:
    await furnish(work)
    await take(work, await export(work, ONE))
    settings = await settings_of(work, TWO)
    assert settings.rules == (await settings_of(work, ONE)).rules
    assert await own_rules(work, TWO) == ("Be kind",)
    assert settings.log_chat is None


async def test_a_copy_changes_only_what_differs_and_is_one_version(work: Work) -> None:
    await furnish(work)
    await take(work, await export(work, ONE))
    assert set(await own_values(work, TWO)) == {"rules.flood.messages", "rules.blocklist.entries"}
    found = await versions.page(work, chat_id=TWO, down_to=1, up_to=9)
    assert [(one.version, one.path, one.how) for one in found] == [
        (2, NUMBERED, "import"),
        (1, "rules.blocklist.entries", "import"),
        (1, "rules.flood.messages", "import"),
    ]


async def test_a_second_time_changes_nothing(work: Work) -> None:
    await furnish(work)
    text = await export(work, ONE)
    await take(work, text)
    assert await preview(work, chat_id=TWO, text=text) == ()


async def test_what_a_file_leaves_out_stays(work: Work) -> None:
    await change(work, chat_id=TWO, path="rules.warnings.limit", value=5, by=MANAGER, now=NOW)
    await set_rules(work, chat_id=TWO, rules=["Stay"], by=MANAGER, timezone="UTC", now=NOW)
    await take(work, "steward: 1\nsettings: {rules: {flood: {messages: 9}}}")
    settings = await settings_of(work, TWO)
    assert (settings.rules.warnings.limit, settings.rules.flood.messages) == (5, 9)
    assert await own_rules(work, TWO) == ("Stay",)


async def test_no_numbered_rules_at_all_are_the_built_in_ones(work: Work) -> None:
    await set_rules(work, chat_id=TWO, rules=["Gone"], by=MANAGER, timezone="UTC", now=NOW)
    await take(work, "steward: 1\nnumbered_rules: []")
    assert await own_rules(work, TWO) == ()


async def test_a_file_with_a_mistake_changes_nothing_at_all(work: Work) -> None:
    with pytest.raises(Refusal):
        await take(work, "steward: 1\nsettings: {language: zh, rules: {flood: {messages: 1000}}}")
    assert await own_values(work, TWO) == {}


async def test_a_preview_says_what_would_change_and_changes_nothing(work: Work) -> None:
    text = "steward: 1\nsettings: {rules: {flood: {messages: 9, seconds: 10}}}"
    found = await preview(work, chat_id=TWO, text=text)
    assert [(one.path, one.before, one.after) for one in found] == [("rules.flood.messages", 7, 9)]
    assert await own_values(work, TWO) == {}
