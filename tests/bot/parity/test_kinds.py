"""Kinds of messages that are not wanted: as one who moved here from another bot locks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.acts import OpenChat, Say
from tests.steward import ADMIN, ANN, CHAT

if TYPE_CHECKING:
    from tests.steward import Steward

CHANNEL = -1001000000077


@pytest.mark.parity("locks")
async def test_locked_kinds_go_with_the_reason_and_others_stay(bot: Steward) -> None:
    await bot.says(ADMIN, "/lock sticker url {warn} ### no ads")
    await bot.hears("Locked", "sticker {warn} ### no ads")
    (sticker,) = await bot.acts(Say(chat_id=CHAT, person_id=ANN, kind="sticker"))
    assert sticker.message_id is not None
    await bot.is_deleted(sticker.message_id)
    await bot.hears("Ann", "not allowed here: stickers", "no ads", "Warning 1 of 3")
    await bot.says(ADMIN, "/unlock all")
    await bot.hears("Everything is let through again")
    (again,) = await bot.acts(Say(chat_id=CHAT, person_id=ANN, kind="sticker"))
    await bot.sees_no_call("deleteMessage", message_id=again.message_id)


@pytest.mark.parity("scripts")
async def test_messages_in_a_locked_script_go(bot: Steward) -> None:
    await bot.says(ADMIN, "/lock cyrillic rtl")
    await bot.hears("Locked", "cyrillic", "rtl")
    await bot.is_deleted(await bot.says(ANN, "привет всем"))
    await bot.is_deleted(await bot.says(ANN, "مرحبا بكم"))
    plain = await bot.says(ANN, "good morning, 大家好")
    await bot.sees_no_call("deleteMessage", message_id=plain)


@pytest.mark.parity("flood")
async def test_too_many_in_a_row_are_a_flood(bot: Steward) -> None:
    await bot.says(ADMIN, "/setflood 3")
    await bot.hears("More than 3 messages in a row")
    said = [await bot.says(ANN, f"number {number}") for number in range(4)]
    await bot.hears("Ann", "more than 3 messages in a row")
    for message_id in said[1:]:
        await bot.is_deleted(message_id)


@pytest.mark.parity("channels")
async def test_a_channel_that_speaks_is_banned_and_the_account_that_carries_it_is_not(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.channels.mode on")
    await bot.hears("Mode", "on")
    await bot.acts(OpenChat(chat_id=CHANNEL, kind="channel", title="Shop", username="shop_news", creator_id=ANN))
    (posted,) = await bot.acts(Say(chat_id=CHAT, person_id=ANN, sender_chat_id=CHANNEL, text="buy now"))
    assert posted.message_id is not None
    await bot.is_deleted(posted.message_id)
    await bot.hears("Shop", "nobody posts as a channel here")
    await bot.sees_no_call("banChatMember")
    await bot.stands(ANN, "member")
