from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.paths import read
from domain.refusals import Refusal
from models import audit, schedules
from models import settings as stored
from services.schedules import DIGEST_NUMBER
from services.settings import change, known_setting, own_paths, reset, settings_of
from services.settings_menu import menu_of

if TYPE_CHECKING:
    from models.database import Database
    from models.work import Work

CHAT, OTHER, MANAGER = -1001, -1002, 7
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


async def put(work: Work, path: str, value: object, chat_id: int = CHAT) -> None:
    await change(work, chat_id=chat_id, path=path, value=value, by=MANAGER, now=NOW)


async def test_a_new_chat_begins_with_the_process_defaults(work: Work) -> None:
    settings = await settings_of(work, CHAT)
    assert (settings.language, settings.timezone, settings.rules.flood.messages) == ("en", "UTC", 7)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("language", "zh"),
        ("timezone", "Asia/Shanghai"),
        ("log_chat", -1001234567890),
        ("log_chat", None),
        ("rules.flood.mode", "shadow"),
        ("rules.flood.messages", 12),
        ("rules.blocklist.entries", ("spam", '"buy now"', "加微信")),
        ("digest.at", "21:30"),
    ],
)
async def test_a_change_lasts_and_comes_back_the_same(database: Database, path: str, value: object) -> None:
    async with database.transaction() as work:
        await put(work, path, value)
        await work.commit()
    database.cache.clear()
    async with database.transaction() as work:
        assert read(await settings_of(work, CHAT), path) == value


async def test_a_change_holds_at_once(work: Work) -> None:
    await settings_of(work, CHAT)
    await put(work, "rules.warnings.limit", 5)
    assert (await settings_of(work, CHAT)).rules.warnings.limit == 5


async def test_a_change_can_be_made_again(work: Work) -> None:
    await put(work, "rules.warnings.limit", 5)
    await put(work, "rules.warnings.limit", 6)
    assert (await settings_of(work, CHAT)).rules.warnings.limit == 6


async def test_a_change_concerns_one_chat(work: Work) -> None:
    await put(work, "language", "zh")
    assert (await settings_of(work, OTHER)).language == "en"


async def test_a_change_rolled_back_is_forgotten(database: Database) -> None:
    async def change_and_fail() -> None:
        async with database.transaction() as work:
            await put(work, "language", "zh")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await change_and_fail()
    async with database.transaction() as work:
        assert (await settings_of(work, CHAT)).language == "en"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rules.flood.messages", 2),
        ("rules.flood.messages", 101),
        ("rules.flood.action", "shout"),
        ("timezone", "Mars/Olympus"),
        ("timezone", "../../etc/passwd"),
        ("digest.at", "25:00"),
        ("language", "xx"),
        ("rules.flood.mode", "perhaps"),
        ("log_chat", "abc"),
    ],
)
async def test_a_wrong_value_is_refused_and_changes_nothing(work: Work, path: str, value: object) -> None:
    before = await settings_of(work, CHAT)
    with pytest.raises(Refusal) as refused:
        await put(work, path, value)
    assert refused.value.phrase.key == "settings-refused"
    assert await settings_of(work, CHAT) == before
    assert await stored.overrides(work, CHAT) == {}


@pytest.mark.parametrize("path", ["rules", "rules.flood", "rules.flood.mesages", "nothing", "", "language.x"])
async def test_only_settings_can_be_changed(work: Work, path: str) -> None:
    with pytest.raises(Refusal):
        await put(work, path, 3)


def test_an_unknown_setting_is_answered_with_near_ones() -> None:
    with pytest.raises(Refusal) as refused:
        known_setting("rules.flood.mesages")
    assert "rules.flood.messages" in str(refused.value.phrase.values["near"])


async def test_reset_lets_the_default_hold_again(work: Work) -> None:
    await put(work, "rules.flood.messages", 12)
    after = await reset(work, chat_id=CHAT, path="rules.flood.messages", by=MANAGER, now=NOW)
    assert after.rules.flood.messages == 7
    assert await own_paths(work, CHAT) == frozenset()


async def test_what_this_version_does_not_know_is_left_aside(work: Work) -> None:
    await stored.put(work, chat_id=CHAT, path="rules.gone.limit", value=1, by=None, at=NOW)
    await stored.put(work, chat_id=CHAT, path="rules.flood.messages", value=1000, by=None, at=NOW)
    await stored.put(work, chat_id=CHAT, path="language", value="zh", by=None, at=NOW)
    settings = await settings_of(work, CHAT)
    assert (settings.language, settings.rules.flood.messages) == ("zh", 7)


async def test_a_change_is_possible_beside_what_this_version_does_not_know(work: Work) -> None:
    await stored.put(work, chat_id=CHAT, path="rules.gone.limit", value=1, by=None, at=NOW)
    await put(work, "language", "zh")
    assert (await settings_of(work, CHAT)).language == "zh"


async def test_the_menu_knows_what_the_chat_has_set_itself(work: Work) -> None:
    await put(work, "language", "zh")
    menu = await menu_of(work, CHAT, now=NOW)
    assert (menu.chat_id, menu.own, menu.settings.language) == (CHAT, frozenset({"language"}), "zh")


async def test_every_change_is_written_down(work: Work) -> None:
    await put(work, "rules.flood.messages", 12)
    await reset(work, chat_id=CHAT, path="rules.flood.messages", by=MANAGER, now=NOW)
    entries = await audit.of_chat(work, CHAT, since=NOW.date())
    assert [(entry.actor_id, entry.action, dict(entry.details)) for entry in entries] == [
        (MANAGER, "setting", {"path": "rules.flood.messages", "from": "7", "to": "12"}),
        (MANAGER, "setting", {"path": "rules.flood.messages", "from": "12", "to": "7"}),
    ]


@pytest.mark.parametrize(
    ("path", "value", "next_at"),
    [
        ("digest.at", "21:30", datetime(2026, 5, 29, 21, 30, tzinfo=UTC)),
        ("timezone", "Asia/Shanghai", datetime(2026, 5, 30, 1, tzinfo=UTC)),
        ("digest.enabled", False, None),
    ],
)
async def test_the_digest_follows_its_settings(work: Work, path: str, value: object, next_at: datetime | None) -> None:
    await put(work, path, value)
    digest = await schedules.find(work, chat_id=CHAT, schedule_id=DIGEST_NUMBER)
    assert digest is not None
    assert digest.next_at == next_at
