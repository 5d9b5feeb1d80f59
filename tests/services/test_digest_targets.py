"""A digest goes only where its group may send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.refusals import Refusal
from models import tables
from services.digest_targets import places, target_of
from tests.conftest import OWNER
from tests.village import ANN, BOB, CHAT, at, put, settle

if TYPE_CHECKING:
    from models.work import Work

CHANNEL, STRANGER = -1009, 77


async def run_channel(work: Work, user_id: int, status: str = "administrator") -> None:
    """A second chat, with somebody in it."""
    await put(
        work,
        tables.chats,
        {"chat_id": CHANNEL, "kind": "channel", "title": "News", "username": "News", "first_seen_at": at(0)},
    )
    await put(
        work,
        tables.members,
        {
            "chat_id": CHANNEL,
            "user_id": user_id,
            "status": status,
            "status_at": at(0),
            "first_seen_at": at(0),
            "last_seen_at": at(0),
        },
    )


async def choose(work: Work, by: int | None, *targets: str) -> None:
    await put(
        work,
        tables.chat_settings,
        {"path": "digest.targets", "value": list(targets), "changed_by": by, "changed_at": at(0)},
    )


async def target(work: Work, word: str, *, by: int | None = BOB, thread_id: int | None = None) -> str:
    return await target_of(work, word=word, chat_id=CHAT, by=by, thread_id=thread_id)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("here", "here"),
        ("本群", "here"),
        (str(CHAT), "here"),
        ("topic", "topic:5"),
        ("Topic:9", "topic:9"),
        (str(ANN), str(ANN)),
        ("-1009", "-1009"),
        ("@news", "-1009"),
    ],
)
async def test_words_for_places(work: Work, word: str, meant: str) -> None:
    await settle(work)
    await run_channel(work, BOB)
    assert await target(work, word, thread_id=5) == meant


async def test_me_is_whoever_says_it(work: Work) -> None:
    await settle(work)
    assert await target(work, "me", by=ANN) == str(ANN)


async def refused(work: Work, word: str, *, by: int | None = BOB) -> str:
    with pytest.raises(Refusal) as refusal:
        await target(work, word, by=by)
    return refusal.value.phrase.key


@pytest.mark.parametrize(
    ("word", "by", "because"),
    [
        ("topic", BOB, "digest-no-topic-here"),
        ("me", None, "digest-who-are-you"),
        ("me", BOB, "digest-open-private-first-yourself"),
        (str(BOB), ANN, "digest-open-private-first"),
        ("77", BOB, "digest-not-a-member"),
        ("-1009", ANN, "digest-not-your-chat"),
        ("-1009", None, "digest-not-your-chat"),
        ("-1010", BOB, "digest-not-your-chat"),
        ("@nobody", BOB, "digest-target-unknown"),
        ("moon", BOB, "digest-target-unclear"),
        ("0", BOB, "digest-target-unclear"),
    ],
)
async def test_places_it_may_not_go_to(work: Work, word: str, by: int | None, because: str) -> None:
    await settle(work)
    await run_channel(work, BOB)
    assert await refused(work, word, by=by) == because


async def allowed(work: Work, *targets: str) -> list[str]:
    return list(await places(work, chat_id=CHAT, targets=targets))


async def test_another_chat_as_long_as_its_manager_wants_it(work: Work) -> None:
    await settle(work)
    await run_channel(work, BOB)
    await choose(work, BOB, str(CHANNEL))
    assert await allowed(work, str(CHANNEL)) == [str(CHANNEL)]


@pytest.mark.parametrize("by", [ANN, None])
async def test_not_another_chat_because_somebody_else_typed_its_id(work: Work, by: int | None) -> None:
    await settle(work)
    await run_channel(work, BOB)
    await choose(work, by, str(CHANNEL))
    assert await allowed(work, str(CHANNEL), "here") == ["here"]


async def test_no_longer_once_its_manager_is_none(work: Work) -> None:
    await settle(work)
    await run_channel(work, BOB, status="member")
    await choose(work, BOB, str(CHANNEL))
    assert await allowed(work, str(CHANNEL)) == []


async def test_the_process_owner_may_choose_any_place(work: Work) -> None:
    await settle(work)
    await choose(work, OWNER, str(CHANNEL))
    assert await allowed(work, str(CHANNEL), str(OWNER)) == [str(CHANNEL), str(OWNER)]


async def test_people_as_long_as_they_are_members(work: Work) -> None:
    await settle(work)
    assert await allowed(work, str(ANN), str(STRANGER), "nonsense") == [str(ANN)]


async def test_no_place_twice(work: Work) -> None:
    assert await allowed(work, "here", "topic:1", str(CHAT)) == ["here"]
