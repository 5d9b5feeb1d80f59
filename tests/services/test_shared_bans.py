from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.effects import Ban, Priority, Send, Unban
from domain.roles import Role
from models import audit, verdicts
from models.members import assign_role
from services import federations, shared_bans
from services import verdicts as deciding
from services.chats import migrate, set_bot_status
from services.settings import change
from services.shared_bans import AT_ONCE, SWEPT_EVERY, banned_elsewhere, on_join
from tests.services.federation import (
    ADMIN,
    GROUPS,
    LATER,
    NOW,
    ONE,
    OUTSIDE,
    OWNER,
    SPAM,
    THREE,
    TWO,
    bans,
    carried_out,
    set_status,
    union,
)

if TYPE_CHECKING:
    from models.work import Work


async def test_a_ban_holds_in_every_group_once(work: Work) -> None:
    made = await union(work)
    here = await made.ban()
    elsewhere = await carried_out(work)
    assert bans([*here, *elsewhere]) == [(chat_id, SPAM) for chat_id in sorted(GROUPS)]


async def test_elsewhere_it_waits_behind_what_is_urgent(work: Work) -> None:
    made = await union(work)
    here, elsewhere = await made.ban(), await carried_out(work)
    assert [one.priority for one in here if isinstance(one, Ban)] == [Priority.MODERATION]
    assert {one.priority for one in elsewhere if isinstance(one, Ban)} == {Priority.POST}


async def test_each_group_has_a_verdict_of_its_own_with_the_reason(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    for chat_id in GROUPS:
        (verdict,) = await verdicts.of_target(work, chat_id=chat_id, target_id=SPAM)
        assert (verdict.verb, verdict.mode, verdict.state) == ("ban", "manual", "standing")
        assert (verdict.reason, verdict.actor_id) == ("selling accounts", OWNER)
        assert verdict.seen["federation_name"] == "City groups"
        (entry,) = await audit.of_chat(work, chat_id, since=NOW.date())
        assert (entry.action, entry.actor_id, entry.target_id) == ("ban", OWNER, SPAM)


async def test_the_log_of_each_group_cites_the_reason(work: Work) -> None:
    made = await union(work)
    await change(work, chat_id=TWO, path="log_chat", value=OUTSIDE, by=OWNER, now=NOW)
    await made.ban()
    (line,) = [one for one in await carried_out(work) if isinstance(one, Send)]
    assert line.chat_id == OUTSIDE
    assert [button.action for button in line.keyboard[0]] == ["moderation-undo"]  # type: ignore[union-attr]  # no link


async def test_a_great_federation_is_gone_through_page_by_page(work: Work) -> None:
    made = await union(work)
    more = [-2000 - number for number in range(AT_ONCE + 2)]
    for chat_id in more:
        await made.join(chat_id)
        await set_status(work, chat_id, SPAM, "member")
    await made.ban()
    first = await shared_bans.run_errand(work, now=LATER)
    assert len(bans(first)) == AT_ONCE
    rest = [effect for _ in range(3) for effect in await shared_bans.run_errand(work, now=LATER)]
    assert len(bans(first + rest)) == len(more) + len(GROUPS) - 1


async def test_who_is_not_there_is_banned_on_coming(work: Work) -> None:
    made = await union(work)
    await set_status(work, TWO, SPAM, "left")
    await made.ban()
    assert TWO not in dict(bans(await carried_out(work)))
    await set_status(work, TWO, SPAM, "member")
    assert bans(await on_join(work, chat_id=TWO, user_id=SPAM, now=LATER)) == [(TWO, SPAM)]


async def test_who_comes_back_by_another_way_is_banned_again(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    assert bans(await on_join(work, chat_id=TWO, user_id=SPAM, now=LATER)) == [(TWO, SPAM)]


@pytest.mark.parametrize(("chat_id", "user_id"), [(OUTSIDE, SPAM), (TWO, ADMIN)])
async def test_nobody_else_is_touched_on_coming(work: Work, chat_id: int, user_id: int) -> None:
    made = await union(work)
    await made.ban()
    assert await on_join(work, chat_id=chat_id, user_id=user_id, now=LATER) == []


async def test_a_group_that_joins_later_follows(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    await made.join(OUTSIDE)
    assert bans(await carried_out(work)) == [(OUTSIDE, SPAM)]


async def test_who_was_overlooked_is_found_within_minutes(work: Work) -> None:
    made = await union(work)
    await set_status(work, TWO, SPAM, "left")
    await made.ban()
    await carried_out(work)
    await set_status(work, TWO, SPAM, "member")
    assert bans(await carried_out(work)) == []
    assert bans(await carried_out(work, now=LATER + 2 * SWEPT_EVERY)) == [(TWO, SPAM)]


@pytest.mark.parametrize("protected", ["administrator", "creator", "role"])
async def test_who_runs_a_group_is_spared_there_and_reported_once(work: Work, protected: str) -> None:
    made = await union(work)
    await change(work, chat_id=TWO, path="staff_chat", value=OUTSIDE, by=OWNER, now=NOW)
    if protected == "role":
        await assign_role(work, chat_id=TWO, user_id=SPAM, role=Role.SPECIALIST, now=NOW)
    else:
        await set_status(work, TWO, SPAM, protected)
    await made.ban()
    effects = await carried_out(work)
    assert bans(effects) == [(THREE, SPAM)]
    (report,) = [one for one in effects if isinstance(one, Send)]
    assert (report.chat_id, report.text.key) == (OUTSIDE, "federations-skipped")  # type: ignore[union-attr]  # a phrase
    assert await carried_out(work, now=LATER + 2 * SWEPT_EVERY) == []


async def test_a_group_ignores_whom_it_wants(work: Work) -> None:
    made = await union(work)
    await shared_bans.ignore(work, chat_id=TWO, user_id=SPAM, by=OWNER, now=NOW)
    await made.ban()
    assert bans(await carried_out(work)) == [(THREE, SPAM)]
    assert await banned_elsewhere(work, chat_id=TWO, user_id=SPAM) is None
    assert await on_join(work, chat_id=TWO, user_id=SPAM, now=LATER) == []


async def test_a_group_heeds_again_whom_it_ignored(work: Work) -> None:
    made = await union(work)
    await shared_bans.ignore(work, chat_id=TWO, user_id=SPAM, by=OWNER, now=NOW)
    await made.ban()
    await carried_out(work)
    await shared_bans.heed(work, chat_id=TWO, user_id=SPAM)
    assert bans(await carried_out(work, now=LATER + 2 * SWEPT_EVERY)) == [(TWO, SPAM)]


async def test_a_ban_overturned_in_a_group_stays_so_there(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    (verdict,) = await verdicts.of_target(work, chat_id=TWO, target_id=SPAM)
    await deciding.overturn(work, chat_id=TWO, verdict_id=verdict.verdict_id, by=OWNER, now=LATER)
    assert await on_join(work, chat_id=TWO, user_id=SPAM, now=LATER) == []
    assert await banned_elsewhere(work, chat_id=TWO, user_id=SPAM) is None
    assert await banned_elsewhere(work, chat_id=THREE, user_id=SPAM) is not None


async def test_a_lifted_ban_is_taken_back_wherever_it_was_carried_out(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    await made.unban()
    freed = [one for one in await carried_out(work) if isinstance(one, Unban)]
    assert sorted(one.chat_id for one in freed) == sorted(GROUPS)
    for chat_id in GROUPS:
        (verdict,) = await verdicts.of_target(work, chat_id=chat_id, target_id=SPAM)
        assert verdict.state == "overturned"
        assert await on_join(work, chat_id=chat_id, user_id=SPAM, now=LATER) == []


async def test_a_groups_own_ban_outlives_the_shared_one(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    (verdict,) = await verdicts.of_target(work, chat_id=TWO, target_id=SPAM)
    await deciding.uphold(work, chat_id=TWO, verdict_id=verdict.verdict_id, by=OWNER, now=LATER)
    await made.unban()
    freed = [one for one in await carried_out(work) if isinstance(one, Unban)]
    assert sorted(one.chat_id for one in freed) == sorted({ONE, THREE})


async def test_a_ban_lifted_while_on_its_way_goes_no_further(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await made.unban()
    assert bans(await carried_out(work)) == []


async def test_somebody_can_be_banned_anew(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await carried_out(work)
    await made.unban(now=NOW)
    await carried_out(work, now=NOW)
    assert bans(await made.ban()) == [(ONE, SPAM)]


async def test_who_left_the_federation_is_not_reached(work: Work) -> None:
    made = await union(work)
    await federations.leave(work, TWO)
    await made.ban()
    assert bans(await carried_out(work)) == [(THREE, SPAM)]
    assert await banned_elsewhere(work, chat_id=TWO, user_id=SPAM) is None


async def test_where_the_bot_may_not_ban_it_waits_until_it_may(work: Work) -> None:
    made = await union(work)
    await set_bot_status(work, chat_id=OUTSIDE, status="administrator", rights=(), now=NOW)
    await made.join(OUTSIDE)
    await made.ban()
    assert OUTSIDE not in dict(bans(await carried_out(work)))
    await set_bot_status(work, chat_id=OUTSIDE, status="administrator", rights=("can_restrict_members",), now=NOW)
    assert bans(await carried_out(work, now=LATER + 2 * SWEPT_EVERY)) == [(OUTSIDE, SPAM)]


async def test_where_the_bot_is_gone_nothing_is_asked_for(work: Work) -> None:
    made = await union(work)
    await set_bot_status(work, chat_id=TWO, status="kicked", now=NOW)
    await made.ban()
    assert bans(await carried_out(work)) == [(THREE, SPAM)]


async def test_a_group_that_becomes_a_supergroup_stays_in_its_federation(work: Work) -> None:
    made = await union(work)
    await made.ban(chat_id=ONE)
    await migrate(work, old=TWO, new=-1002000, now=NOW)
    assert bans(await carried_out(work)) == [(-1002000, SPAM), (THREE, SPAM)]
