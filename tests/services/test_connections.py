from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from domain.refusals import Refusal
from models.tables import deep_links
from services.connections import LIFETIME, _hash, connect, connected_chat, disconnect, offer

if TYPE_CHECKING:
    from models.work import Work

CHAT, OTHER = -1001, -1002
ANN, BOB = 7, 8
TOKEN = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4"
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


async def offered(work: Work, *, user_id: int | None = ANN, token: str = TOKEN, chat_id: int = CHAT) -> None:
    await offer(work, chat_id=chat_id, user_id=user_id, token=token, now=NOW)


async def test_a_link_connects_to_its_group(work: Work) -> None:
    await offered(work)
    assert await connect(work, token=TOKEN, user_id=ANN, now=NOW + LIFETIME - SECOND) == CHAT
    assert await connected_chat(work, ANN) == CHAT


async def test_nobody_is_connected_before(work: Work) -> None:
    assert await connected_chat(work, ANN) is None


@pytest.mark.parametrize(
    ("token", "user_id", "later"),
    [
        (TOKEN, BOB, SECOND),
        (TOKEN, ANN, LIFETIME),
        (TOKEN[:-1], ANN, SECOND),
        (TOKEN + "A", ANN, SECOND),
        (TOKEN.lower(), ANN, SECOND),
        (f"{TOKEN} ", ANN, SECOND),
        ("", ANN, SECOND),
        (_hash(TOKEN), ANN, SECOND),
    ],
)
async def test_nothing_but_the_link_in_time_and_hand_connects(
    work: Work, token: str, user_id: int, later: timedelta
) -> None:
    await offered(work)
    with pytest.raises(Refusal):
        await connect(work, token=token, user_id=user_id, now=NOW + later)
    assert await connected_chat(work, user_id) is None


async def test_a_link_works_once(work: Work) -> None:
    await offered(work)
    await connect(work, token=TOKEN, user_id=ANN, now=NOW)
    with pytest.raises(Refusal):
        await connect(work, token=TOKEN, user_id=ANN, now=NOW)


async def test_another_persons_try_does_not_use_the_link_up(work: Work) -> None:
    await offered(work)
    with pytest.raises(Refusal):
        await connect(work, token=TOKEN, user_id=BOB, now=NOW)
    assert await connect(work, token=TOKEN, user_id=ANN, now=NOW) == CHAT


async def test_an_anonymous_admins_link_is_for_whoever_has_it(work: Work) -> None:
    await offered(work, user_id=None)
    assert await connect(work, token=TOKEN, user_id=BOB, now=NOW) == CHAT


async def test_the_token_itself_is_not_kept(work: Work) -> None:
    await offered(work)
    rows = (await work.connection.execute(select(deep_links))).all()
    assert len(rows) == 1
    assert TOKEN not in str(rows)


async def test_a_new_link_moves_to_another_group(work: Work) -> None:
    await offered(work)
    await offered(work, token=TOKEN[::-1], chat_id=OTHER)
    await connect(work, token=TOKEN, user_id=ANN, now=NOW)
    await connect(work, token=TOKEN[::-1], user_id=ANN, now=NOW)
    assert await connected_chat(work, ANN) == OTHER


async def test_disconnecting_ends_it_for_one_person(work: Work) -> None:
    for user_id, token in ((ANN, TOKEN), (BOB, TOKEN[::-1])):
        await offered(work, user_id=user_id, token=token)
        await connect(work, token=token, user_id=user_id, now=NOW)
    await disconnect(work, ANN)
    assert (await connected_chat(work, ANN), await connected_chat(work, BOB)) == (None, CHAT)


async def test_expired_links_are_forgotten(work: Work) -> None:
    await offered(work)
    await offer(work, chat_id=CHAT, user_id=ANN, token=TOKEN[::-1], now=NOW + LIFETIME)
    rows = (await work.connection.execute(select(deep_links.c.token_hash))).scalars().all()
    assert rows == [_hash(TOKEN[::-1])]


@given(st.text(max_size=64))
def test_no_other_text_has_the_tokens_hash(text: str) -> None:
    assert (_hash(text) == _hash(TOKEN)) is (text == TOKEN)
