from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from domain.effects import Answer
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.catalog import BUTTONS
from handlers.command import ButtonAction
from handlers.router import build
from models import buttons
from models.administrators import mark_read
from models.tables import metadata
from services.keyboards import new_token
from tests.handlers.scene import (
    ADMIN,
    BOT,
    CREATOR,
    GROUP,
    MEMBER,
    NOW,
    OTHER_GROUP,
    TOKEN,
    OnlyGetMe,
    Scene,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from handlers.desk import Office
    from handlers.turn import Turn
    from models.work import Work
    from services.words import Words
    from tests.handlers.scene import Sent


async def everything(work: Work) -> dict[str, list[Any]]:
    """Every row of the database but the answers and the names people go by, which any update may tell."""
    tables = [table for table in metadata.sorted_tables if table.name not in {"outbox", "people"}]
    return {table.name: sorted(map(str, (await work.connection.execute(select(table))).all())) for table in tables}


async def by_another_member(scene: Scene, token: str) -> list[Sent]:
    return await scene.press(token, by=MEMBER)


async def by_a_higher_one(scene: Scene, token: str) -> list[Sent]:
    return await scene.press(token, by=CREATOR)


async def in_another_chat(scene: Scene, token: str) -> list[Sent]:
    await scene.status(ADMIN, "administrator", chat_id=OTHER_GROUP)
    return await scene.press(token, by=ADMIN, chat_id=OTHER_GROUP)


async def under_another_message(scene: Scene, token: str) -> list[Sent]:
    return await scene.press(token, by=ADMIN, message_id=51)


async def a_second_time(scene: Scene, token: str) -> list[Sent]:
    await buttons.use(scene.work, chat_id=GROUP, token=token, now=scene.now)
    return await scene.press(token, by=ADMIN)


async def after_demotion(scene: Scene, token: str) -> list[Sent]:
    await scene.status(ADMIN, "member")
    return await scene.press(token, by=ADMIN)


async def after_leaving(scene: Scene, token: str) -> list[Sent]:
    await scene.status(ADMIN, "kicked")
    return await scene.press(token, by=ADMIN)


async def a_month_later(scene: Scene, token: str) -> list[Sent]:
    scene.now = NOW + timedelta(days=30, seconds=1)
    await mark_read(scene.work, GROUP, scene.now)
    return await scene.press(token, by=ADMIN)


async def not_knowing_the_admins(scene: Scene, token: str) -> list[Sent]:
    scene.now = NOW + timedelta(seconds=61)
    return await scene.press(token, by=ADMIN)


async def with_a_token_made_up(scene: Scene, token: str) -> list[Sent]:
    return await scene.press(token[:-1] + "x", by=ADMIN)


ATTACKS = (
    by_another_member,
    by_a_higher_one,
    in_another_chat,
    under_another_message,
    a_second_time,
    after_demotion,
    after_leaving,
    a_month_later,
    not_knowing_the_admins,
    with_a_token_made_up,
)


class Unchanged:
    """Compares the whole database around a press, leaving out what the attack itself prepared."""

    def __init__(self, scene: Scene) -> None:
        self._take = scene.take
        self._work = scene.work
        self.before: dict[str, list[Any]] = {}

    async def take(self, content: dict[str, object]) -> list[Sent]:
        self.before = await everything(self._work)
        return await self._take(content)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
async def test_no_attack_on_any_button_changes_anything(
    scene: Scene, work: Work, attack: Callable[[Scene, str], Awaitable[list[Sent]]]
) -> None:
    watch = Unchanged(scene)
    scene.take = watch.take  # type: ignore[method-assign]  # looks at the database just before the press
    changed, unrefused = [], []
    for action in BUTTONS:
        scene.now = NOW
        await scene.furnish()
        button = await scene.button(action.name, permission=Role.MANAGER, presser_id=ADMIN, single_use=True)
        [answer] = await attack(scene, button.token)
        if await everything(work) != watch.before:
            changed.append(action.name)
        if answer.method != "answerCallbackQuery" or not answer.parameters.get("show_alert"):
            unrefused.append(action.name)
    assert (changed, unrefused) == ([], [])


@dataclass
class Pressed:
    """What the example's button saw."""

    turns: list[Turn]
    arguments: list[dict[str, Any]]


@pytest.fixture
def pressed() -> Pressed:
    return Pressed([], [])


@pytest.fixture
async def office(words: Words, pressed: Pressed) -> AsyncIterator[Office]:
    async def note(turn: Turn, arguments: dict[str, Any]) -> None:
        pressed.turns.append(turn)
        pressed.arguments.append(arguments)

    async def answer_twice(turn: Turn, _arguments: dict[str, Any]) -> None:
        query = turn.update.callback_query
        assert query is not None
        for text in ("roles-nobody", "roles-title"):
            turn.do(Answer(chat_id=turn.chat_id, query_id=query.id, text=phrase(text)))

    async def refuse(_turn: Turn, _arguments: dict[str, Any]) -> None:
        raise Refusal(phrase("roles-nobody"))

    async def break_down(_turn: Turn, _arguments: dict[str, Any]) -> None:
        raise LookupError("broken")

    actions = (
        ButtonAction(name="note", run=note),
        ButtonAction(name="twice", run=answer_twice),
        ButtonAction(name="refuse", run=refuse),
        ButtonAction(name="broken", run=break_down),
        *BUTTONS,
    )
    built = build(TOKEN, words=words, bot=BOT, request=OnlyGetMe(), buttons=actions)
    await built.initialize()
    yield built
    await built.shutdown()


async def test_the_right_press_runs_once_and_is_answered_silently(scene: Scene, pressed: Pressed) -> None:
    button = await scene.button(
        "note", permission=Role.MANAGER, presser_id=ADMIN, single_use=True, arguments={"page": 2}
    )
    [answer] = await scene.press(button.token, by=ADMIN)
    [again] = await scene.press(button.token, by=ADMIN)
    assert (answer.method, answer.parameters.get("text")) == ("answerCallbackQuery", None)
    assert pressed.arguments == [{"page": 2}]
    assert again.text == "This button has expired. Please send the command again."


async def test_the_turn_is_about_the_buttons_chat(scene: Scene, pressed: Pressed) -> None:
    button = await scene.button("note", chat_id=ADMIN, for_chat=GROUP, permission=Role.MANAGER)
    await scene.press(button.token, by=ADMIN, chat_id=ADMIN)
    [turn] = pressed.turns
    assert (turn.chat_id, turn.about_chat, turn.private, turn.role) == (ADMIN, GROUP, True, Role.MANAGER)
    assert (turn.user_id, turn.message_id) == (ADMIN, 50)


async def test_a_press_can_be_faster_than_the_record_of_the_sending(scene: Scene, work: Work, pressed: Pressed) -> None:
    button = await scene.button("note", message_id=None, outbox_row=5)
    await scene.press(button.token)
    bound = await buttons.find(work, chat_id=GROUP, token=button.token)
    assert bound is not None
    assert (len(pressed.turns), bound.message_id) == (1, 50)


async def test_a_button_works_for_thirty_days(scene: Scene, pressed: Pressed) -> None:
    button = await scene.button("note")
    scene.now = NOW + timedelta(days=30)
    await scene.press(button.token)
    assert len(pressed.turns) == 1


async def test_a_press_answered_twice_is_answered_once(scene: Scene) -> None:
    button = await scene.button("twice")
    [answer] = await scene.press(button.token)
    assert answer.text == "Nobody has a special role here yet."


async def test_a_refusal_is_an_alert_and_leaves_the_button_unused(scene: Scene, work: Work) -> None:
    button = await scene.button("refuse", single_use=True)
    [answer] = await scene.press(button.token)
    kept = await buttons.find(work, chat_id=GROUP, token=button.token)
    assert kept is not None
    assert (answer.parameters["show_alert"], kept.used_at) == (True, None)


async def test_an_action_that_is_no_more_has_expired(scene: Scene) -> None:
    button = await scene.button("forgotten")
    [answer] = await scene.press(button.token)
    assert answer.text.startswith("This button has expired.")


async def test_what_an_action_raises_reaches_the_caller(scene: Scene) -> None:
    button = await scene.button("broken")
    with pytest.raises(LookupError, match="broken"):
        await scene.press(button.token)


@pytest.mark.parametrize("more", [{}, {"data": "x"}], ids=["a game", "an inline message"])
async def test_a_press_elsewhere_has_expired(scene: Scene, more: dict[str, object]) -> None:
    query = {"id": "7", "chat_instance": "1", "from": {"id": MEMBER, "is_bot": False, "first_name": "Max"}, **more}
    [answer] = await scene.take({"callback_query": query})
    assert answer.text.startswith("This button has expired.")


async def test_tokens_made_up_press_nothing(scene: Scene, pressed: Pressed) -> None:
    await scene.button("note", token=new_token())
    for _ in range(200):
        await scene.press(new_token())
    assert pressed.turns == []
