"""From a removed message to an appeal that was granted, by the real bot in the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.steward import ADMIN, ANN, BEN, CHAT, OWNER, eventually

if TYPE_CHECKING:
    from tests.steward import Steward

LINK = "look at https://bad.example/here"


async def test_a_member_appeals_and_another_manager_grants(bot: Steward) -> None:
    message = await bot.says(ANN, LINK)
    notice = await bot.hears("Rule 4", "bad.example", "Warning 1 of 3")
    await bot.is_deleted(message)

    await bot.presses(ANN, notice, "✋ Appeal")
    await bot.is_told(ANN, "written to you in private")
    await bot.hears("Your appeal in Cyclists", "Rule 4", chat_id=ANN)
    await bot.says(ANN, "It is our own club page", chat_id=ANN)
    await bot.hears("Your appeal is with the managers of Cyclists", chat_id=ANN)

    await bot.hears("an appeal", "It is our own club page", chat_id=OWNER)
    ticket = await bot.hears("an appeal", "Ann", "It is our own club page", LINK, chat_id=ADMIN)
    await bot.presses(ADMIN, ticket, "✅ Grant", chat_id=ADMIN)
    for person_id in (OWNER, ADMIN):
        await bot.sees_edit("Granted by Adam", chat_id=person_id)
    await bot.hears("Ann, your appeal in Cyclists was granted", chat_id=ANN)

    await bot.says(OWNER, "/warns @ann_x")
    await bot.hears("Ann has no warnings now")

    proposal = await bot.hears("This would have avoided it", chat_id=ADMIN)
    await bot.presses(ADMIN, proposal, "Allow bad.example", chat_id=ADMIN)
    await bot.sees_edit("Done: Allow bad.example", "By Adam", chat_id=ADMIN)
    again = await bot.says(ANN, LINK)
    await bot.is_settled()
    assert not next(view for view in await bot.telegram.history(CHAT) if view.message_id == again).deleted


async def test_who_never_opened_the_private_chat_is_led_there_by_a_link(bot: Steward) -> None:
    await bot.says(BEN, LINK)
    await bot.presses(BEN, await bot.hears("Rule 4", "Ben"), "✋ Appeal")

    async def linked() -> str | None:
        calls = await bot.telegram.calls()
        urls = [
            str(call.params["url"]) for call in calls if call.method == "answerCallbackQuery" and call.params.get("url")
        ]
        return urls[-1] if urls else None

    url = await eventually(linked)
    address, _, token = url.partition("?start=")
    assert address.startswith("https://t.me/")
    await bot.starts(BEN, payload=token)
    question = await bot.hears("Your appeal in Cyclists", chat_id=BEN)
    await bot.presses(BEN, question, "Send without words", chat_id=BEN)
    await bot.sees_edit("Your appeal is with the managers", chat_id=BEN)
    await bot.hears("an appeal", "Ben", "Without further words", chat_id=OWNER)


async def test_a_manager_does_not_decide_about_their_own_ban(bot: Steward) -> None:
    await bot.says(ADMIN, "/ban @ann_x #3 ads")
    told = await bot.hears("You have been banned from Cyclists", "Rule 3", "ads", chat_id=ANN)
    await bot.stands(ANN, None)
    await bot.presses(ANN, told, "✋ Appeal", chat_id=ANN)
    await bot.hears("Your appeal in Cyclists", chat_id=ANN)
    await bot.says(ANN, "That was my brother", chat_id=ANN)
    ticket = await bot.hears("That was my brother", "Adam", chat_id=ADMIN)
    await bot.presses(ADMIN, ticket, "✅ Grant", chat_id=ADMIN)
    await bot.is_told(ADMIN, "somebody else decides", chat_id=ADMIN)
    other = await bot.hears("That was my brother", chat_id=OWNER)
    await bot.presses(OWNER, other, "✅ Grant", chat_id=OWNER)
    await bot.sees_call("unbanChatMember", chat_id=CHAT, user_id=ANN)
    await bot.hears("was granted", chat_id=ANN)
