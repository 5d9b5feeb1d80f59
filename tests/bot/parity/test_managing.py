"""What members ask of managers, what managers clear away, and where people are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.acts import AddBot, Join, Leave, OpenChat, Pin, Say
from tests.steward import ADMIN, ANN, BEN, CHAT, OWNER, RIGHTS, eventually, steward

if TYPE_CHECKING:
    from sandbox.history import View
    from tests.steward import Steward

STAFF = -1001000000055


async def answers(bot: Steward, person_id: int, text: str, message_id: int) -> int:
    """Somebody answers a message; returns the answer's id."""
    (outcome,) = await bot.acts(Say(chat_id=CHAT, person_id=person_id, text=text, reply_to=message_id))
    assert outcome.message_id is not None
    return outcome.message_id


@pytest.mark.parity("reports")
async def test_a_reported_message_is_removed_by_a_press(bot: Steward) -> None:
    await bot.acts(OpenChat(chat_id=STAFF, title="Staff", creator_id=OWNER))
    await bot.acts(AddBot(chat_id=STAFF, by_id=OWNER, administrator=RIGHTS), Join(chat_id=STAFF, person_id=ADMIN))
    await bot.says(OWNER, f"/set staff_chat {STAFF}")
    await bot.hears("Managers", "Staff")
    advert = await bot.says(ANN, "cheap watches here")
    await answers(bot, BEN, "@admin an advert", advert)
    await bot.hears("the admins have been told")
    ticket = await bot.hears("cheap watches here", "Reported by Ben", chat_id=STAFF)
    await answers(bot, OWNER, "/report me too", advert)
    await bot.sees_edit("Reported by Olga", chat_id=STAFF)
    await bot.presses(ADMIN, ticket, "⚠️ Warn", chat_id=STAFF)
    await bot.is_deleted(advert)
    await bot.hears("Ann", "has been warned: 1 of 3")
    await bot.sees_edit("Author warned: Adam", chat_id=STAFF)


@pytest.mark.parity("purge")
async def test_a_stretch_of_talk_is_purged(bot: Steward) -> None:
    first = await bot.says(ANN, "one")
    second = await bot.says(BEN, "two")
    command = await answers(bot, ADMIN, "/purge", first)
    for message_id in (first, second, command):
        await bot.is_deleted(message_id)
    await bot.hears("2 messages removed")


@pytest.mark.parity("purge")
async def test_a_message_is_deleted_and_another_pinned_and_unpinned(bot: Steward) -> None:
    bad, good = await bot.says(ANN, "bad"), await bot.says(BEN, "good")
    command = await answers(bot, ADMIN, "/del #3", bad)
    await bot.is_deleted(bad)
    await bot.is_deleted(command)
    await answers(bot, ADMIN, "/pin loud", good)
    await bot.sees_call("pinChatMessage", message_id=good, disable_notification=False)
    await bot.says(ADMIN, "/unpin")
    await bot.sees_call("unpinChatMessage", message_id=good)


@pytest.mark.parity("slowmode")
async def test_in_slow_mode_a_second_message_is_too_early(bot: Steward) -> None:
    await bot.says(ADMIN, "/slowmode 30s")
    await bot.hears("every 30 seconds")
    await bot.says(BEN, "one thing")
    early = await bot.says(BEN, "and another")
    await bot.is_deleted(early)
    await bot.hears("Ben", "please wait 30 seconds between two messages")


@pytest.mark.parity("approval")
async def test_who_is_approved_is_left_alone_until_it_is_taken_back(bot: Steward) -> None:
    await bot.says(ADMIN, "/addblocklist casino")
    await bot.hears("1 added")
    await bot.says(ADMIN, "/approve @ann_x our croupier")
    await bot.hears("leave Ann alone")
    kept = await bot.says(ANN, "the casino opens at nine")
    await bot.sees_no_call("deleteMessage", message_id=kept)
    await bot.says(ADMIN, "/unapprove @ann_x")
    await bot.hears("hold for Ann again")
    await bot.is_deleted(await bot.says(ANN, "the casino opens at ten"))


@pytest.mark.parity("cleaning")
async def test_telegrams_lines_and_answered_commands_go(bot: Steward) -> None:
    await bot.says(ADMIN, "/cleanservice leave pin")
    await bot.says(ADMIN, "/cleancommands members")
    await bot.hears("of members")
    await bot.is_deleted(await bot.says(BEN, "/rules"))
    good = await bot.says(ANN, "good")
    await bot.acts(Pin(chat_id=CHAT, person_id=OWNER, message=good), Leave(chat_id=CHAT, person_id=ANN))

    async def lines_gone() -> bool | None:
        found = [
            view for view in await bot.telegram.history(CHAT) if view.action in {"pinned_message", "left_chat_member"}
        ]
        return (len(found) == 2 and all(view.deleted for view in found)) or None

    await eventually(lines_gone)


@pytest.mark.parametrize(("does", "seen_by"), [("delivered", ANN), ("refused", None), ("ignored", None)])
async def test_a_notice_for_one_person_reaches_the_group_once_where_it_cannot(
    sqlite_url: str, does: str, seen_by: int | None
) -> None:
    async with steward(sqlite_url, ephemeral=does) as bot:  # type: ignore[arg-type]  # one of the three
        await bot.says(ADMIN, "/set rules.notices ephemeral")
        await bot.hears("seen by them alone")
        await bot.says(ADMIN, "/addblocklist casino")
        await bot.hears("1 added")
        await bot.is_deleted(await bot.says(ANN, "the casino"))
        notice = await bot.hears("I removed your message")
        await bot.is_settled()

        async def notices() -> list[View]:
            return [view for view in await bot.telegram.history(CHAT) if "I removed your message" in view.text]

        assert [view.seen_by for view in await notices()] == [seen_by]
        assert notice.seen_by == seen_by
