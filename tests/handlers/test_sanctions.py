"""Every form of every sanction, typed into the real router, and what each of them refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.roles import Role
from handlers.sanctions import ACTS, COMMANDS
from models import chats, members, verdicts, warnings
from models.chats import Chat
from models.tables import audit
from services.second_person import CONFIRM
from services.settings import change
from tests.handlers.keyboards import press_label
from tests.handlers.scene import ADMIN, ANONYMOUS_ADMIN, BOT, CREATOR, GROUP, MEMBER, NOW, STRANGER
from tests.handlers.talk import ANSWERED, answering, deleted

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent

STAFF = -1001000000009
COMMAND = 60
CALLS = {
    "warn": [],
    "mute": ["restrictChatMember"],
    "restrict": ["restrictChatMember"],
    "ban": ["banChatMember"],
    "kick": ["banChatMember", "unbanChatMember"],
}
FORMS = [(act.verb, letter) for act in ACTS for letter in ("", *act.letters)]


def methods(sent: list[Sent]) -> list[str]:
    return [one.method for one in sent]


@pytest.mark.parametrize(("verb", "letter"), FORMS, ids=[letter + verb for verb, letter in FORMS])
async def test_every_form_does_its_act_in_its_own_way(scene: Scene, verb: str, letter: str) -> None:
    time = " 2h" if letter == "t" else ""
    sent = await scene.write(f"/{letter}{verb}{time}", by=ADMIN, fields=answering(MEMBER))
    acted = [one for one in methods(sent) if one not in {"sendMessage", "deleteMessage"}]
    assert acted == CALLS[verb]
    assert deleted(sent) == {"d": [ANSWERED], "s": [COMMAND]}.get(letter, [])
    told = [one for one in sent if one.method == "sendMessage" and one.parameters["chat_id"] == GROUP]
    assert len(told) == (0 if letter == "s" else 1)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_no_form_is_for_members(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} @sam", by=MEMBER)
    assert "takes the role" in sent.text


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_every_form_asks_whom_where_nobody_is_named(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command}", by=ADMIN)
    assert "Whom do you mean?" in sent.text


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_no_form_acts_on_an_admin(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} @cleo 2h", by=ADMIN, fields=answering(CREATOR))
    assert "is an admin" in sent.text


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_no_form_acts_without_the_right(scene: Scene, command: str) -> None:
    bare = Chat(chat_id=GROUP, kind="supergroup", title="Group", bot_status="administrator", bot_rights=())
    await chats.put(scene.work, bare, now=NOW)
    (sent,) = await scene.write(f"/{command} @max 2h", by=ADMIN)
    assert "I lack the admin right" in sent.text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("/tmute @max", "Please write the time like"),
        ("/tban @max for ever", "Please write the time like"),
        ("/tban @max 10s", "Please write the time like"),
        ("/dwarn @max", "as an answer to the message you mean"),
        (f"/sban {BOT.bot_id}", "That would be me"),
        ("/warn @nobody", "I have not met"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(scene: Scene, text: str, answer: str) -> None:
    (sent,) = await scene.write(text, by=ADMIN)
    assert answer in sent.text


@pytest.mark.parametrize("command", ["mute", "restrict", "smute"])
async def test_a_basic_group_knows_no_mute(scene: Scene, command: str) -> None:
    basic: dict[str, object] = {"chat": {"id": GROUP, "type": "group", "title": "Group"}}
    (sent,) = await scene.write(f"/{command} @max", by=ADMIN, fields=basic)
    assert "only in supergroups" in sent.text


async def test_a_message_too_old_is_not_claimed_to_be_removed(scene: Scene) -> None:
    (sent,) = await scene.write("/dban", by=ADMIN, fields=answering(MEMBER, hours_ago=49))
    assert "more than two days old" in sent.text


async def test_silence_is_told_in_the_log_chat(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="log_chat", value=-1009, by=None, now=NOW)
    sent = await scene.write("/sban @max ads", by=ADMIN)
    (told,) = [one for one in sent if one.method == "sendMessage"]
    assert told.parameters["chat_id"] == -1009
    assert "ads" in told.text


async def test_silence_without_a_log_chat_is_told_to_the_managers(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="staff_chat", value=STAFF, by=None, now=NOW)
    sent = await scene.write("/smute @max", by=ADMIN)
    assert [one.parameters["chat_id"] for one in sent if one.method == "sendMessage"] == [STAFF]


async def test_answers_go_after_the_minutes_the_chat_wants(scene: Scene) -> None:
    await change(scene.work, chat_id=GROUP, path="rules.answer_minutes", value=5, by=None, now=NOW)
    await scene.write("/warn @max", by=ADMIN)
    assert scene.follow_ups == [{"delete_after": 300.0}]


async def test_what_was_answered_is_kept_with_the_verdict(scene: Scene) -> None:
    await scene.write("/warn #2", by=ADMIN, fields=answering(MEMBER))
    (verdict,) = await verdicts.of_target(scene.work, chat_id=GROUP, target_id=MEMBER)
    assert (verdict.text, verdict.message_id, verdict.mode, verdict.actor_id) == ("hello", ANSWERED, "manual", ADMIN)


async def test_all_warnings_are_taken_back_at_once(scene: Scene) -> None:
    await scene.write("/warn @max", by=ADMIN)
    await scene.write("/warn @max", by=ADMIN)
    (sent,) = await scene.write("/resetwarns @max", by=ADMIN)
    assert "All 2 warnings" in sent.text
    assert await warnings.in_force(scene.work, chat_id=GROUP, user_id=MEMBER, at=NOW) == []
    (again,) = await scene.write("/resetwarns @max", by=ADMIN)
    assert "has no warnings" in again.text


async def test_another_word_takes_a_warning_back_as_well(scene: Scene) -> None:
    await scene.write("/warn @max", by=ADMIN)
    (sent,) = await scene.write("/rmwarn @max", by=ADMIN)
    assert "taken back; 0 of 3" in sent.text


async def ask_for_two(scene: Scene, text: str = "/ban @max 7d ads", *, by: int = ADMIN) -> list[Sent]:
    await change(scene.work, chat_id=GROUP, path="rules.second_person_days", value=30, by=None, now=NOW)
    await change(scene.work, chat_id=GROUP, path="staff_chat", value=STAFF, by=None, now=NOW)
    joined = NOW - timedelta(days=40)
    await members.set_status(scene.work, chat_id=GROUP, user_id=MEMBER, status="member", at=NOW, joined_at=joined)
    return await scene.write(text, by=by)


async def test_a_member_of_long_standing_is_put_out_by_two(scene: Scene) -> None:
    ticket, answer = await ask_for_two(scene)
    assert "a second manager is asked first" in answer.text
    sent = await press_label(scene, ticket, "✅ Confirm", by=CREATOR, chat_id=STAFF)
    (ban,) = [one for one in sent if one.method == "banChatMember"]
    assert ban.parameters["until_date"] == int((NOW + timedelta(days=7)).timestamp())
    (edit,) = [one for one in sent if one.method == "editMessageText"]
    assert "Asked by Ada, confirmed by" in edit.text
    (done,) = [
        one for one in await verdicts.of_target(scene.work, chat_id=GROUP, target_id=MEMBER) if one.verb == "ban"
    ]
    assert (done.actor_id, done.seen["confirmed_by"]) == (ADMIN, CREATOR)


async def test_who_asked_cannot_confirm(scene: Scene) -> None:
    ticket, _answer = await ask_for_two(scene)
    (sent,) = await press_label(scene, ticket, "✅ Confirm", by=ADMIN, chat_id=STAFF)
    assert "somebody other than the one who asked" in sent.text


async def test_the_question_is_over_after_a_day(scene: Scene) -> None:
    ticket, _answer = await ask_for_two(scene)
    scene.now = NOW + timedelta(hours=25)
    await scene.furnish()
    (sent,) = await press_label(scene, ticket, "✅ Confirm", by=CREATOR, chat_id=STAFF)
    assert "This question is over" in sent.text


async def test_it_is_confirmed_once(scene: Scene) -> None:
    await ask_for_two(scene)
    (asked,) = await verdicts.of_target(scene.work, chat_id=GROUP, target_id=MEMBER)
    await verdicts.decide(scene.work, chat_id=GROUP, verdict_id=asked.verdict_id, state="upheld", by=CREATOR, at=NOW)
    button = await scene.button(CONFIRM, permission=Role.MANAGER, arguments={"verdict": asked.verdict_id})
    (sent,) = await scene.press(button.token, by=CREATOR)
    assert "This question is over" in sent.text


@pytest.mark.parametrize("text", ["/mute @max", "/warn @max"])
async def test_what_leaves_a_member_here_takes_one(scene: Scene, text: str) -> None:
    assert "second manager" not in (await ask_for_two(scene, text))[-1].text


async def test_a_director_needs_nobody(scene: Scene) -> None:
    assert "banChatMember" in methods(await ask_for_two(scene, by=CREATOR))


async def test_a_newcomer_is_put_out_by_one(scene: Scene) -> None:
    await ask_for_two(scene, "/warns @max")
    assert "banChatMember" in methods(await scene.write(f"/ban {STRANGER}", by=ADMIN))


async def test_an_anonymous_admin_cannot_be_the_first_of_two(scene: Scene) -> None:
    await ask_for_two(scene, "/warns @max")
    group = {"id": GROUP, "type": "supergroup", "title": "Group"}
    (sent,) = await scene.write("/ban @max", by=ANONYMOUS_ADMIN, fields={"sender_chat": group})
    assert "not anonymously" in sent.text


async def test_asking_is_audited(scene: Scene) -> None:
    await ask_for_two(scene)
    rows = (await scene.work.connection.execute(select(audit.c.action).where(audit.c.target_id == MEMBER))).scalars()
    assert list(rows) == ["ask-second"]
