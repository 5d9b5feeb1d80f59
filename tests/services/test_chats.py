"""Chats met, paused, reached again and moved, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from domain.deliveries import Delivery, Moved
from domain.effects import Button, Delete, Send
from domain.phrases import Markup, phrase
from domain.roles import Role
from models import buttons, members, settings, tables
from models.tables import metadata, outbox
from services import chats, deliveries
from services.outbox import enqueue
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from models.work import Work
    from services.words import Words

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
DAY = date(2026, 7, 14)
OLD, NEW, OTHER, ANN = -5, -1005, -1009, 77
HELLO = Markup(html="hello")


async def rows(work: Work, table: Table, chat_id: int) -> Sequence[Any]:
    return (await work.connection.execute(select(table).where(table.c.chat_id == chat_id))).all()


async def see(work: Work, chat_id: int = OLD, title: str = "Cats") -> None:
    await chats.see(work, chat_id=chat_id, kind="group", title=title, now=NOW)


async def test_a_chat_is_known_by_its_newest_name(work: Work) -> None:
    await see(work, title="Cats")
    await see(work, title="Dogs")
    chat = await chats.find(work, OLD)
    assert chat is not None
    assert (chat.title, chat.active) == ("Dogs", True)


async def test_a_chat_never_seen_counts_as_reachable(work: Work) -> None:
    assert await chats.is_active(work, OLD)


async def test_pausing_gives_up_what_was_due(work: Work, words: Words) -> None:
    await enqueue(work, words, [Send(chat_id=chat_id, text=HELLO) for chat_id in (OLD, OTHER)], now=NOW)
    await chats.pause(work, OLD, left=True, reason="kicked", now=NOW)
    assert [row.state for row in await rows(work, outbox, OLD)] == ["dropped"]
    assert [row.state for row in await rows(work, outbox, OTHER)] == ["due"]
    assert not await chats.is_active(work, OLD)


async def test_an_update_reaches_a_paused_chat_again(work: Work) -> None:
    await see(work)
    await chats.pause(work, OLD, left=False, reason="blocked", now=NOW)
    await see(work)
    assert [chat.chat_id for chat in await chats.active(work)] == [OLD]


@pytest.mark.parametrize(("status", "active"), [("left", False), ("kicked", False), ("member", True)])
async def test_the_bots_own_status_decides(work: Work, status: str, *, active: bool) -> None:
    await see(work)
    await chats.set_bot_status(work, chat_id=OLD, status=status, now=NOW)
    assert await chats.is_active(work, OLD) is active


async def test_the_bots_rights_are_kept(work: Work) -> None:
    await see(work)
    await chats.set_bot_status(work, chat_id=OLD, status="administrator", rights=["can_delete_messages"], now=NOW)
    chat = await chats.find(work, OLD)
    assert chat is not None
    assert chat.bot_rights == ("can_delete_messages",)


async def fill(work: Work, chat_id: int, *, count: int) -> None:
    """A row or more in the tables whose rows meet in a migration."""
    execute = work.connection.execute
    day = {"chat_id": chat_id, "day": DAY}
    await execute(tables.member_days.insert().values(**day, user_id=ANN, messages=count, characters=10 * count))
    await execute(tables.chat_hours.insert().values(**day, hour=9, messages=count))
    await execute(tables.pair_days.insert().values(**day, from_user=ANN, to_user=78, replies=count))
    await execute(tables.checkins.insert().values(**day, user_id=ANN, streak=count, at=NOW))
    await execute(
        tables.messages.insert().values(
            **day, message_id=3, sent_at=NOW, origin="member", kind="text", length=count, reply_to_message=2
        )
    )
    reaction = {"message_id": 3, "user_id": ANN, "given": 1, "author_id": 78, "hour": 9, "at": NOW}
    await execute(tables.reactions.insert().values(**day, **reaction))


async def test_every_table_follows_its_chat(work: Work, words: Words) -> None:
    await see(work)
    await fill(work, OLD, count=2)
    await members.set_status(work, chat_id=OLD, user_id=ANN, status="member", at=NOW)
    await settings.put(work, chat_id=OLD, path="language", value="zh", by=None, at=NOW)
    await enqueue(work, words, [Send(chat_id=OLD, text=HELLO, reply_to=3)], now=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    for table in metadata.sorted_tables:
        if "chat_id" in table.c and table.name != "chats":
            assert await rows(work, table, OLD) == [], table.name
    (row,) = await rows(work, outbox, NEW)
    assert row.parameters["chat_id"] == NEW
    assert "reply_parameters" not in row.parameters
    assert (await settings_of(work, NEW)).language == "zh"
    assert len(await rows(work, tables.member_days, NEW)) == 1
    assert await chats.successor(work, OLD) == NEW
    assert [chat.chat_id for chat in await chats.active(work)] == [NEW]


async def test_counts_of_both_lives_add_up(work: Work) -> None:
    await fill(work, OLD, count=2)
    await fill(work, NEW, count=3)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    (day,) = await rows(work, tables.member_days, NEW)
    (hour,) = await rows(work, tables.chat_hours, NEW)
    (pair,) = await rows(work, tables.pair_days, NEW)
    assert (day.messages, day.characters, hour.messages, pair.replies) == (5, 50, 5, 5)
    assert len(await rows(work, tables.checkins, NEW)) == 1


async def test_messages_of_the_former_life_keep_apart_from_the_new_ones(work: Work) -> None:
    await fill(work, OLD, count=2)
    await fill(work, NEW, count=3)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    found = {row.message_id: row.reply_to_message for row in await rows(work, tables.messages, NEW)}
    assert found == {3: 2, 3 - 1_000_000_000: 2 - 1_000_000_000}
    assert {row.message_id for row in await rows(work, tables.reactions, NEW)} == found.keys()


async def test_a_role_survives_that_the_supergroup_does_not_know_yet(work: Work) -> None:
    await members.assign_role(work, chat_id=OLD, user_id=ANN, role=Role.DIRECTOR, now=NOW)
    await members.set_status(work, chat_id=NEW, user_id=ANN, status="member", at=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    member = await members.find(work, chat_id=NEW, user_id=ANN)
    assert member is not None
    assert member.role is Role.DIRECTOR


async def test_a_key_both_have_stays_once(work: Work, words: Words) -> None:
    await enqueue(work, words, [Send(chat_id=chat, text=HELLO, key="digest") for chat in (OLD, NEW)], now=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    assert len(await rows(work, outbox, NEW)) == 1


async def test_other_chats_that_name_it_name_it_anew(work: Work) -> None:
    await settings.put(work, chat_id=OTHER, path="log_chat", value=OLD, by=None, at=NOW)
    targets = ["here", str(OLD), "topic:5"]
    await settings.put(work, chat_id=OTHER, path="digest.targets", value=targets, by=None, at=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    overrides = await settings.overrides(work, OTHER)
    assert overrides == {"log_chat": NEW, "digest.targets": ["here", str(NEW), "topic:5"]}


async def test_buttons_about_the_chat_are_about_its_new_self(work: Work, words: Words) -> None:
    button = Button(label=phrase("delivery-button-resend"), action="a", permission=Role.MANAGER, chat_id=OLD)
    await enqueue(work, words, [Send(chat_id=ANN, text=HELLO, keyboard=((button,),))], now=NOW, tokens=lambda: "t")
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    stored = await buttons.find(work, chat_id=ANN, token="t")
    assert stored is not None
    assert stored.for_chat == NEW


async def test_no_message_of_the_supergroup_is_deleted_for_one_of_the_group(work: Work, words: Words) -> None:
    await enqueue(work, words, [Delete(chat_id=OLD, message_ids=(3,))], now=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    assert [row.state for row in await rows(work, outbox, NEW)] == ["dropped"]


@pytest.mark.parametrize("service_message_first", [True, False])
async def test_a_post_on_its_way_moves_once_whichever_word_comes_first(
    work: Work, words: Words, *, service_message_first: bool
) -> None:
    await see(work)
    await fill(work, OLD, count=2)
    await enqueue(work, words, [Send(chat_id=OLD, text=HELLO)], now=NOW)
    (row,) = await rows(work, outbox, OLD)
    await work.connection.execute(outbox.update().values(state="sending", tries=1))
    delivery = Delivery(chat_id=OLD, row_id=row.row_id, tries=1, method=row.method, parameters=row.parameters)
    if service_message_first:
        await chats.migrate(work, old=OLD, new=NEW, now=NOW)
    await deliveries.record(work, [(delivery, Moved(chat_id=NEW))], now=NOW)
    await chats.migrate(work, old=OLD, new=NEW, now=NOW + timedelta(seconds=1))
    (moved,) = await rows(work, outbox, NEW)
    assert (moved.state, moved.parameters["chat_id"]) == ("due", NEW)
    total = select(func.sum(tables.member_days.c.messages))
    assert (await work.connection.execute(total)).scalar_one() == 2
