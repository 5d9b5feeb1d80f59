from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import paths
from domain.refusals import Refusal
from domain.setting_files import NUMBERED
from models import chats, members, schedules
from models import settings as stored
from models import versions as kept
from models.chats import Chat
from services import versions
from services.rules import own_rules, set_rules
from services.schedules import DIGEST_NUMBER
from services.settings import change, change_all, reset, settings_of
from tests.domain.chat_settings import overrides

if TYPE_CHECKING:
    from models.work import Work

CHAT, OTHER, LOG, MANAGER = -1001, -1002, -1003, 7
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


async def put(work: Work, path: str, value: object, *, chat_id: int = CHAT, at: datetime = NOW) -> None:
    await change(work, chat_id=chat_id, path=path, value=value, by=MANAGER, now=at)


async def put_rules(work: Work, *rules: str, at: datetime = NOW) -> None:
    await set_rules(work, chat_id=CHAT, rules=rules, by=MANAGER, timezone="UTC", now=at)


async def go_back(work: Work, version: int) -> None:
    seen = await versions.latest(work, CHAT)
    await versions.rollback(work, chat_id=CHAT, version=version, seen=seen, by=MANAGER, now=NOW)


async def everything(work: Work) -> tuple[dict[str, object], tuple[str, ...]]:
    return await stored.overrides(work, CHAT), await own_rules(work, CHAT)


async def meant(work: Work, word: str, *, timezone: str = "UTC") -> int:
    return await versions.number_meant(work, chat_id=CHAT, word=word, timezone=timezone, now=NOW)


async def test_every_change_has_a_number_a_name_and_a_time(work: Work) -> None:
    await put(work, "rules.flood.messages", 9)
    await put_rules(work, "Be kind")
    await reset(work, chat_id=CHAT, path="rules.flood.messages", by=None, now=NOW, how="menu")
    found = await versions.page(work, chat_id=CHAT, down_to=1, up_to=3)
    assert [(one.version, one.path, one.before, one.after, one.changed_by, one.how) for one in found] == [
        (3, "rules.flood.messages", 9, None, None, "menu"),
        (2, NUMBERED, None, ["Be kind"], MANAGER, "typed"),
        (1, "rules.flood.messages", None, 9, MANAGER, "typed"),
    ]
    assert {one.changed_at for one in found} == {NOW}


async def test_what_is_changed_at_once_is_one_version(work: Work) -> None:
    values = {"rules.flood.messages": 9, "language": "zh"}
    await change_all(work, chat_id=CHAT, values=values, by=MANAGER, now=NOW, how="import")
    assert await versions.latest(work, CHAT) == 1


async def test_a_change_to_the_same_is_no_version(work: Work) -> None:
    for _ in range(2):
        await put(work, "rules.blocklist.entries", ("spam",))
        await put_rules(work, "Be kind")
    assert await versions.latest(work, CHAT) == 2


async def test_a_refused_change_is_no_version(work: Work) -> None:
    with pytest.raises(Refusal):
        await put(work, "rules.flood.messages", 1000)
    assert await versions.latest(work, CHAT) == 0


async def test_chats_are_counted_apart(work: Work) -> None:
    await put(work, "language", "zh")
    await put(work, "language", "zh", chat_id=OTHER)
    assert await versions.latest(work, OTHER) == 1


async def test_the_difference_is_between_then_and_now(work: Work) -> None:
    await put(work, "rules.flood.messages", 9)
    await put(work, "rules.flood.messages", 12)
    await put(work, "language", "zh")
    await put(work, "language", "en")
    found = await versions.since(work, chat_id=CHAT, version=1)
    assert [(one.path, one.before, one.after) for one in found] == [("rules.flood.messages", 9, 12)]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(overrides(), min_size=1, max_size=4), data=st.data())
async def test_going_back_restores_exactly(work: Work, steps: list[dict[str, object]], data: st.DataObject) -> None:
    states = {await versions.latest(work, CHAT): await everything(work)}
    for number, step in enumerate(steps):
        values = {path: value for path, value in step.items() if path not in {"log_chat", "staff_chat", "bans.share"}}
        await change_all(work, chat_id=CHAT, values=values, by=MANAGER, now=NOW, how="import")
        await put_rules(work, f"Rule {number}")
        states[await versions.latest(work, CHAT)] = await everything(work)
    version = data.draw(st.sampled_from(sorted(states)))
    await go_back(work, version)
    assert await everything(work) == states[version]
    assert paths.assemble({"language": "en", "timezone": "UTC"} | states[version][0]) == await settings_of(work, CHAT)


async def test_going_back_is_a_version_like_any_other(work: Work) -> None:
    await put(work, "rules.flood.messages", 9)
    await put(work, "rules.flood.messages", 12)
    await go_back(work, 1)
    await go_back(work, 2)
    assert (await settings_of(work, CHAT)).rules.flood.messages == 12
    found = await versions.page(work, chat_id=CHAT, down_to=1, up_to=9)
    assert [(one.version, one.how) for one in found] == [(4, "rollback"), (3, "rollback"), (2, "typed"), (1, "typed")]


async def test_the_digest_follows_on_the_way_back(work: Work) -> None:
    await put(work, "digest.at", "21:30")
    await go_back(work, 0)
    digest = await schedules.find(work, chat_id=CHAT, schedule_id=DIGEST_NUMBER)
    assert digest is not None
    assert digest.next_at == datetime(2026, 5, 30, 9, tzinfo=UTC)


async def test_nobody_goes_back_over_what_they_have_not_seen(work: Work) -> None:
    await put(work, "language", "zh")
    await put(work, "rules.flood.messages", 9)
    with pytest.raises(Refusal) as refused:
        await versions.rollback(work, chat_id=CHAT, version=0, seen=1, by=MANAGER, now=NOW)
    assert refused.value.phrase.key == "versions-moved-on"
    assert (await settings_of(work, CHAT)).language == "zh"


async def test_nobody_goes_back_to_a_log_chat_they_do_not_run(work: Work) -> None:
    await chats.put(work, Chat(chat_id=LOG, kind="channel", title="Log"), now=NOW)
    await put(work, "log_chat", LOG)
    await put(work, "log_chat", None)
    with pytest.raises(Refusal) as refused:
        await go_back(work, 1)
    assert refused.value.phrase.key == "digest-not-your-chat"
    await members.set_status(work, chat_id=LOG, user_id=MANAGER, status="administrator", at=NOW)
    await go_back(work, 1)
    assert (await settings_of(work, CHAT)).log_chat == LOG


async def test_settings_this_version_does_not_know_are_left_alone(work: Work) -> None:
    await put(work, "language", "zh")
    await stored.put(work, chat_id=CHAT, path="rules.gone.limit", value=1, by=None, at=NOW)
    step = kept.Step(path="rules.gone.limit", before=None, after=1)
    await kept.add(work, chat_id=CHAT, steps=[step], by=None, at=NOW, how="typed")
    await go_back(work, 0)
    assert await stored.overrides(work, CHAT) == {"rules.gone.limit": 1}


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("", 2),
        ("0", 0),
        ("#3", 3),
        ("1d", 2),
        ("30h", 1),
        ("9d", 0),
        ("2026-05-29", 2),
        ("2026-05-28", 1),
        ("2020-01-01", 0),
    ],
)
async def test_a_version_is_meant_by_number_time_or_date(work: Work, word: str, number: int) -> None:
    for hours, limit in ((49, 4), (26, 5), (1, 6)):
        await put(work, "rules.warnings.limit", limit, at=NOW - timedelta(hours=hours))
    assert await meant(work, word) == number


async def test_a_day_begins_by_the_chats_own_clock(work: Work) -> None:
    await put(work, "rules.warnings.limit", 4, at=datetime(2026, 5, 28, 17, tzinfo=UTC))
    assert await meant(work, "2026-05-29") == 1
    assert await meant(work, "2026-05-29", timezone="Asia/Shanghai") == 0


@pytest.mark.parametrize("word", ["2", "-1", "soon", "2026-13-01", "9" * 30])
async def test_what_is_no_version_is_refused(work: Work, word: str) -> None:
    await put(work, "language", "zh")
    with pytest.raises(Refusal) as refused:
        await meant(work, word)
    assert refused.value.phrase.key == "versions-unknown"


async def test_without_any_change_there_is_nothing_to_go_back_to(work: Work) -> None:
    with pytest.raises(Refusal) as refused:
        await meant(work, "")
    assert refused.value.phrase.key == "versions-none"


async def test_what_another_process_changed_is_noticed(work: Work) -> None:
    await settings_of(work, CHAT)
    await stored.put(work, chat_id=CHAT, path="language", value="zh", by=None, at=NOW)
    step = kept.Step(path="language", before=None, after="zh")
    await kept.add(work, chat_id=CHAT, steps=[step], by=None, at=NOW, how="console")
    await versions.notice_console(work, now=NOW + timedelta(seconds=10))
    assert (await settings_of(work, CHAT)).language == "zh"
