"""Words that are not wanted, however they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.acts import Edit, OpenChat, Say
from tests.steward import ADMIN, ANN, CHAT, OWNER

if TYPE_CHECKING:
    from tests.steward import Steward

CHANNEL = -1001000000099


@pytest.mark.parity("blocklist")
async def test_blocked_words_go_with_a_warning_that_cites_its_rule(bot: Steward) -> None:
    await bot.says(ADMIN, '/addblocklist casino "free money"')
    await bot.hears("2 added")
    await bot.is_deleted(await bot.says(ANN, "come and get FREE  money"))
    await bot.hears("Ann", "free money", "Rule 3:", "Warning 1 of 3")


@pytest.mark.parity("blocklist")
async def test_an_entry_in_disguise_leads_to_its_own_action_with_its_reason(bot: Steward) -> None:
    await bot.says(ADMIN, "/addblocklist casino /fre+ mon.y/ {mute 6h} ### no gambling here")
    await bot.hears("2 added")
    await bot.is_deleted(await bot.says(ANN, "best c.a.s1nо here"))
    await bot.hears("Ann", "no gambling here", "6 hours")
    await bot.stands(ANN, "restricted")


@pytest.mark.parity("edits")
async def test_what_is_written_into_an_old_message_is_judged_as_well(bot: Steward) -> None:
    await bot.says(ADMIN, "/addblocklist casino")
    await bot.hears("1 added")
    harmless = await bot.says(ANN, "see you on Sunday")
    await bot.acts(Edit(chat_id=CHAT, person_id=ANN, message=harmless, text="see you in the casino"))
    await bot.is_deleted(harmless)


@pytest.mark.parity("anonymous")
async def test_an_anonymous_admin_commands_and_is_never_judged(bot: Steward) -> None:
    await bot.acts(Say(chat_id=CHAT, person_id=OWNER, sender_chat_id=CHAT, text="/addblocklist casino"))
    await bot.hears("1 added")
    posted = await bot.acts(Say(chat_id=CHAT, person_id=OWNER, sender_chat_id=CHAT, text="no casino here, please"))
    await bot.sees_no_call("deleteMessage", message_id=posted[0].message_id)


@pytest.mark.parity("linked")
async def test_posts_of_the_linked_channel_are_left_alone(bot: Steward) -> None:
    await bot.says(ADMIN, "/addblocklist casino")
    await bot.hears("1 added")
    await bot.acts(
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=OWNER, linked_chat_id=CHAT),
        Say(chat_id=CHANNEL, person_id=OWNER, sender_chat_id=CHANNEL, text="the casino on the corner has closed"),
    )
    await bot.sees_no_call("deleteMessage")
    own = await bot.acts(Say(chat_id=CHAT, person_id=OWNER, sender_chat_id=CHANNEL, text="which casino? the old one"))
    await bot.sees_no_call("deleteMessage", message_id=own[0].message_id)
