"""Shared bans through the whole bot, over two groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sandbox.acts import AddBot, Join, Meet, OpenChat, Promote
from tests.steward import ADMIN, ANN, BEN, CHAT, OWNER, RIGHTS

if TYPE_CHECKING:
    from tests.steward import Steward

OTHER, CLARA = -1001000000002, 21


async def two_groups(bot: Steward) -> None:
    """A second group of the same owner, in which Ben is an administrator and Ann a member."""
    await bot.acts(
        OpenChat(chat_id=OTHER, title="Walkers", creator_id=OWNER),
        *(Join(chat_id=OTHER, person_id=number) for number in (ANN, BEN)),
        AddBot(chat_id=OTHER, by_id=OWNER, administrator=RIGHTS),
        Promote(chat_id=OTHER, person_id=BEN, by_id=OWNER, rights=RIGHTS),
    )
    await bot.says(ANN, "good morning", chat_id=OTHER)


async def federation(bot: Steward) -> None:
    await two_groups(bot)
    await bot.says(OWNER, "/newfed City groups")
    key = re.search(r"[0-9a-f]{32}", (await bot.hears("is founded")).text)
    assert key
    for chat_id in (CHAT, OTHER):
        await bot.says(OWNER, f"/joinfed {key[0]}", chat_id=chat_id)
        await bot.hears("from now on", chat_id=chat_id)


@pytest.mark.parity("federations")
async def test_a_ban_holds_in_both_groups_and_is_lifted_in_both(bot: Steward) -> None:
    await federation(bot)
    await bot.says(OWNER, "/fedban @ann_x selling accounts")
    await bot.hears("Ann is banned by City groups", "2 in all", "selling accounts")
    for chat_id in (CHAT, OTHER):
        await bot.stands(ANN, None, chat_id=chat_id)
    await bot.says(OWNER, "/unfedban @ann_x", chat_id=OTHER)
    await bot.hears("lifted in all its groups", chat_id=OTHER)
    for chat_id in (CHAT, OTHER):
        await bot.sees_call("unbanChatMember", chat_id=chat_id, user_id=ANN)


async def test_who_comes_later_goes_and_who_runs_a_group_stays(bot: Steward) -> None:
    await federation(bot)
    await bot.acts(Meet(person_id=CLARA, first_name="Clara"), Join(chat_id=CHAT, person_id=CLARA))
    await bot.says(CLARA, "hello")
    await bot.says(OWNER, f"/fedban {CLARA} spam")
    await bot.hears("Clara is banned")
    await bot.says(OWNER, "/fedban @ben_x spam")
    await bot.hears("Ben is banned")
    await bot.acts(Join(chat_id=OTHER, person_id=CLARA))
    await bot.sees_call("banChatMember", chat_id=OTHER, user_id=CLARA)
    await bot.stands(BEN, "administrator", chat_id=OTHER)
    await bot.sees_no_call("banChatMember", chat_id=OTHER, user_id=BEN)


async def test_an_owners_groups_share_by_a_setting(bot: Steward) -> None:
    await two_groups(bot)
    await bot.says(ADMIN, "/set bans.share on")
    await bot.hears("owner or a director")
    for chat_id in (CHAT, OTHER):
        await bot.says(OWNER, "/set bans.share on", chat_id=chat_id)
        await bot.hears("owner’s groups: on", chat_id=chat_id)
    await bot.says(ADMIN, "/ban @ann_x selling accounts")
    await bot.stands(ANN, None, chat_id=OTHER)
