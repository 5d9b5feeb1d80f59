from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.calendar import local_day
from domain.people import Sighting
from domain.roles import Role
from models import audit, members, people
from models.administrators import mark_read
from services.roles import role_in
from tests.conftest import OWNER
from tests.handlers.scene import (
    ADMIN,
    ANONYMOUS_ADMIN,
    CREATOR,
    GROUP,
    MEMBER,
    NOW,
    STRANGER,
    chat_json,
)

if TYPE_CHECKING:
    from models.work import Work
    from tests.handlers.scene import Scene

DIRECTOR, SPECIALIST, SECOND_MANAGER = 12001, 12002, 12003


@pytest.fixture
async def staffed(scene: Scene, work: Work) -> Scene:
    """The scene with a director, a specialist and a second manager."""
    for user_id, role, name in (
        (DIRECTOR, Role.DIRECTOR, "Dora"),
        (SPECIALIST, Role.SPECIALIST, "Sue"),
        (SECOND_MANAGER, Role.MANAGER, "Zoe"),
    ):
        await people.remember(work, [(Sighting(user_id=user_id, name=name), NOW)])
        await members.assign_role(work, chat_id=GROUP, user_id=user_id, role=role, now=NOW)
    return scene


@pytest.mark.parametrize(
    ("by", "target", "role"),
    [
        (CREATOR, MEMBER, Role.DIRECTOR),
        (CREATOR, ADMIN, Role.SPECIALIST),
        (DIRECTOR, MEMBER, Role.MANAGER),
        (DIRECTOR, ADMIN, Role.MEMBER),
        (ADMIN, MEMBER, Role.SPECIALIST),
        (ADMIN, SPECIALIST, Role.MEMBER),
        (OWNER, DIRECTOR, Role.MEMBER),
    ],
)
async def test_who_stands_above_gives_a_role(staffed: Scene, work: Work, by: int, target: int, role: Role) -> None:
    [sent] = await staffed.write(f"/role {target} {role.name.lower()}", by=by)
    assert await role_in(work, chat_id=GROUP, user_id=target) is role
    assert f"“{role.name.lower()}”" in sent.text


@pytest.mark.parametrize(
    ("by", "target", "role"),
    [
        (ADMIN, MEMBER, "manager"),
        (ADMIN, MEMBER, "director"),
        (ADMIN, SECOND_MANAGER, "member"),
        (ADMIN, ADMIN, "director"),
        (ADMIN, ADMIN, "member"),
        (ADMIN, CREATOR, "member"),
        (DIRECTOR, MEMBER, "director"),
        (DIRECTOR, DIRECTOR, "member"),
        (DIRECTOR, CREATOR, "member"),
        (CREATOR, OWNER, "member"),
        (SPECIALIST, MEMBER, "specialist"),
        (MEMBER, MEMBER, "director"),
    ],
)
async def test_nobody_else_does(staffed: Scene, work: Work, by: int, target: int, role: str) -> None:
    before = await role_in(work, chat_id=GROUP, user_id=target)
    await staffed.write(f"/role {target} {role}", by=by)
    assert await role_in(work, chat_id=GROUP, user_id=target) is before


async def test_the_default_brings_telegrams_role_back(staffed: Scene, work: Work) -> None:
    await staffed.write("/role @ada member", by=CREATOR)
    await staffed.write("/role @ada default", by=CREATOR)
    assert await role_in(work, chat_id=GROUP, user_id=ADMIN) is Role.MANAGER


async def test_the_default_is_no_way_around_the_order(staffed: Scene, work: Work) -> None:
    await staffed.write("/role @ada member", by=CREATOR)
    await staffed.write("/role @ada default", by=SECOND_MANAGER)
    assert await role_in(work, chat_id=GROUP, user_id=ADMIN) is Role.MEMBER


async def test_an_anonymous_admin_gives_what_a_manager_may(staffed: Scene, work: Work) -> None:
    fields: dict[str, object] = {"sender_chat": chat_json(GROUP)}
    await staffed.write("/role @max specialist", by=ANONYMOUS_ADMIN, fields=fields)
    await staffed.write("/role @sam manager", by=ANONYMOUS_ADMIN, fields=fields)
    assert await role_in(work, chat_id=GROUP, user_id=MEMBER) is Role.SPECIALIST
    assert await role_in(work, chat_id=GROUP, user_id=STRANGER) is Role.MEMBER


async def test_giving_a_role_is_written_down(staffed: Scene, work: Work) -> None:
    await staffed.write("/role @max specialist", by=ADMIN)
    [entry] = await audit.of_chat(work, GROUP, since=local_day(NOW, "UTC"))
    assert (entry.actor_id, entry.action, entry.target_id) == (ADMIN, "role", MEMBER)
    assert entry.details == {"before": "member", "after": "specialist"}


@pytest.mark.parametrize(
    "author",
    [
        {"from": {"id": 9, "is_bot": True, "first_name": "A bot"}},
        {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}, "sender_chat": chat_json(-1007)},
    ],
    ids=["a bot", "a channel"],
)
async def test_only_people_have_roles(staffed: Scene, author: dict[str, object]) -> None:
    reply = {"message_id": 40, "date": 1, "chat": chat_json(GROUP), "text": "hi", **author}
    [sent] = await staffed.write("/role manager", by=CREATOR, fields={"reply_to_message": reply})
    assert sent.text == "Only people can have a role, not bots or channels."


async def test_roles_are_listed_from_the_top_without_notifying(staffed: Scene) -> None:
    [sent] = await staffed.write("/roles")
    assert sent.text.splitlines() == [
        "<b>Who runs this group</b>",
        "",
        "<b>Owner</b>",
        "· Cleo",
        "",
        "<b>Director</b>",
        "· Dora (role given with /role)",
        "",
        "<b>Manager</b>",
        "· Ada",
        "· Zoe (role given with /role)",
        "",
        "<b>Specialist</b>",
        "· Sue (role given with /role)",
    ]


async def test_bots_run_nothing(staffed: Scene, work: Work) -> None:
    helper = Sighting(user_id=12004, name="Helper", is_bot=True)
    await people.remember(work, [(helper, NOW)])
    await staffed.status(helper.user_id, "administrator")
    [sent] = await staffed.write("/roles")
    assert "Helper" not in sent.text


async def test_who_wishes_to_be_anonymous_is_not_named(staffed: Scene, work: Work) -> None:
    await mark_read(work, GROUP, NOW, anonymous=[ADMIN])
    [sent] = await staffed.write("/roles")
    assert "Ada" not in sent.text
    assert sent.text.endswith("<i>Some run it without showing their name.</i>")


async def test_an_id_never_seen_gets_no_role(staffed: Scene) -> None:
    [sent] = await staffed.write("/role 123456789 specialist", by=CREATOR)
    assert sent.text.startswith("I have not met “123456789”")


@pytest.mark.parametrize(
    ("word", "role"), [("专员", Role.SPECIALIST), ("运营经理", Role.MANAGER), ("默认", Role.MEMBER)]
)
async def test_a_role_may_be_named_in_chinese(staffed: Scene, work: Work, word: str, role: Role) -> None:
    await staffed.write(f"/role @max {word}", by=CREATOR)
    assert await role_in(work, chat_id=GROUP, user_id=MEMBER) is role


async def test_nobody_is_listed_where_nobody_has_a_role(scene: Scene) -> None:
    for user_id in (CREATOR, ADMIN):
        await scene.status(user_id, "left")
    [sent] = await scene.write("/roles")
    assert sent.text == "Nobody has a special role here yet."


async def test_private_chat_about_no_group_lists_no_roles(scene: Scene) -> None:
    [sent] = await scene.write("/roles", chat_id=MEMBER)
    assert sent.text == "This is about a group: please send it there."
