"""The dispatcher against the sandbox, over HTTP, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.delivery.limits import Limits
from domain.effects import Ban, Button, Delete, Pin, Priority, Send, Unban
from domain.phrases import Markup, phrase
from domain.roles import Role
from sandbox.acts import AddBot, Join, Meet, Migrate, OpenChat, Say
from sandbox.faults import Fault
from services import chats
from tests.bot.delivery.stage import ANN, delivering, group, post, sandbox

if TYPE_CHECKING:
    from models.database import Database
    from services.words import Words

GROUP = group(0)


async def test_a_post_is_sent_and_its_id_kept(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await stage.enqueue(post(GROUP, "<b>hello</b>"))
        (row,) = await stage.settled()
        (view,) = [view for view in await client.history(GROUP) if view.message_id == row.message_id]
    assert (row.state, view.html) == ("sent", "<b>hello</b>")


async def test_a_chat_reads_its_posts_in_order(database: Database, words: Words) -> None:
    texts = [f"post {number}" for number in range(12)]
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await client.faults(Fault(kind="429", method="sendMessage", times=2, retry_after=1))
        await stage.enqueue(*(post(GROUP, text) for text in texts))
        await stage.settled()
        assert await stage.texts(GROUP) == texts


@pytest.mark.parametrize(("fault", "arrived"), [("drop_before", 0), ("drop_after", 1), ("stall", 1), ("502", 0)])
async def test_a_post_whose_answer_is_lost_is_uncertain_and_never_doubled(
    database: Database, words: Words, fault: str, arrived: int
) -> None:
    async with sandbox(1) as client, delivering(database, words, client, read_timeout=0.3) as stage:
        await client.faults(Fault(kind=fault, method="sendMessage"))  # type: ignore[arg-type]  # a kind of the table
        await stage.enqueue(post(GROUP, "once"))
        (row,) = await stage.settled()
        assert row.state == "uncertain"
        assert await stage.texts(GROUP) == ["once"] * arrived


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "502", "429"])
async def test_a_deletion_is_repeated_until_it_is_done(database: Database, words: Words, fault: str) -> None:
    async with sandbox(1) as client, delivering(database, words, client, read_timeout=0.3) as stage:
        (said,) = await client.act(Say(chat_id=GROUP, person_id=ANN, text="spam"))
        assert said.message_id is not None
        await client.faults(Fault(kind=fault, method="deleteMessage"))  # type: ignore[arg-type]  # a kind of the table
        await stage.enqueue(Delete(chat_id=GROUP, message_ids=(said.message_id,)))
        (row,) = await stage.settled()
        deleted = [view.deleted for view in await client.history(GROUP) if view.message_id == said.message_id]
    assert row.state == "sent"
    assert row.tries >= 1
    assert deleted[0]


async def test_no_call_comes_before_telegrams_wait_is_over(database: Database, words: Words) -> None:
    async with sandbox(2) as client, delivering(database, words, client) as stage:
        await client.faults(Fault(kind="429", method="sendMessage", chat_id=GROUP, retry_after=2))
        await stage.enqueue(*(post(GROUP, str(number)) for number in range(3)), post(group(1), "other"))
        await stage.settled()
        calls = [call for call in await client.calls() if call.method == "sendMessage"]
    held = [call.at for call in calls if call.params["chat_id"] == GROUP]
    assert held[1] - held[0] >= 2
    other = [call.at for call in calls if call.params["chat_id"] == group(1)]
    assert other[0] < held[1]


async def test_a_kicked_bot_asks_once(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        kicked = "Forbidden: bot was kicked from the supergroup chat"
        await client.faults(Fault(kind="403", method="sendMessage", times=99, description=kicked))
        await stage.enqueue(*(post(GROUP, str(number)) for number in range(50)))
        rows = await stage.settled()
        assert len([call for call in await client.calls() if call.method == "sendMessage"]) <= 2
    assert {row.state for row in rows} == {"failed", "dropped"}
    async with database.transaction() as work:
        assert not await chats.is_active(work, GROUP)


async def test_a_group_that_became_a_supergroup_gets_its_post_there(database: Database, words: Words) -> None:
    old, new = -555, group(9)
    async with sandbox(0) as client, delivering(database, words, client) as stage:
        await client.act(
            OpenChat(chat_id=old, kind="group", title="Small", creator_id=ANN),
            AddBot(chat_id=old, by_id=ANN, administrator=None),
            Migrate(chat_id=old, new_chat_id=new),
        )
        await stage.enqueue(post(old, "hello"))
        (row,) = await stage.settled()
        assert (row.state, row.chat_id) == ("sent", new)
        assert await stage.texts(new) == ["hello"]


async def test_a_kick_lets_the_member_come_back(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await client.act(Meet(person_id=5, first_name="Eve"), Join(chat_id=GROUP, person_id=5))
        await client.faults(Fault(kind="502", method="banChatMember"))
        await stage.enqueue(Ban(chat_id=GROUP, user_id=5, until=None), Unban(chat_id=GROUP, user_id=5))
        await stage.settled()
        methods = [call.method for call in await client.calls() if "ban" in call.method.lower()]
        assert methods == ["banChatMember", "banChatMember", "unbanChatMember"]
        await client.act(Join(chat_id=GROUP, person_id=5))


async def test_a_pinned_post_that_goes_away_again(database: Database, words: Words) -> None:
    send = Send(chat_id=GROUP, text=Markup(html="soon gone"), pin=True, delete_after=timedelta(milliseconds=50))
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await stage.enqueue(send)
        first, *_ = await stage.settled()
        rows = await stage.settled()
    assert [row.method for row in rows] == ["sendMessage", "pinChatMessage", "deleteMessage"]
    assert {row.state for row in rows} == {"sent"}
    assert first.message_id == rows[2].parameters["message_id"]


async def test_a_button_knows_its_message_once_it_is_sent(database: Database, words: Words) -> None:
    button = Button(label=phrase("delivery-button-arrived"), action="a", permission=Role.MEMBER)
    send = Send(chat_id=GROUP, text=Markup(html="press"), keyboard=((button,),))
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await stage.enqueue(send)
        (row,) = await stage.settled()
        (view,) = [view for view in await client.history(GROUP) if view.message_id == row.message_id]
    assert view.buttons[0][0].data == row.parameters["reply_markup"]["inline_keyboard"][0][0]["callback_data"]


async def test_unreadable_markup_arrives_as_plain_text(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await stage.enqueue(post(GROUP, "<b>open &amp; wide"))
        (row,) = await stage.settled()
        assert (row.state, await stage.texts(GROUP)) == ("sent", ["open & wide"])


async def test_moderation_goes_ahead_of_a_thousand_posts(database: Database, words: Words) -> None:
    posts = [post(group(number % 5), str(number)) for number in range(1000)]
    async with sandbox(5) as client, delivering(database, words, client, limits=Limits()) as stage:
        (said,) = await client.act(Say(chat_id=GROUP, person_id=ANN, text="spam"))
        assert said.message_id is not None
        await stage.enqueue(*posts)
        await stage.enqueue(Delete(chat_id=GROUP, message_ids=(said.message_id,)))
        while "deleteMessage" not in [call.method for call in await client.calls()]:
            await stage.rows()
        sent = [call for call in await client.calls() if call.method == "sendMessage"]
    assert len(sent) < 20


async def test_pins_wait_for_no_limit_on_messages(database: Database, words: Words) -> None:
    async with sandbox(1) as client, delivering(database, words, client, limits=Limits()) as stage:
        (said,) = await client.act(Say(chat_id=GROUP, person_id=ANN, text="keep"))
        assert said.message_id is not None
        await stage.enqueue(post(GROUP, "one"), *[Pin(chat_id=GROUP, message_id=said.message_id)] * 5)
        rows = await stage.settled()
    assert [row.state for row in rows] == ["sent"] * 6


async def test_what_is_too_late_is_not_sent(database: Database, words: Words) -> None:
    send = Send(chat_id=GROUP, text=Markup(html="late"), priority=Priority.REPLY, expires_after=timedelta(seconds=-1))
    async with sandbox(1) as client, delivering(database, words, client) as stage:
        await stage.enqueue(send)
        (row,) = await stage.settled()
        assert (row.state, await stage.texts(GROUP)) == ("dropped", [])


async def test_a_stop_lets_calls_under_way_end(database: Database, words: Words) -> None:
    async with sandbox(1) as client:
        async with delivering(database, words, client) as stage:
            await client.faults(Fault(kind="stall", method="sendMessage"))
            await stage.enqueue(post(GROUP, "once"))
            while not stage.dispatcher.under_way:
                await stage.rows()
        assert [row.state for row in await stage.rows()] == ["uncertain"]
        assert await stage.texts(GROUP) == ["once"]


async def test_a_new_process_keeps_telegrams_wait_and_the_pace(database: Database, words: Words) -> None:
    async with sandbox(2) as client:
        async with delivering(database, words, client, limits=Limits()) as stage:
            await client.faults(Fault(kind="429", method="sendMessage", chat_id=GROUP, retry_after=2))
            await stage.enqueue(post(GROUP, "one"), *[post(group(1), "two") for _ in range(Limits().chat_burst)])
            while len(await client.calls()) < 1 + Limits().chat_burst:
                await stage.rows()
        async with delivering(database, words, client, limits=Limits()) as stage:
            await stage.enqueue(post(GROUP, "three"), post(group(1), "four"))
            await stage.settled()
        calls = [call for call in await client.calls() if call.method == "sendMessage"]
        assert await stage.texts(GROUP) == ["one", "three"]
    flooded = [call.at for call in calls if call.params["chat_id"] == GROUP]
    paced = [call.at for call in calls if call.params["chat_id"] == group(1)]
    assert flooded[1] - flooded[0] >= 2
    assert paced[-1] - paced[0] >= Limits().chat_burst
