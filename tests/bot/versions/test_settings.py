"""Settings through the whole bot: what was changed, the way back, a group's rules brought into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.acts import AddBot, Join, OpenChat, Promote, Say
from tests.steward import ADMIN, ANN, CHAT, OWNER, RIGHTS

if TYPE_CHECKING:
    from tests.steward import Steward

OTHER = -1001000000002
GO, APPLY = "↩️ Go back", "✅ Apply"


async def has_changed(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.flood.messages 9")
    await bot.hears("Messages: 9")
    await bot.says(ADMIN, "/addblocklist casino")
    await bot.hears("1 added")


async def test_what_differs_is_told_in_words(bot: Steward) -> None:
    await has_changed(bot)
    await bot.says(ADMIN, "/settings diff 0")
    await bot.hears("since #0", "Messages: 7 → 9", "added “casino”")
    await bot.says(ADMIN, "/settings log")
    await bot.hears("#2", "Adam", "by command")


async def test_the_way_back_is_confirmed_by_who_asked(bot: Steward) -> None:
    await has_changed(bot)
    await bot.says(ADMIN, "/settings rollback 0")
    preview = await bot.hears("Going back to #0", "9 → 7")
    await bot.presses(ANN, preview, GO)
    await bot.is_told(ANN, "somebody else")
    await bot.presses(ADMIN, preview, GO)
    await bot.sees_edit("as it was after #0")
    await bot.says(ADMIN, "/get rules.flood.messages")
    await bot.hears("rules.flood.messages = 7")
    await bot.says(ADMIN, "/blocklist")
    await bot.hears("Nothing is blocked yet")


@pytest.mark.parity("lists")
async def test_a_groups_rules_are_brought_into_another(bot: Steward) -> None:
    await has_changed(bot)
    await bot.acts(
        OpenChat(chat_id=OTHER, title="Walkers", creator_id=OWNER),
        Join(chat_id=OTHER, person_id=ADMIN),
        Promote(chat_id=OTHER, person_id=ADMIN, by_id=OWNER, rights=RIGHTS),
        AddBot(chat_id=OTHER, by_id=OWNER, administrator=RIGHTS),
    )
    await bot.says(ADMIN, "/settings export")
    text = (await bot.hears("steward: 1")).text
    await bot.says(ADMIN, f"/settings import {text}", chat_id=OTHER)
    preview = await bot.hears("would change", "7 → 9", "casino", chat_id=OTHER)
    await bot.presses(ADMIN, preview, APPLY, chat_id=OTHER)
    await bot.sees_edit("This has changed", chat_id=OTHER)
    await bot.is_deleted(await bot.says(ANN, "casino", chat_id=CHAT))


async def test_a_document_answered_to_is_fetched_and_read(bot: Steward) -> None:
    text = "steward: 1\nsettings: {rules: {flood: {messages: 9}}}\n"
    document = Say(
        chat_id=CHAT, person_id=ADMIN, kind="document", file=text, file_name="rules.yaml", mime_type="text/yaml"
    )
    sent = (await bot.acts(document))[0].message_id
    await bot.acts(Say(chat_id=CHAT, person_id=ADMIN, text="/settings import", reply_to=sent))
    await bot.presses(ADMIN, await bot.hears("would change", "7 → 9"), APPLY)
    await bot.sees_edit("This has changed")


async def test_no_member_has_a_document_fetched(bot: Steward) -> None:
    document = Say(chat_id=CHAT, person_id=ANN, kind="document", file="rules", file_name="rules.yaml")
    sent = (await bot.acts(document))[0].message_id
    await bot.acts(Say(chat_id=CHAT, person_id=ANN, text="/settings import", reply_to=sent))
    await bot.hears("manager")
    await bot.sees_no_call("getFile")
