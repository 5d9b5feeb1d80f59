"""/rule typed into the real router: list, show, switch, change, try."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.roles import Role
from domain.rules.catalog import RULES
from domain.rules.sanctions import Offender
from models.tables import tasks
from services.settings import change, settings_of
from tests.court import sentenced
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from typing import Any

    from domain.settings import RulesSettings
    from tests.handlers.scene import Scene


async def said(scene: Scene, text: str, *, by: int = ADMIN) -> str:
    (sent,) = await scene.write(text, by=by)
    return sent.text


async def rules(scene: Scene) -> RulesSettings:
    return (await settings_of(scene.work, GROUP)).rules


async def asked(scene: Scene) -> list[Any]:
    return list((await scene.work.connection.execute(select(tasks))).all())


async def test_every_rule_is_listed_with_what_it_does(scene: Scene) -> None:
    text = await said(scene, "/rule")
    for rule in RULES:
        assert f"<code>{rule.name}</code>" in text
    assert "🟢 <b>Flooding</b> <code>flood</code> → a warning" in text


async def test_the_list_says_how_each_did(scene: Scene) -> None:
    who = Offender(chat_id=GROUP, name="Max", user_id=MEMBER)
    await sentenced(scene.work, offender=who, at=NOW)
    await sentenced(scene.work, offender=who, at=NOW, mode="shadow", rule="flood")
    text = await said(scene, "/rule")
    assert "30 days: fired once, 0 taken back, 100% right" in text
    assert "30 days: would have hit 1 message" in text


async def test_one_rule_is_shown_with_all_its_settings(scene: Scene) -> None:
    text = await said(scene, "/rule flood")
    for part in (
        "What follows: a warning",
        "Rule 2",
        "<code>messages</code>: 7",
        "<code>seconds</code>: 10",
        "nothing yet",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("typed", "path", "value"),
    [
        ("flood off", "flood.mode", "off"),
        ("FLOOD Shadow", "flood.mode", "shadow"),
        ("flood 观察", "flood.mode", "shadow"),
        ("flood action mute 6h", "flood.action", "mute 6h"),
        ("flood 处理 禁言 6小时", "flood.action", "mute 6h"),
        ("flood set messages 8", "flood.messages", 8),
        ("links set allowed a.example, b.example", "links.allowed", ("a.example", "b.example")),
    ],
)
async def test_a_rule_is_changed(scene: Scene, typed: str, path: str, value: object) -> None:
    assert (await said(scene, f"/rule {typed}")).startswith("✅ Changed:")
    found: object = await rules(scene)
    for name in path.split("."):
        found = getattr(found, name)
    assert found == value


async def test_a_default_comes_back(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="rules.flood.messages", value=50, by=ADMIN, now=NOW)
    await said(scene, "/rule flood set messages default")
    assert (await rules(scene)).flood.messages == 7


async def test_a_rule_is_found_by_the_name_people_read(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="language", value="zh", by=ADMIN, now=NOW)
    assert "<code>flood</code>" in await said(scene, "/rule 刷屏")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("flod", "I know no rule “flod”. Did you mean <code>flood</code>?"),
        ("xyz", "Did you mean"),
        ("flood dance", "I do not understand “dance”"),
        ("flood action dance", "“dance” is no action"),
        ("flood set mesages 8", "rules.flood.messages"),
        ("flood set messages 1", "3"),
        ("backtest", "Did you mean"),
        ("backtest flood 7d messages 5", "I do not understand “messages 5” there"),
        ("backtest flood mesages=5", "rules.flood.messages"),
        ("backtest flood messages=1", "3"),
        ("backtest impersonation", "cannot be tried on the past"),
    ],
)
async def test_what_cannot_be_understood_gets_one_sentence_and_changes_nothing(
    scene: Scene, typed: str, answer: str
) -> None:
    before = await rules(scene)
    assert answer in await said(scene, f"/rule {typed}")
    assert await rules(scene) == before
    assert await asked(scene) == []


@pytest.mark.parametrize(
    "typed", ["backtest flood 2d messages=5", "flood backtest 2d messages=5", "flood 试跑 2天 messages=5"]
)
async def test_a_draft_is_tried_and_not_kept(scene: Scene, typed: str) -> None:
    assert "Trying “Flooding” on the messages of the last 2 days" in await said(scene, f"/rule {typed}")
    (task,) = await asked(scene)
    assert (task.kind, task.place, task.asked_by) == ("backtest", GROUP, ADMIN)
    assert task.arguments["draft"]["flood"]["messages"] == 5
    assert task.arguments["current"]["flood"]["messages"] == 7
    assert (await rules(scene)).flood.messages == 7


async def test_a_week_is_tried_when_nothing_is_said(scene: Scene) -> None:
    assert "the last 7 days" in await said(scene, "/rule backtest flood")


async def test_members_may_not(scene: Scene) -> None:
    assert "takes the role" in await said(scene, "/rule flood off", by=MEMBER)
    assert (await rules(scene)).flood.mode == "on"


async def test_buttons_switch_and_try(scene: Scene) -> None:
    mode = await scene.button("rule-mode", permission=Role.MANAGER, arguments={"rule": "flood", "mode": "shadow"})
    edit = (await scene.press(mode.token, by=ADMIN))[-1]
    assert "only watching" in edit.text
    assert (await rules(scene)).flood.mode == "shadow"
    again = await scene.button("rule-backtest", permission=Role.MANAGER, arguments={"rule": "flood"})
    await scene.press(again.token, by=ADMIN)
    assert len(await asked(scene)) == 1


async def test_a_button_of_a_rule_that_is_no_more_has_expired(scene: Scene) -> None:
    button = await scene.button("rule-mode", permission=Role.MANAGER, arguments={"rule": "gone", "mode": "on"})
    (answer,) = await scene.press(button.token, by=ADMIN)
    assert "expired" in answer.text
