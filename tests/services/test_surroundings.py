"""What a chat calls its own: who runs it, which names belong to it; read only where a rule asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from domain.messages import Forward, Link, Message, Origin
from domain.people import Sighting
from domain.roles import Role
from domain.rules.judgement import Scene
from domain.settings import RulesSettings
from models import members, people
from models.chats import Chat, put
from models.staff import staff_of
from services.judging import belongs
from services.roles import store_administrators
from services.surroundings import asks_for_names, with_surroundings

if TYPE_CHECKING:
    from models.work import Work
    from services.roles import RawMember

CHAT, LINKED, ADA, BEN, CEM = -1001, -1005, 11, 12, 13
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
PLAIN = Message(chat_id=CHAT, message_id=1, at=AT, origin=Origin.MEMBER, sender_id=CEM, sender_name="Cem", text="hi")
WATCHING = RulesSettings.model_validate({"impersonation": {"mode": "on"}, "invites": {"mode": "on"}})


@pytest.fixture(autouse=True)
async def _furnished(work: Work) -> None:
    club = Chat(chat_id=CHAT, kind="supergroup", title="Club", username="Our_Club", linked_chat_id=LINKED)
    await put(work, club, now=AT)
    await put(work, Chat(chat_id=LINKED, kind="channel", title="News", username="Our_News"), now=AT)
    for user_id, name in ((ADA, "ada"), (BEN, "ben"), (CEM, "cem")):
        await people.remember(work, [(Sighting(user_id=user_id, name=name.title(), username=name), AT)])
        await members.set_status(work, chat_id=CHAT, user_id=user_id, status="member", at=AT)
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="administrator", at=AT)


async def staff(work: Work) -> list[int]:
    return [one.user_id for one in await staff_of(work, CHAT)]


def administrator(user_id: int, name: str) -> RawMember:
    return {"status": "administrator", "user": {"id": user_id, "is_bot": False, "first_name": name}}


async def test_who_runs_the_chat_is_known_by_name(work: Work) -> None:
    (ada,) = await staff_of(work, CHAT)
    assert (ada.user_id, ada.name, ada.username) == (ADA, "Ada", "ada")


async def test_roles_given_and_taken_by_people_count(work: Work) -> None:
    assert await staff(work) == [ADA]
    await members.assign_role(work, chat_id=CHAT, user_id=BEN, role=Role.SPECIALIST, now=AT)
    assert await staff(work) == [ADA, BEN]
    await members.assign_role(work, chat_id=CHAT, user_id=ADA, role=Role.MEMBER, now=AT)
    assert await staff(work) == [BEN]


async def test_a_change_of_administrators_is_seen_at_once(work: Work) -> None:
    assert await staff(work) == [ADA]
    await store_administrators(work, CHAT, [administrator(BEN, "Ben")], AT)
    assert await staff(work) == [BEN]
    await members.set_status(work, chat_id=CHAT, user_id=BEN, status="member", at=AT)
    assert await staff(work) == []


async def test_bots_run_nothing(work: Work) -> None:
    await people.remember(work, [(Sighting(user_id=99, name="Bot", is_bot=True), AT)])
    await members.set_status(work, chat_id=CHAT, user_id=99, status="administrator", at=AT)
    assert await staff(work) == [ADA]


async def test_nothing_is_read_for_rules_that_are_off(work: Work) -> None:
    scene = Scene()
    message = replace(PLAIN, mentioned_names=("ada",))
    assert await with_surroundings(work, message, scene, RulesSettings()) is scene


async def test_the_staff_is_there_where_doubles_are_looked_for(work: Work) -> None:
    scene = await with_surroundings(work, PLAIN, Scene(), WATCHING)
    assert [one.user_id for one in scene.staff] == [ADA]
    assert scene.own_names == frozenset()


async def test_names_of_the_chat_its_channel_and_its_people_are_its_own(work: Work) -> None:
    links = (Link("https://t.me/Ben", hidden=False), Link("https://t.me/other_club", hidden=False))
    message = replace(PLAIN, mentioned_names=("ada", "stranger"), links=links)
    scene = await with_surroundings(work, message, Scene(), WATCHING)
    assert scene.own_names == {"our_club", "our_news", str(LINKED), "ada"}


@pytest.mark.parametrize(
    ("rules", "message", "expected"),
    [
        ({}, replace(PLAIN, text="t.me/some_club"), False),
        ({"invites": {"mode": "on"}}, PLAIN, False),
        ({"invites": {"mode": "shadow"}}, replace(PLAIN, text="t.me/some_club"), True),
        ({"locks": {"kinds": ["invitelink"]}}, replace(PLAIN, text="t.me/some_club"), True),
        ({"forwards": {"mode": "on"}}, replace(PLAIN, forward=Forward(kind="channel")), True),
        ({"forwards": {"mode": "on"}}, PLAIN, False),
        ({"channels": {"mode": "on"}}, replace(PLAIN, sender_chat_id=-1009), True),
    ],
)
def test_names_are_looked_up_only_where_a_rule_asks(
    rules: dict[str, object], message: Message, *, expected: bool
) -> None:
    assert asks_for_names(message, RulesSettings.model_validate(rules)) is expected


@pytest.mark.parametrize(
    ("status", "at", "expected"),
    [("member", AT, True), ("restricted", AT, True), ("left", AT, False), ("member", members.NEVER, False)],
)
async def test_who_was_never_seen_to_join_does_not_belong(
    work: Work, status: str, at: datetime, *, expected: bool
) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=CEM, status=status, at=at)
    member = await members.find(work, chat_id=CHAT, user_id=CEM)
    assert member is not None
    assert belongs(member) is expected
