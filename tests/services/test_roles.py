from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from models import chats, members, people
from models.administrators import mark_read, read_at
from models.chats import Chat
from services.roles import (
    CERTAIN_FOR,
    FRESH_FOR,
    holders,
    is_anonymous,
    is_certain,
    is_present,
    role_in,
    store_administrators,
)
from tests.conftest import OWNER

if TYPE_CHECKING:
    from models.work import Work
    from services.roles import RawMember

CHAT, OTHER = -1001, -1002
ADA, BEA, CLEO = 11, 12, 13
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
BEFORE = NOW - timedelta(hours=1)


def listed(user_id: int, status: str = "administrator") -> RawMember:
    user = {"id": user_id, "is_bot": False, "first_name": f"Name {user_id}", "username": f"name{user_id}"}
    return {"status": status, "user": user, "can_restrict_members": True}  # type: ignore[typeddict-unknown-key,typeddict-item]  # as Telegram sends it


@pytest.fixture(autouse=True)
async def chat(work: Work) -> None:
    await chats.put(work, Chat(chat_id=CHAT, kind="supergroup", title="Chat"), now=BEFORE)


async def status(work: Work, user_id: int, what: str, at: datetime = BEFORE) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=user_id, status=what, at=at)


@pytest.mark.parametrize(
    ("telegram", "assigned", "role"),
    [
        ("creator", None, Role.OWNER),
        ("creator", Role.MEMBER, Role.OWNER),
        ("administrator", None, Role.MANAGER),
        ("administrator", Role.MEMBER, Role.MEMBER),
        ("administrator", Role.DIRECTOR, Role.DIRECTOR),
        ("member", None, Role.MEMBER),
        ("member", Role.SPECIALIST, Role.SPECIALIST),
        ("restricted", Role.MANAGER, Role.MANAGER),
        ("left", Role.DIRECTOR, Role.MEMBER),
        ("kicked", Role.MANAGER, Role.MEMBER),
    ],
)
async def test_status_and_assignment_make_the_role(
    work: Work, telegram: str, assigned: Role | None, role: Role
) -> None:
    await members.assign_role(work, chat_id=CHAT, user_id=ADA, role=assigned, now=BEFORE)
    await status(work, ADA, telegram)
    assert await role_in(work, chat_id=CHAT, user_id=ADA) is role
    assert await role_in(work, chat_id=OTHER, user_id=ADA) is Role.MEMBER


async def test_the_process_owner_is_owner_everywhere(work: Work) -> None:
    await status(work, OWNER, "left")
    assert await role_in(work, chat_id=CHAT, user_id=OWNER) is Role.OWNER
    assert await role_in(work, chat_id=OTHER, user_id=OWNER) is Role.OWNER


async def test_telegrams_list_makes_and_unmakes_administrators(work: Work) -> None:
    await status(work, CLEO, "administrator")
    await store_administrators(work, CHAT, [listed(ADA, "creator"), listed(BEA)], NOW)
    roles = [await role_in(work, chat_id=CHAT, user_id=user_id) for user_id in (ADA, BEA, CLEO)]
    assert roles == [Role.OWNER, Role.MANAGER, Role.MEMBER]
    assert await read_at(work, CHAT) == NOW


async def test_telegrams_list_makes_names_known(work: Work) -> None:
    await store_administrators(work, CHAT, [listed(BEA)], NOW)
    known = await people.find_by_username(work, "@NAME12")
    assert known is not None
    assert known.user_id == BEA


async def test_telegrams_list_tells_who_is_anonymous(work: Work) -> None:
    await store_administrators(work, CHAT, [listed(ADA, "creator"), listed(BEA) | {"is_anonymous": True}], NOW)
    assert [(one.user_id, one.anonymous) for one in await holders(work, CHAT)] == [(ADA, False), (BEA, True)]
    assert await is_anonymous(work, chat_id=CHAT, user_id=BEA)


async def test_telegrams_list_keeps_assigned_roles(work: Work) -> None:
    await members.assign_role(work, chat_id=CHAT, user_id=BEA, role=Role.DIRECTOR, now=BEFORE)
    await store_administrators(work, CHAT, [listed(BEA)], NOW)
    await store_administrators(work, CHAT, [], NOW)
    assert await role_in(work, chat_id=CHAT, user_id=BEA) is Role.DIRECTOR


async def test_an_event_later_than_the_list_stands(work: Work) -> None:
    await status(work, BEA, "member", at=NOW + timedelta(seconds=1))
    await store_administrators(work, CHAT, [listed(BEA)], NOW)
    assert await role_in(work, chat_id=CHAT, user_id=BEA) is Role.MEMBER


async def test_an_administrator_is_certain_for_a_minute(work: Work) -> None:
    await status(work, ADA, "administrator")
    await mark_read(work, CHAT, NOW)
    assert await is_certain(work, chat_id=CHAT, user_id=ADA, now=NOW + CERTAIN_FOR)
    assert not await is_certain(work, chat_id=CHAT, user_id=ADA, now=NOW + CERTAIN_FOR + timedelta(seconds=1))


async def test_an_administrator_never_asked_about_is_not(work: Work) -> None:
    await status(work, ADA, "administrator")
    assert not await is_certain(work, chat_id=CHAT, user_id=ADA, now=NOW)


async def test_an_event_makes_certain_too(work: Work) -> None:
    await status(work, ADA, "administrator", at=NOW - timedelta(seconds=30))
    assert await is_certain(work, chat_id=CHAT, user_id=ADA, now=NOW)


async def test_roles_that_are_not_telegrams_are_always_certain(work: Work) -> None:
    await members.assign_role(work, chat_id=CHAT, user_id=BEA, role=Role.MANAGER, now=BEFORE)
    assert await is_certain(work, chat_id=CHAT, user_id=BEA, now=NOW)
    assert await is_certain(work, chat_id=CHAT, user_id=OWNER, now=NOW)


def test_a_list_is_read_again_before_it_is_doubted() -> None:
    assert FRESH_FOR < CERTAIN_FOR


@pytest.mark.parametrize(("telegram", "present"), [("member", True), ("restricted", True), ("left", False)])
async def test_presence_is_membership(work: Work, telegram: str, *, present: bool) -> None:
    await status(work, ADA, telegram)
    assert await is_present(work, chat_id=CHAT, user_id=ADA) is present
    assert not await is_present(work, chat_id=OTHER, user_id=ADA)
    assert await is_present(work, chat_id=OTHER, user_id=OWNER)
