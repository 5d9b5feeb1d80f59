from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from handlers.shared_bans import SHOWN
from services import federations
from services.shared_bans import run_errand
from tests.handlers.scene import (
    ADMIN,
    ANONYMOUS_ADMIN,
    BOT,
    CREATOR,
    GROUP,
    MEMBER,
    OTHER_GROUP,
    STRANGER,
    Scene,
    chat_json,
    message_json,
    user_json,
)

if TYPE_CHECKING:
    from tests.handlers.scene import Sent


async def founded(scene: Scene) -> str:
    """The creator has founded a federation of both groups; its id."""
    await scene.status(CREATOR, "creator", chat_id=OTHER_GROUP)
    (sent,) = await scene.write("/newfed City groups", by=CREATOR)
    found = re.search(r"[0-9a-f]{32}", sent.text)
    assert found
    for chat_id in (GROUP, OTHER_GROUP):
        await scene.write(f"/joinfed {found[0]}", by=CREATOR, chat_id=chat_id)
    return found[0]


async def said(scene: Scene, text: str, *, by: int = CREATOR, chat_id: int = GROUP) -> str:
    return "\n".join(sent.text for sent in await scene.write(text, by=by, chat_id=chat_id))


def banned(sent: list[Sent]) -> list[tuple[int, int]]:
    return [(one.parameters["chat_id"], one.parameters["user_id"]) for one in sent if one.method == "banChatMember"]


async def test_a_federation_is_founded_and_joined(scene: Scene) -> None:
    key = await founded(scene)
    told = await said(scene, "/fedinfo")
    assert "City groups" in told
    assert "Groups: 2" in told
    assert key in told


async def test_its_id_is_shown_only_to_those_who_run_it(scene: Scene) -> None:
    key = await founded(scene)
    assert key not in await said(scene, "/fedinfo", by=ADMIN)


@pytest.mark.parametrize("text", ["/newfed Mine", "/joinfed 0", "/leavefed"])
@pytest.mark.parametrize("by", [ADMIN, MEMBER])
async def test_a_group_is_bound_by_its_directors_only(scene: Scene, text: str, by: int) -> None:
    await founded(scene)
    assert "“director”" in await said(scene, text, by=by)
    assert await federations.find_of_chat(scene.work, GROUP) is not None


async def test_a_group_leaves(scene: Scene) -> None:
    await founded(scene)
    assert "no more" in await said(scene, "/leavefed")
    assert "belongs to no federation" in await said(scene, "/fedinfo")


async def test_a_ban_is_said_and_done_here_and_on_its_way_elsewhere(scene: Scene) -> None:
    await founded(scene)
    await scene.status(MEMBER, "member", chat_id=OTHER_GROUP)
    sent = await scene.write("/fedban @max selling accounts", by=CREATOR)
    assert banned(sent) == [(GROUP, MEMBER)]
    assert "(2 in all)" in sent[-1].text
    assert "selling accounts" in sent[-1].text
    (effect,) = await run_errand(scene.work, now=scene.now)
    assert effect.chat_id == OTHER_GROUP  # type: ignore[union-attr]  # a ban is of a chat


async def test_a_ban_needs_both_the_groups_and_the_federations_trust(scene: Scene) -> None:
    await founded(scene)
    assert "owner and the admins of City groups" in await said(scene, "/fedban @sam", by=ADMIN)
    await scene.write("/fedpromote @ada", by=CREATOR)
    assert banned(await scene.write("/fedban @sam", by=ADMIN)) == [(GROUP, STRANGER)]
    await scene.write("/fedpromote @max", by=CREATOR)
    assert "“manager”" in await said(scene, "/fedban @sam", by=MEMBER)


async def test_an_anonymous_admin_bans_for_nobody(scene: Scene) -> None:
    await founded(scene)
    fields: dict[str, object] = {"sender_chat": chat_json(GROUP)}
    (sent,) = await scene.write("/fedban @max", by=ANONYMOUS_ADMIN, fields=fields)
    assert "not anonymously" in sent.text


async def test_only_its_owner_chooses_its_admins(scene: Scene) -> None:
    await founded(scene)
    assert "Only the owner" in await said(scene, "/fedpromote @ada", by=ADMIN)
    await scene.write("/fedpromote @ada", by=CREATOR)
    assert "• Ada" in await said(scene, "/fedadmins", by=ADMIN)
    assert "no more" in await said(scene, "/feddemote @ada")
    assert "was no admin" in await said(scene, "/feddemote @ada")


async def test_a_lifted_ban_is_said(scene: Scene) -> None:
    await founded(scene)
    await scene.write("/fedban @max", by=CREATOR)
    assert "lifted in all its groups" in await said(scene, "/unfedban @max")
    assert "is not banned" in await said(scene, "/unfedban @max")


async def test_who_comes_and_is_banned_elsewhere_goes(scene: Scene) -> None:
    await founded(scene)
    await scene.write("/fedban @sam", by=CREATOR)
    came = {"new_chat_members": [{"id": STRANGER, "is_bot": False, "first_name": "Sam"}]}
    message = message_json("", by=STRANGER, chat_id=OTHER_GROUP, at=scene.now) | came
    assert banned(await scene.take({"message": message})) == [(OTHER_GROUP, STRANGER)]


async def test_whom_a_group_ignores_may_come(scene: Scene) -> None:
    await founded(scene)
    await scene.write("/fedban @sam", by=CREATOR)
    await scene.write("/fedignore @sam", by=CREATOR, chat_id=OTHER_GROUP)
    member = {"user": user_json(STRANGER)}
    moved = {
        "chat": chat_json(OTHER_GROUP),
        "from": member["user"],
        "date": int(scene.now.timestamp()),
        "old_chat_member": {**member, "status": "left"},
        "new_chat_member": {**member, "status": "member"},
    }
    assert banned(await scene.take({"chat_member": moved})) == []
    assert "count here again" in await said(scene, "/fedignore @sam off", chat_id=OTHER_GROUP)


async def test_everybody_may_ask_about_themselves(scene: Scene) -> None:
    await founded(scene)
    assert "is not banned" in await said(scene, "/fedstat", by=MEMBER)
    assert "about yourself" in await said(scene, "/fedstat @sam", by=MEMBER)


async def test_managers_ask_about_others(scene: Scene) -> None:
    await founded(scene)
    await scene.write("/fedban @sam selling accounts", by=CREATOR)
    assert "selling accounts" in await said(scene, "/fedstat @sam", by=ADMIN)


async def test_the_bans_are_listed_and_given_out(scene: Scene) -> None:
    await founded(scene)
    await scene.write("/fedban @sam =cmd()", by=CREATOR)
    assert "Sam &lt;b&gt;" in await said(scene, "/fedbans", by=ADMIN)
    assert "owner and the admins" in await said(scene, "/fedbans export", by=ADMIN)
    assert f"{STRANGER},Sam &lt;b&gt;,'=cmd()," in await said(scene, "/fedbans export")


async def test_a_list_answered_to_is_taken_over(scene: Scene) -> None:
    await founded(scene)
    rows = "\n".join(str(number) for number in range(1, SHOWN + 2))
    listed = message_json(f"user_id\n{rows}", by=BOT.bot_id, chat_id=GROUP, at=scene.now) | {"message_id": 40}
    (sent,) = await scene.write("/fedimport", by=CREATOR, fields={"reply_to_message": listed})
    assert f"{SHOWN + 1} of the {SHOWN + 1}" in sent.text
    assert (await said(scene, "/fedbans")).count("•") == SHOWN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/fedimport hello", "no list of bans"),
        ("/fedimport user_id\nx", "Line 2 of the list"),
        ("/fedimport", "answer to the file"),
        ("/fedban -1001234567890", "people only"),
        ("/fedpromote -1001234567890", "Only people"),
        ("/fedpromote 5", "not met"),
        ("/joinfed 0123", "no federation with that id"),
    ],
)
async def test_what_cannot_be_done_is_told_in_one_sentence(scene: Scene, text: str, told: str) -> None:
    await founded(scene)
    assert told in await said(scene, text)


async def test_sharing_among_ones_own_groups_is_the_owners_choice(scene: Scene) -> None:
    assert "owner or a director" in await said(scene, "/set bans.share on", by=ADMIN)
    assert "<b>on</b>" in await said(scene, "/set bans.share on")
