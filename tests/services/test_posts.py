"""Scheduled posts: planned, shown with how they went, posted once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from domain.activities.post import Post
from domain.deliveries import State
from domain.effects import Send
from domain.phrases import Markup
from domain.refusals import Refusal
from domain.schedules import cron
from domain.settings import ChatSettings
from models import audit, chats
from models.chats import Chat
from models.tables import outbox
from services import posts
from services.outbox import enqueue
from services.schedules import claim_due, ensure_digest

if TYPE_CHECKING:
    from models.work import Work
    from services.posts import PlannedPost
    from services.words import Words

CHAT, BY = -1001, 11
SETTINGS = ChatSettings(timezone="Asia/Shanghai")
NOW = datetime(2026, 5, 29, 0, tzinfo=UTC)
NINE = datetime(2026, 5, 29, 1, tzinfo=UTC)


async def plan(work: Work, text: str = "Good <b>morning</b>", *, chat_id: int = CHAT) -> PlannedPost:
    await chats.put(work, Chat(chat_id=chat_id, kind="supergroup", title="Group"), now=NOW)
    return await posts.add(
        work,
        chat_id=chat_id,
        trigger=cron("0 9 * * *"),
        post=Post(html=text),
        settings=SETTINGS,
        by=BY,
        now=NOW,
    )


async def post_now(work: Work, words: Words, *, now: datetime = NINE) -> list[Send]:
    effects = [effect for due in await claim_due(work, now=now, limit=10) for effect in posts.post_due(due)]
    await enqueue(work, words, effects, now=now)
    return [effect for effect in effects if isinstance(effect, Send)]


async def last_result(work: Work) -> str | None:
    (post,) = await posts.planned(work, chat_id=CHAT)
    return post.last_result


async def test_a_planned_post_is_shown_with_its_next_time(work: Work) -> None:
    made = await plan(work)
    assert await posts.planned(work, chat_id=CHAT) == [made]
    assert (made.number, made.next_at, made.last_result) == (1, NINE, None)


async def test_a_due_post_is_sent_once(work: Work, words: Words) -> None:
    await plan(work)
    (send,) = await post_now(work, words)
    assert (send.chat_id, send.text) == (CHAT, Markup(html="Good <b>morning</b>"))
    assert send.key == f"post:1:{date(2026, 5, 29)}:09:00"
    assert await post_now(work, words) == []


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (State.DUE, "waiting"),
        (State.SENDING, "waiting"),
        (State.SENT, "sent"),
        (State.FAILED, "failed"),
        (State.DROPPED, "dropped"),
        (State.UNCERTAIN, "uncertain"),
        (State.ASKED, "uncertain"),
    ],
)
async def test_the_list_tells_how_the_last_posting_went(work: Work, words: Words, state: State, shown: str) -> None:
    await plan(work)
    await post_now(work, words)
    await work.connection.execute(update(outbox).values(state=state))
    assert await last_result(work) == shown


async def test_a_post_that_was_missed_is_shown_as_skipped(work: Work, words: Words) -> None:
    await plan(work)
    assert await post_now(work, words, now=NINE + timedelta(hours=1)) == []
    assert await last_result(work) == "skipped"


async def test_a_paused_post_waits_until_it_is_resumed(work: Work, words: Words) -> None:
    await plan(work)
    await posts.pause(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NOW)
    assert await post_now(work, words) == []
    resumed = await posts.resume(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NINE)
    assert resumed.next_at == NINE + timedelta(days=1)


async def test_a_removed_post_is_gone(work: Work, words: Words) -> None:
    await plan(work)
    await posts.remove(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NOW)
    assert await posts.planned(work, chat_id=CHAT) == []
    assert await post_now(work, words) == []


@pytest.mark.parametrize("number", [0, 2])
async def test_unknown_numbers_and_the_digest_s_are_refused(work: Work, number: int) -> None:
    await plan(work)
    await ensure_digest(work, chat_id=CHAT, settings=SETTINGS, now=NOW)
    with pytest.raises(Refusal) as refused:
        await posts.find(work, chat_id=CHAT, number=number)
    assert refused.value.phrase.key == "posts-unknown"


async def test_posts_of_another_chat_cannot_be_reached(work: Work) -> None:
    await plan(work, chat_id=-1002)
    with pytest.raises(Refusal):
        await posts.remove(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NOW)
    assert len(await posts.planned(work, chat_id=-1002)) == 1


async def test_a_chat_has_so_many_posts_at_most(work: Work) -> None:
    for _ in range(posts.MOST_POSTS):
        await plan(work)
    with pytest.raises(Refusal) as refused:
        await plan(work)
    assert refused.value.phrase.key == "posts-too-many"


async def test_what_managers_do_with_posts_is_written_down(work: Work) -> None:
    await plan(work)
    await posts.pause(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NOW)
    await posts.remove(work, chat_id=CHAT, number=1, settings=SETTINGS, by=BY, now=NOW)
    entries = await audit.of_chat(work, CHAT, since=date(2026, 5, 1))
    assert [(entry.action, entry.actor_id, entry.details) for entry in entries] == [
        ("post_add", BY, {"post": 1}),
        ("post_pause", BY, {"post": 1}),
        ("post_remove", BY, {"post": 1}),
    ]
