"""Who sees [Appeal], and that it is theirs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.effects import Button
from domain.roles import Role
from domain.rules.appeals import APPEAL, with_appeal
from domain.rules.sanctions import Offender, Sentence, undo_keyboard

if TYPE_CHECKING:
    from domain.rules.actions import Verb

MEMBER = Offender(chat_id=-1, name="Ada", user_id=7)
CHANNEL = Offender(chat_id=-1, name="News", sender_chat_id=-9)


@pytest.mark.parametrize("act", ["delete", "warn", "restrict", "mute"])
def test_the_one_acted_upon_can_press_it_once(act: Verb) -> None:
    *_, button = with_appeal((), MEMBER, act, verdict_id=5)[0]
    assert isinstance(button, Button)
    assert (button.action, button.presser_id, button.single_use, button.permission) == (APPEAL, 7, True, Role.MEMBER)
    assert (button.chat_id, button.arguments) == (-1, {"verdict": 5})


@pytest.mark.parametrize(
    ("offender", "act"), [(CHANNEL, "delete"), (CHANNEL, "ban"), (MEMBER, "kick"), (MEMBER, "ban"), (MEMBER, "review")]
)
def test_nobody_else_is_shown_it(offender: Offender, act: Verb) -> None:
    assert with_appeal((), offender, act, verdict_id=5) == ()


def test_it_stands_beside_undo() -> None:
    undo = undo_keyboard(Sentence(act="mute"), MEMBER, verdict_id=5)
    ((first, second),) = with_appeal(undo, MEMBER, "mute", verdict_id=5)
    assert first == undo[0][0]
    assert isinstance(second, Button)
    assert second.action == APPEAL
