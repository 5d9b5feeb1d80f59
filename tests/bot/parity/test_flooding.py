"""Too much at once, from one member: as one who moved here from another bot tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.acts import Say
from tests.steward import ADMIN, ANN, CHAT

if TYPE_CHECKING:
    from tests.steward import Steward


@pytest.mark.parity("flood")
async def test_a_flood_is_removed_and_its_author_muted(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.flood.messages 4")
    await bot.hears("Messages", "4")
    await bot.says(ADMIN, "/set rules.flood.action mute 1h")
    await bot.hears("a mute of 1 hour")
    said = [await bot.says(ANN, f"number {number}") for number in range(6)]
    await bot.hears("Ann", "more than 4 messages", "Muted for 1 hour")
    for message_id in said:
        await bot.is_deleted(message_id)
    await bot.stands(ANN, "restricted")


@pytest.mark.parity("albums")
async def test_an_album_is_one_message(bot: Steward) -> None:
    await bot.says(ADMIN, "/set rules.flood.messages 4")
    await bot.hears("Messages", "4")
    pictures = [Say(chat_id=CHAT, person_id=ANN, kind="photo", media_group_id="holiday") for _ in range(8)]
    await bot.acts(*pictures)
    await bot.sees_no_call("restrictChatMember")
    await bot.sees_no_call("deleteMessages")
