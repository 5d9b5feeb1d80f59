from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from services import federations
from services.federations import MOST_OWNED
from tests.services.federation import ADMIN, GROUPS, NOW, ONE, OUTSIDE, OWNER, SPAM, union

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from models.work import Work


async def refused(doing: Awaitable[object]) -> str:
    with pytest.raises(Refusal) as refusal:
        await doing
    return refusal.value.phrase.key


async def test_an_id_cannot_be_guessed(work: Work) -> None:
    one, two = [await federations.found(work, name="Same", by=OWNER, now=NOW) for _ in range(2)]
    assert one.federation_id != two.federation_id
    assert len(one.federation_id) == 32
    assert int(one.federation_id, 16)


async def test_a_federation_has_a_name(work: Work) -> None:
    assert await refused(federations.found(work, name=" \n ", by=OWNER, now=NOW)) == "federations-name-needed"


async def test_nobody_founds_any_number(work: Work) -> None:
    for _ in range(MOST_OWNED):
        await federations.found(work, name="One", by=OWNER, now=NOW)
    assert await refused(federations.found(work, name="One", by=OWNER, now=NOW)) == "federations-too-many"
    await federations.found(work, name="One", by=ADMIN, now=NOW)


async def test_a_group_joins_and_leaves(work: Work) -> None:
    made = await union(work)
    await made.join(OUTSIDE)
    assert (await federations.about(work, made.federation)).chats == len(GROUPS) + 1
    await federations.leave(work, OUTSIDE)
    assert await federations.find_of_chat(work, OUTSIDE) is None


async def test_a_group_joins_one_at_a_time(work: Work) -> None:
    await union(work)
    other = await federations.found(work, name="Other", by=OWNER, now=NOW)
    joining = federations.join(work, chat_id=ONE, federation_id=other.federation_id, by=OWNER, now=NOW)
    assert await refused(joining) == "federations-in-one"


@pytest.mark.parametrize("wrong", ["", "0" * 32, "x" * 500])
async def test_a_wrong_id_leads_nowhere(work: Work, wrong: str) -> None:
    joining = federations.join(work, chat_id=ONE, federation_id=wrong, by=OWNER, now=NOW)
    assert await refused(joining) == "federations-unknown"


async def test_nobody_joins_the_federation_of_somebodys_own_groups(work: Work) -> None:
    own = await federations.automatic_for(work, owner_id=OWNER, now=NOW)
    joining = federations.join(work, chat_id=ONE, federation_id=own.federation_id, by=OWNER, now=NOW)
    assert await refused(joining) == "federations-unknown"


async def test_a_group_in_none_is_told_how_to_join(work: Work) -> None:
    assert await refused(federations.of_chat(work, OUTSIDE)) == "federations-in-none"


async def test_its_owner_chooses_who_may_ban(work: Work) -> None:
    made = (await union(work)).federation
    assert not await federations.may_ban(work, made, ADMIN)
    await federations.promote(work, federation=made, user_id=ADMIN, by=OWNER, now=NOW)
    assert await federations.may_ban(work, made, ADMIN)
    assert await federations.demote(work, federation=made, user_id=ADMIN, by=OWNER)
    assert not await federations.may_ban(work, made, ADMIN)
    assert not await federations.demote(work, federation=made, user_id=ADMIN, by=OWNER)


@pytest.mark.parametrize("by", [ADMIN, SPAM, None])
async def test_nobody_else_chooses(work: Work, by: int | None) -> None:
    made = (await union(work)).federation
    await federations.promote(work, federation=made, user_id=ADMIN, by=OWNER, now=NOW)
    key = "federations-anonymous" if by is None else "federations-not-owner"
    assert await refused(federations.promote(work, federation=made, user_id=SPAM, by=by, now=NOW)) == key
    assert await refused(federations.demote(work, federation=made, user_id=ADMIN, by=by)) == key


@pytest.mark.parametrize(("by", "key"), [(ADMIN, "federations-not-admin"), (None, "federations-anonymous")])
async def test_nobody_bans_for_it_who_was_not_chosen(work: Work, by: int | None, key: str) -> None:
    made = (await union(work)).federation
    assert await refused(federations.require_admin(work, made, by)) == key
