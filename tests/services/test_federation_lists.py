from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from services import federation_lists, federations
from tests.conftest import BOT_ID
from tests.services.federation import ADMIN, GROUPS, LATER, NOW, ONE, OWNER, SPAM, bans, carried_out, set_status, union

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from models.work import Work


async def refused(doing: Awaitable[object]) -> str:
    with pytest.raises(Refusal) as refusal:
        await doing
    return refusal.value.phrase.key


async def take(work: Work, text: str, by: int | None = OWNER) -> tuple[int, int]:
    return await federation_lists.take_over(work, chat_id=ONE, text=text, by=by, now=NOW)


@pytest.mark.parametrize(
    ("user_id", "key"),
    [
        (BOT_ID, "moderation-refused-bot"),
        (OWNER, "moderation-refused-self"),
        (777000, "moderation-refused-telegram"),
        (ADMIN, "federations-refused-admin"),
        (SPAM, "federations-refused-here"),
    ],
)
async def test_some_are_never_banned(work: Work, user_id: int, key: str) -> None:
    made = await union(work)
    await federations.promote(work, federation=made.federation, user_id=ADMIN, by=OWNER, now=NOW)
    await set_status(work, ONE, SPAM, "administrator")
    assert await refused(made.ban(user_id=user_id)) == key
    assert await carried_out(work) == []


@pytest.mark.parametrize(("by", "key"), [(ADMIN, "federations-not-admin"), (None, "federations-anonymous")])
async def test_nobody_bans_lists_or_frees_who_was_not_chosen(work: Work, by: int | None, key: str) -> None:
    made = await union(work)
    await set_status(work, ONE, ADMIN, "administrator")
    assert await refused(made.ban(by=by)) == key
    assert await refused(federation_lists.unban(work, chat_id=ONE, user_id=SPAM, by=by, now=NOW)) == key
    assert await refused(federation_lists.export(work, chat_id=ONE, by=by)) == key
    assert await refused(take(work, "user_id\n5\n", by)) == key


async def test_a_list_given_out_is_taken_over_elsewhere(work: Work) -> None:
    made = await union(work)
    await made.ban()
    text = await federation_lists.export(work, chat_id=ONE, by=OWNER)
    for chat_id in GROUPS:
        await federations.leave(work, chat_id)
    other = await federations.found(work, name="Other", by=OWNER, now=NOW)
    await federations.join(work, chat_id=ONE, federation_id=other.federation_id, by=OWNER, now=NOW)
    assert await take(work, text) == (1, 1)
    _, found, count = await federation_lists.last(work, chat_id=ONE, limit=9)
    assert [(one.user_id, one.name, one.reason) for one in found] == [(SPAM, "Spam", "selling accounts")]
    assert count == 1


async def test_those_on_a_list_go_from_every_group(work: Work) -> None:
    await union(work)
    await carried_out(work)
    await take(work, f"user_id\n{SPAM}\n5\n")
    assert bans(await carried_out(work)) == [(chat_id, SPAM) for chat_id in sorted(GROUPS)]


async def test_a_list_bans_nobody_who_runs_the_federation(work: Work) -> None:
    made = await union(work)
    await federations.promote(work, federation=made.federation, user_id=ADMIN, by=OWNER, now=NOW)
    assert await take(work, f"user_id\n{OWNER}\n{ADMIN}\n{BOT_ID}\n777000\n5\n") == (1, 5)


async def test_whom_the_federation_has_let_back_stays_free(work: Work) -> None:
    made = await union(work)
    await made.ban()
    await made.unban()
    assert await take(work, f"user_id\n{SPAM}\n") == (0, 1)
    _, banned = await federation_lists.stand_of(work, chat_id=ONE, user_id=SPAM)
    assert banned is None


async def test_a_list_with_a_mistake_bans_nobody(work: Work) -> None:
    await union(work)
    assert await refused(take(work, "user_id\n5\nx\n")) == "federations-list-bad"
    assert (await federation_lists.last(work, chat_id=ONE, limit=9))[2] == 0


async def test_lifting_what_there_is_not_says_so(work: Work) -> None:
    await union(work)
    assert await federation_lists.unban(work, chat_id=ONE, user_id=SPAM, by=OWNER, now=LATER) is None
