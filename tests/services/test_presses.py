from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from domain.roles import Role
from models import buttons, members
from models.buttons import StoredButton
from services.presses import LIFETIME, authorise, chat_of_button

if TYPE_CHECKING:
    from models.work import Work

CHAT, ABOUT, ADA, BEA = -1001, -1002, 11, 12
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


async def store(work: Work, *, single_use: bool = False, presser_id: int | None = None) -> None:
    stored = StoredButton(
        chat_id=CHAT,
        token="token",
        action="note",
        arguments={"page": 1},
        permission=Role.MANAGER,
        for_chat=ABOUT,
        created_at=NOW,
        message_id=50,
        presser_id=presser_id,
        single_use=single_use,
    )
    await buttons.store(work, [stored])
    await members.set_status(work, chat_id=ABOUT, user_id=ADA, status="administrator", at=NOW)


async def press(work: Work, *, user_id: int = ADA, message_id: int = 50, now: datetime = NOW) -> StoredButton:
    return await authorise(work, token="token", chat_id=CHAT, message_id=message_id, user_id=user_id, now=now)


async def refused(work: Work, *, user_id: int = ADA, message_id: int = 50, now: datetime = NOW) -> str:
    with pytest.raises(Refusal) as refusal:
        await press(work, user_id=user_id, message_id=message_id, now=now)
    return refusal.value.phrase.key


async def test_the_role_counts_in_the_chat_the_button_is_about(work: Work) -> None:
    await store(work)
    assert (await press(work)).arguments == {"page": 1}
    await members.set_status(work, chat_id=ABOUT, user_id=ADA, status="member", at=NOW)
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="creator", at=NOW)
    assert await refused(work) == "common-not-allowed"


async def test_a_button_for_one_person_is_for_no_other(work: Work) -> None:
    await store(work, presser_id=BEA)
    assert await refused(work) == "common-button-not-yours"


async def test_a_button_of_single_use_is_used_once(work: Work) -> None:
    await store(work, single_use=True)
    await press(work)
    assert await refused(work) == "common-button-expired"


async def test_a_refused_press_uses_nothing_up(work: Work) -> None:
    await store(work, single_use=True)
    assert await refused(work, user_id=BEA) == "common-not-allowed"
    assert (await press(work)).token == "token"


async def test_other_messages_and_old_ones_have_expired(work: Work) -> None:
    await store(work)
    assert await refused(work, message_id=51) == "common-button-expired"
    assert await refused(work, now=NOW + LIFETIME + timedelta(seconds=1)) == "common-button-expired"


async def test_what_a_button_is_about_can_be_asked(work: Work) -> None:
    await store(work)
    assert await chat_of_button(work, chat_id=CHAT, token="token") == ABOUT
    assert await chat_of_button(work, chat_id=ABOUT, token="token") is None
