from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.effects import Ban, Unban
from domain.phrases import Person
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import read_action
from domain.rules.sanctions import Offender
from models import verdicts
from services import federations
from services import verdicts as deciding
from services.discipline import Order, sentence, take_back
from services.settings import change, settings_of
from services.shared_bans import banned_elsewhere
from services.sharing import follow_verdicts
from tests.services.federation import (
    ADMIN,
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


async def share(work: Work, *chats: int, value: bool = True, by: int | None = OWNER) -> None:
    for chat_id in chats:
        await change(work, chat_id=chat_id, path="bans.share", value=value, by=by, now=NOW)


async def sharing(work: Work) -> None:
    """Two of the owner's groups share, two do not; none is in a founded federation."""
    await union(work)
    for chat_id in (ONE, TWO, THREE):
        await federations.leave(work, chat_id)
    await share(work, ONE, TWO)


async def order(work: Work, chat_id: int = ONE) -> Order:
    return Order(
        offender=Offender(chat_id=chat_id, name="Spam", user_id=SPAM),
        settings=await settings_of(work, chat_id),
        by=Person(user_id=OWNER, name="Olga"),
        role=Role.OWNER,
        now=NOW,
        reason="selling accounts",
    )


async def act(work: Work, action: str = "ban") -> None:
    await sentence(work, await order(work), read_action(action))


async def freed(work: Work) -> list[int]:
    return [one.chat_id for one in await carried_out(work) if isinstance(one, Unban)]


async def test_groups_do_not_share_unless_they_are_told_to(work: Work) -> None:
    assert (await settings_of(work, ONE)).bans.share is False


async def test_a_ban_for_good_holds_in_the_owners_other_groups_that_share(work: Work) -> None:
    await sharing(work)
    await act(work)
    assert bans(await carried_out(work)) == [(TWO, SPAM)]
    (verdict,) = await verdicts.of_target(work, chat_id=TWO, target_id=SPAM)
    assert verdict.reason == "selling accounts"


@pytest.mark.parametrize("action", ["ban 7d", "kick", "mute 1d"])
async def test_nothing_less_is_shared(work: Work, action: str) -> None:
    await sharing(work)
    await act(work, action)
    assert bans(await carried_out(work)) == []


async def test_groups_of_another_owner_are_apart(work: Work) -> None:
    await sharing(work)
    await set_status(work, OUTSIDE, OWNER, "member")
    await set_status(work, OUTSIDE, ADMIN, "creator")
    await share(work, OUTSIDE, by=ADMIN)
    await act(work)
    assert bans(await carried_out(work)) == [(TWO, SPAM)]


async def test_who_shares_no_more_is_left_alone(work: Work) -> None:
    await sharing(work)
    await share(work, TWO, value=False)
    await act(work)
    assert bans(await carried_out(work)) == []


async def test_a_ban_taken_back_where_it_began_is_lifted_everywhere(work: Work) -> None:
    await sharing(work)
    await act(work)
    await carried_out(work)
    await take_back(work, await order(work), "unban")
    assert await freed(work) == [TWO]
    assert await banned_elsewhere(work, chat_id=TWO, user_id=SPAM) is None


async def test_a_ban_taken_back_elsewhere_is_lifted_there_alone(work: Work) -> None:
    await sharing(work)
    await act(work)
    await carried_out(work)
    await take_back(work, await order(work, TWO), "unban")
    assert await freed(work) == []
    assert await banned_elsewhere(work, chat_id=TWO, user_id=SPAM) is None
    assert await banned_elsewhere(work, chat_id=ONE, user_id=SPAM) is not None


async def test_a_ban_overturned_where_it_began_is_lifted_everywhere(work: Work) -> None:
    await sharing(work)
    await act(work)
    await carried_out(work)
    (verdict,) = await verdicts.of_target(work, chat_id=ONE, target_id=SPAM)
    await deciding.overturn(work, chat_id=ONE, verdict_id=verdict.verdict_id, by=ADMIN, now=LATER)
    await follow_verdicts(work, now=LATER)
    assert TWO in await freed(work)


async def test_a_shared_ban_is_one_call_a_group(work: Work) -> None:
    await sharing(work)
    outcome = await sentence(work, await order(work), read_action("ban"))
    effects = [*outcome.effects, *await carried_out(work)]
    assert [one.chat_id for one in effects if isinstance(one, Ban)] == [ONE, TWO]


@pytest.mark.parametrize("by", [ADMIN, None])
async def test_only_the_owner_or_a_director_lets_a_group_share(work: Work, by: int | None) -> None:
    await union(work)
    await set_status(work, ONE, ADMIN, "administrator")
    with pytest.raises(Refusal) as refused:
        await share(work, ONE, by=by)
    assert refused.value.phrase.key == "federations-not-yours-to-share"


async def test_a_manager_may_stop_it(work: Work) -> None:
    await sharing(work)
    await set_status(work, ONE, ADMIN, "administrator")
    await share(work, ONE, value=False, by=ADMIN)
    assert await federations.automatic_of_chat(work, ONE) is None


async def test_a_group_whose_owner_nobody_knows_cannot_share_yet(work: Work) -> None:
    await union(work)
    await set_status(work, ONE, OWNER, "left")
    with pytest.raises(Refusal) as refused:
        await change(work, chat_id=ONE, path="bans.share", value=True, by=None, now=NOW, how="console")
    assert refused.value.phrase.key == "federations-owner-unknown"
