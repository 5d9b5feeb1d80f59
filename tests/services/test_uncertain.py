"""Managers are asked about uncertain posts, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from domain.effects import Button, Priority, Send
from domain.people import Sighting
from domain.phrases import Markup
from domain.roles import Role
from models import members, people, settings
from models.tables import outbox
from services import chats, uncertain
from services.outbox import enqueue
from tests.conftest import OWNER

if TYPE_CHECKING:
    from models.work import Work
    from services.words import Words

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
GROUP, LOG, ANN, BOB = -1001, -1002, 77, 78


async def post(work: Work, words: Words, *, purpose: str = "post", text: str = "<b>Movie</b> night") -> int:
    """An uncertain post; its row's id."""
    await chats.see(work, chat_id=GROUP, kind="supergroup", title="Cats", now=NOW)
    send = Send(chat_id=GROUP, text=Markup(html=text), priority=Priority.POST, purpose=purpose)
    await enqueue(work, words, [send], now=NOW)
    row_id = (await work.connection.execute(select(outbox.c.row_id))).scalar_one()
    await work.connection.execute(update(outbox).values(state="uncertain", settled_at=NOW, tries=1))
    return int(row_id)


async def start(work: Work, *user_ids: int) -> None:
    """People start the bot in private."""
    await people.remember(work, [(Sighting(user_id=user_id, name="x"), NOW) for user_id in user_ids])
    for user_id in user_ids:
        await people.open_private_chat(work, user_id, is_open=True)


async def questions(work: Work, now: datetime = NOW) -> list[Send]:
    return [effect for effect in await uncertain.report_uncertain(work, now=now) if isinstance(effect, Send)]


async def row(work: Work, row_id: int) -> Any:  # noqa: ANN401 - a row of whatever columns
    return (await work.connection.execute(select(outbox).where(outbox.c.row_id == row_id))).one()


async def test_the_owner_is_asked_in_private(work: Work, words: Words) -> None:
    row_id = await post(work, words)
    await start(work, OWNER, ANN)
    (question,) = await questions(work)
    assert question.chat_id == OWNER
    html = words.html(question.text, language="en", timezone="UTC")
    assert "<blockquote>Movie night</blockquote>" in html
    assert "Cats" in html
    buttons = [button for line in question.keyboard for button in line if isinstance(button, Button)]
    assert [(button.action, button.arguments) for button in buttons] == [
        ("resend", {"row": row_id}),
        ("arrived", {"row": row_id}),
    ]
    assert {(button.permission, button.chat_id) for button in buttons} == {(Role.MANAGER, GROUP)}


async def test_the_log_chat_is_asked_first(work: Work, words: Words) -> None:
    await post(work, words)
    await start(work, OWNER)
    await settings.put(work, chat_id=GROUP, path="log_chat", value=LOG, by=None, at=NOW)
    work.cache.clear()
    assert [question.chat_id for question in await questions(work)] == [LOG]


@pytest.mark.parametrize("log_chat", [GROUP, LOG])
async def test_never_in_public_and_never_in_a_lost_log_chat(work: Work, words: Words, log_chat: int) -> None:
    await post(work, words)
    await start(work, OWNER)
    await chats.pause(work, LOG, left=True, reason="kicked", now=NOW)
    await settings.put(work, chat_id=GROUP, path="log_chat", value=log_chat, by=None, at=NOW)
    work.cache.clear()
    assert [question.chat_id for question in await questions(work)] == [OWNER]


async def test_without_owners_the_chats_managers_are_asked(work: Work, words: Words) -> None:
    await post(work, words)
    await start(work, ANN, BOB)
    await members.set_status(work, chat_id=GROUP, user_id=ANN, status="administrator", at=NOW)
    await members.set_status(work, chat_id=GROUP, user_id=BOB, status="member", at=NOW)
    assert [question.chat_id for question in await questions(work)] == [ANN]


async def test_a_post_is_asked_about_once(work: Work, words: Words) -> None:
    await post(work, words)
    await start(work, OWNER)
    assert len(await questions(work)) == 1
    assert await questions(work) == []


async def test_with_nobody_to_ask_the_post_waits(work: Work, words: Words) -> None:
    await post(work, words)
    assert await questions(work) == []
    await start(work, OWNER)
    assert len(await questions(work)) == 1


async def test_nobody_is_asked_about_passing_words(work: Work, words: Words) -> None:
    await post(work, words, purpose="reply")
    await start(work, OWNER)
    assert await questions(work) == []


async def test_nobody_is_asked_about_old_posts(work: Work, words: Words) -> None:
    await post(work, words)
    await start(work, OWNER)
    assert await questions(work, NOW + timedelta(days=8)) == []


async def test_a_long_post_is_named_by_its_first_words(work: Work, words: Words) -> None:
    await post(work, words, text="<i>one\ntwo</i> &lt;" + "x" * 200)
    await start(work, OWNER)
    (question,) = await questions(work)
    html = words.html(question.text, language="en", timezone="UTC")
    assert "<blockquote>one two &lt;xxx" in html
    assert "x…</blockquote>" in html


async def test_resending_makes_the_post_due_once(work: Work, words: Words) -> None:
    row_id = await post(work, words)
    assert await uncertain.resend(work, chat_id=GROUP, row_id=row_id, now=NOW) is not None
    assert (await row(work, row_id)).state == "due"
    assert await uncertain.resend(work, chat_id=GROUP, row_id=row_id, now=NOW) is None
    assert await uncertain.arrived(work, chat_id=GROUP, row_id=row_id, now=NOW) is None


async def test_an_arrived_post_is_sent(work: Work, words: Words) -> None:
    row_id = await post(work, words)
    assert await uncertain.arrived(work, chat_id=GROUP, row_id=row_id, now=NOW) is not None
    assert (await row(work, row_id)).state == "sent"
    assert await uncertain.resend(work, chat_id=GROUP, row_id=row_id, now=NOW) is None


async def test_a_resent_post_may_be_asked_about_again(work: Work, words: Words) -> None:
    row_id = await post(work, words)
    await start(work, OWNER)
    first = (await questions(work))[0].key
    await uncertain.resend(work, chat_id=GROUP, row_id=row_id, now=NOW)
    await work.connection.execute(update(outbox).values(state="uncertain", settled_at=NOW, tries=2))
    assert (await questions(work))[0].key not in {None, first}


@pytest.mark.parametrize("purpose", ["post", "digest", "birthday"])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_every_purpose_has_words(work: Work, words: Words, purpose: str, language: str) -> None:
    await post(work, words, purpose=purpose)
    await start(work, OWNER)
    (question,) = await questions(work)
    assert "Movie night" in words.html(question.text, language=language, timezone="UTC")
