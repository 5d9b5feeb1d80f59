"""/report, 举报 and @admin: one ticket a message, and what managers decide on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from models import chats, verdicts, warnings
from models.chats import Chat
from models.tables import audit, complainants, outbox
from services.settings import change
from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import (
    ADMIN,
    ANONYMOUS_ADMIN,
    BOT,
    CREATOR,
    GROUP,
    MEMBER,
    NOW,
    OTHER_GROUP,
    STRANGER,
)
from tests.handlers.talk import ANSWERED, answering, deleted, written

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent

STAFF = OTHER_GROUP
CHANNEL = {"id": -1009, "type": "channel", "title": "News"}


@pytest.fixture(autouse=True)
async def staff(scene: Scene) -> None:
    """Managers have a chat of their own, and somebody wrote something."""
    await change(scene.work, chat_id=GROUP, path="staff_chat", value=STAFF, by=None, now=NOW)
    await written(scene, [ANSWERED], by=STRANGER)


async def report(scene: Scene, text: str = "/report an ad", *, by: int = MEMBER, about: int = STRANGER) -> list[Sent]:
    return await scene.write(text, by=by, fields=answering(about))


async def reporters(scene: Scene) -> list[int]:
    return list((await scene.work.connection.execute(select(complainants.c.reporter_id))).scalars())


@pytest.mark.parametrize("text", ["/report an ad", "!report", "举报", "@admin", "@admins look", "please, @Admin!"])
async def test_a_message_is_shown_to_the_managers(scene: Scene, text: str) -> None:
    ticket, thanks = await report(scene, text)
    assert (ticket.parameters["chat_id"], thanks.parameters["chat_id"]) == (STAFF, GROUP)
    assert "Sam &lt;b&gt;" in ticket.text
    assert "<blockquote>hello</blockquote>" in ticket.text
    assert f"https://t.me/c/1000000001/{ANSWERED}" in ticket.text
    assert list(keyboard(ticket)) == ["🗑 Remove", "⚠️ Warn", "🔇 Mute", "⛔ Ban", "✖️ Dismiss"]
    assert scene.follow_ups == [{"delete_after": 60.0}]


@pytest.mark.parametrize(
    ("text", "reason"), [("/report an ad", "an ad"), ("look @admin", "look @admin"), ("@admin", "")]
)
async def test_the_reason_is_shown(scene: Scene, text: str, reason: str) -> None:
    ticket, _thanks = await report(scene, text)
    assert (f">Max</a>: {reason}" in ticket.text) is bool(reason)


@pytest.mark.parametrize("text", ["@administrator hello", "me@admin.org", "what is @admins_club?"])
async def test_other_words_call_nobody(scene: Scene, text: str) -> None:
    assert await report(scene, text) == []


async def test_in_private_the_word_is_only_a_word(scene: Scene) -> None:
    (sent,) = await scene.write("@admin hello", by=MEMBER, chat_id=MEMBER)
    assert "better at looking after groups" in sent.text


async def sent_as(scene: Scene, message_id: int) -> None:
    """The ticket has become a message of the managers' chat."""
    await scene.work.connection.execute(update(outbox).values(message_id=message_id))


async def ticket_there(scene: Scene) -> Sent:
    """A first report, whose ticket stays in the outbox as sent."""
    scene.keeps_rows = True
    ticket, _thanks = await report(scene)
    await sent_as(scene, 50)
    return ticket


async def test_a_second_reporter_is_counted_on_the_same_ticket(scene: Scene) -> None:
    await ticket_there(scene)
    await scene.status(CREATOR, "creator")
    sent = await report(scene, "/report me too", by=CREATOR)
    (edit,) = edits(sent)
    assert edit.parameters["message_id"] == 50
    assert edit.text.count("Reported by") == 2
    assert len(keyboard(edit)) == 5


async def test_reporting_twice_counts_once(scene: Scene) -> None:
    await report(scene)
    (thanks,) = await report(scene)
    assert "Thank you" in thanks.text
    assert await reporters(scene) == [MEMBER]


@pytest.mark.parametrize(
    ("about", "sender_chat", "answer"),
    [
        (ADMIN, None, "runs this group"),
        (CREATOR, None, "runs this group"),
        (BOT.bot_id, None, "runs this group"),
        (ANONYMOUS_ADMIN, {"id": GROUP, "type": "supergroup", "title": "G"}, "runs this group"),
        (MEMBER, None, "your own message"),
    ],
)
async def test_whom_nobody_reports(
    scene: Scene, about: int, sender_chat: dict[str, object] | None, answer: str
) -> None:
    (sent,) = await scene.write(
        "/report",
        by=MEMBER,
        fields=answering(about) if sender_chat is None else answering(about, sender_chat=sender_chat),
    )
    assert answer in sent.text
    assert await reporters(scene) == []


@pytest.mark.parametrize("text", ["/report", "举报", "hey @admin"])
async def test_a_report_about_nothing_asks_for_the_message(scene: Scene, text: str) -> None:
    (sent,) = await scene.write(text, by=MEMBER)
    assert "Please reply to the message you mean" in sent.text


async def test_ten_reports_an_hour_are_enough(scene: Scene) -> None:
    for number in range(10):
        await scene.write("/report", by=MEMBER, fields=answering(STRANGER, message_id=100 + number))
    (sent,) = await scene.write("/report", by=MEMBER, fields=answering(STRANGER, message_id=200))
    assert "10 reports within an hour" in sent.text
    scene.now = NOW + timedelta(hours=1, seconds=1)
    assert len(await scene.write("/report", by=MEMBER, fields=answering(STRANGER, message_id=200))) == 2


async def test_switched_off_a_command_is_answered_and_a_call_is_not(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="reports.enabled", value=False, by=None, now=NOW)
    (sent,) = await report(scene)
    assert "switched off" in sent.text
    assert await report(scene, "@admin") == []


async def test_where_no_manager_can_be_reached_it_is_said(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="staff_chat", value=None, by=None, now=NOW)
    (sent,) = await report(scene)
    assert "I can reach no admin" in sent.text
    assert await reporters(scene) == []


@pytest.mark.parametrize(
    ("label", "calls", "verb", "told"),
    [
        ("🗑 Remove", ["deleteMessage"], "delete", 0),
        ("⚠️ Warn", ["deleteMessage"], "warn", 1),
        ("🔇 Mute", ["restrictChatMember", "deleteMessage"], "mute", 1),
        ("⛔ Ban", ["banChatMember", "deleteMessage"], "ban", 1),
    ],
)
async def test_a_press_decides_and_the_ticket_tells_who_did(
    scene: Scene, label: str, calls: list[str], verb: str, told: int
) -> None:
    ticket = await ticket_there(scene)
    sent = await press_label(scene, ticket, label, by=ADMIN, chat_id=STAFF)
    acted = {"answerCallbackQuery", "editMessageText", "sendMessage"}
    assert [one.method for one in sent if one.method not in acted] == calls
    assert deleted(sent) == [ANSWERED]
    (edit,) = edits(sent)
    assert edit.text.endswith('<a href="tg://user?id=11002">Ada</a>')
    assert keyboard(edit) == {}
    assert len([one for one in sent if one.method == "sendMessage" and one.parameters["chat_id"] == GROUP]) == told
    (verdict,) = await verdicts.of_target(scene.work, chat_id=GROUP, target_id=STRANGER)
    assert (verdict.verb, verdict.mode, verdict.actor_id, verdict.text) == (verb, "manual", ADMIN, "hello")


async def test_dismissing_harms_nobody(scene: Scene) -> None:
    ticket = await ticket_there(scene)
    sent = await press_label(scene, ticket, "✖️ Dismiss", by=ADMIN, chat_id=STAFF)
    assert "Nothing to object to" in edits(sent)[0].text
    assert deleted(sent) == []
    assert await verdicts.of_target(scene.work, chat_id=GROUP, target_id=STRANGER) == []
    assert await warnings.in_force(scene.work, chat_id=GROUP, user_id=MEMBER, at=NOW) == []
    rows = (await scene.work.connection.execute(select(audit.c.action, audit.c.actor_id))).all()
    assert [tuple(row) for row in rows] == [("setting", None), ("dismiss", ADMIN)]


async def test_it_is_decided_once(scene: Scene) -> None:
    ticket = await ticket_there(scene)
    await press_label(scene, ticket, "✖️ Dismiss", by=ADMIN, chat_id=STAFF)
    sent = await press_label(scene, ticket, "⛔ Ban", by=CREATOR, chat_id=STAFF)
    assert [one.method for one in sent] == ["answerCallbackQuery"]
    assert "have decided about that message already" in sent[0].text
    (again,) = await report(scene, by=CREATOR)
    assert "have decided about that message already" in again.text


async def test_where_a_ban_takes_two_the_ticket_says_so(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="rules.second_person_days", value=1, by=None, now=NOW)
    await scene.status(STRANGER, "member")
    scene.now = NOW + timedelta(days=1)
    await scene.furnish()
    ticket = await ticket_there(scene)
    sent = await press_label(scene, ticket, "⛔ Ban", by=ADMIN, chat_id=STAFF)
    assert "banChatMember" not in [one.method for one in sent]
    assert "a second manager is asked about the ban" in edits(sent)[0].text


async def test_members_decide_nothing(scene: Scene) -> None:
    ticket = await ticket_there(scene)
    sent = await press_label(scene, ticket, "⛔ Ban", by=MEMBER, chat_id=STAFF)
    assert [one.method for one in sent] == ["answerCallbackQuery"]


async def test_a_channel_is_banned_or_its_message_removed(scene: Scene) -> None:
    ticket, _thanks = await scene.write("/report", by=MEMBER, fields=answering(136817688, sender_chat=CHANNEL))
    assert list(keyboard(ticket)) == ["🗑 Remove", "⛔ Ban", "✖️ Dismiss"]
    sent = await press_label(scene, ticket, "⛔ Ban", by=ADMIN, chat_id=STAFF)
    assert "banChatSenderChat" in [one.method for one in sent]


async def test_without_the_right_to_remove_the_author_is_sentenced_all_the_same(scene: Scene) -> None:
    ticket = await ticket_there(scene)
    rights = ("can_restrict_members",)
    some = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=rights)
    await chats.put(scene.work, some, now=NOW)
    sent = await press_label(scene, ticket, "🔇 Mute", by=ADMIN, chat_id=STAFF)
    assert (deleted(sent), "restrictChatMember" in [one.method for one in sent]) == ([], True)
