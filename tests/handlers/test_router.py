from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.command import Command, NoArguments, Scope
from handlers.router import build, is_command, plain_texts
from models import members
from tests.handlers.scene import (
    ADMIN,
    ANONYMOUS_ADMIN,
    BOT,
    CREATOR,
    GROUP,
    MEMBER,
    NOW,
    OTHER_GROUP,
    TOKEN,
    OnlyGetMe,
    Scene,
    chat_json,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.desk import Office
    from handlers.turn import Turn
    from models.work import Work
    from services.words import Words


async def say_hello(turn: Turn, _arguments: NoArguments) -> None:
    turn.say(phrase("roles-title"))


async def break_down(_turn: Turn, _arguments: NoArguments) -> None:
    raise LookupError("broken")


async def promote_then_refuse(turn: Turn, _arguments: NoArguments) -> None:
    await members.assign_role(turn.work, chat_id=turn.chat_id, user_id=MEMBER, role=Role.DIRECTOR, now=turn.now)
    turn.say(phrase("roles-title"))
    raise Refusal(phrase("roles-nobody"))


async def promote(turn: Turn, _arguments: NoArguments) -> None:
    await members.assign_role(turn.work, chat_id=turn.chat_id, user_id=MEMBER, role=Role.DIRECTOR, now=turn.now)
    turn.say(phrase("roles-title"))


def command(name: str, run: object, **more: object) -> Command[NoArguments]:
    values: dict[str, object] = {
        "permission": Role.MEMBER,
        "scope": Scope.ANYWHERE,
        "section": "start",
        "arguments": NoArguments,
    }
    return Command(name=name, run=run, **(values | more))  # type: ignore[arg-type]  # a table of examples


EXAMPLES = (
    command("hello", say_hello, aliases=("你好",)),
    command("broken", break_down),
    command("refused", promote_then_refuse),
    command("counted", promote, counts_when_late=True),
    command("managed", say_hello, permission=Role.MANAGER),
    command("grouped", say_hello, scope=Scope.GROUP),
    command("secret", say_hello, scope=Scope.PRIVATE),
    command("led", say_hello, scope=Scope.CONNECTED, permission=Role.MANAGER),
    command("shared", say_hello, scope=Scope.CONNECTED),
    command("guarded", say_hello, group_permission=Role.MANAGER),
    command("banning", say_hello, permission=Role.MANAGER, bot_rights=frozenset({"can_restrict_members"})),
)
HELLO = "<b>Who runs this group</b>"


@pytest.fixture
async def office(words: Words) -> AsyncIterator[Office]:
    built = build(TOKEN, words=words, bot=BOT, request=OnlyGetMe(), commands=EXAMPLES)
    await built.initialize()
    yield built
    await built.shutdown()


@pytest.mark.parametrize("text", ["/hello", "/HELLO there", "/hello@steward_bot", "!hello", "你好", " 你好 "])
async def test_a_command_is_answered_as_a_reply(scene: Scene, text: str) -> None:
    [sent] = await scene.write(text)
    assert (sent.method, sent.text) == ("sendMessage", HELLO)
    assert sent.parameters["reply_parameters"]["message_id"] == 60


@pytest.mark.parametrize("text", ["/hello@other_bot", "/helloo", "hello", "你好吗", "/", "!"])
async def test_what_is_not_our_command_is_left_alone(scene: Scene, text: str) -> None:
    assert await scene.write(text) == []


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "Eve", "date": 1}},
        {"via_bot": {"id": 9, "is_bot": True, "first_name": "Inline"}},
        {"from": {"id": 9, "is_bot": True, "first_name": "Another bot"}},
    ],
    ids=["forwarded", "via a bot", "by a bot"],
)
async def test_words_that_are_not_a_persons_own_are_no_command(scene: Scene, more: dict[str, object]) -> None:
    assert await scene.write("/hello", by=ADMIN, fields=more) == []


async def test_an_edit_does_not_repeat_a_command(scene: Scene) -> None:
    [sent] = await scene.write("/hello")
    assert sent.text == HELLO
    message = {"message_id": 60, "date": 1, "edit_date": 2, "chat": chat_json(GROUP), "text": "/hello"}
    assert await scene.take({"edited_message": message}) == []


async def test_what_a_handler_raises_reaches_the_caller(scene: Scene) -> None:
    with pytest.raises(LookupError, match="broken"):
        await scene.write("/broken")


async def test_the_next_update_is_answered_after_a_broken_one(scene: Scene) -> None:
    with pytest.raises(LookupError):
        await scene.write("/broken")
    [sent] = await scene.write("/hello")
    assert sent.text == HELLO


async def test_a_refusal_is_said_and_changes_nothing(scene: Scene, work: Work) -> None:
    [sent] = await scene.write("/refused")
    assert sent.text == "Nobody has a special role here yet."
    found = await members.find(work, chat_id=GROUP, user_id=MEMBER)
    assert found is not None
    assert found.role is None


@pytest.mark.parametrize(("by", "answered"), [(MEMBER, False), (ADMIN, True), (CREATOR, True)])
async def test_the_role_decides(scene: Scene, by: int, *, answered: bool) -> None:
    [sent] = await scene.write("/managed", by=by)
    assert (sent.text == HELLO) is answered


async def test_demotion_holds_at_once(scene: Scene) -> None:
    await scene.status(ADMIN, "member")
    [sent] = await scene.write("/managed", by=ADMIN)
    assert "manager" in sent.text


async def test_an_assigned_role_ends_with_membership(scene: Scene, work: Work) -> None:
    await members.assign_role(work, chat_id=GROUP, user_id=MEMBER, role=Role.MANAGER, now=NOW)
    await scene.status(MEMBER, "left")
    [sent] = await scene.write("/managed", by=MEMBER)
    assert sent.text != HELLO


@pytest.mark.parametrize(("sender", "answered"), [(GROUP, True), (OTHER_GROUP, False), (-1009, False)])
async def test_an_anonymous_admin_manages_its_own_group_only(scene: Scene, sender: int, *, answered: bool) -> None:
    [sent] = await scene.write("/managed", by=ANONYMOUS_ADMIN, fields={"sender_chat": chat_json(sender)})
    assert (sent.text == HELLO) is answered


async def test_the_anonymous_admins_id_alone_is_worth_nothing(scene: Scene) -> None:
    assert await scene.write("/managed", by=ANONYMOUS_ADMIN) == []


@pytest.mark.parametrize(
    ("text", "chat_id", "answered"),
    [("/grouped", GROUP, True), ("/grouped", MEMBER, False), ("/secret", GROUP, False), ("/secret", MEMBER, True)],
)
async def test_the_scope_decides(scene: Scene, text: str, chat_id: int, *, answered: bool) -> None:
    [sent] = await scene.write(text, chat_id=chat_id)
    assert (sent.text == HELLO) is answered


@pytest.mark.parametrize("text", ["hello?", "/nothing", "!nothing"])
async def test_private_chat_never_stays_without_an_answer(scene: Scene, text: str) -> None:
    [sent] = await scene.write(text, chat_id=MEMBER)
    assert sent.text == "I am better at looking after groups than at small talk. /help shows what I can do."


async def test_private_chat_about_no_group_has_no_managers(scene: Scene) -> None:
    [sent] = await scene.write("/led", by=CREATOR, chat_id=CREATOR)
    assert sent.text.startswith("Which group do you mean?")


async def test_private_chat_about_no_group_knows_nothing_of_one(scene: Scene) -> None:
    [sent] = await scene.write("/shared", by=CREATOR, chat_id=CREATOR)
    assert sent.text == "This is about a group: please send it there."


@pytest.mark.parametrize(("chat_id", "said"), [(GROUP, "takes the role “manager”"), (MEMBER, HELLO)])
async def test_a_group_may_ask_for_a_higher_role(scene: Scene, chat_id: int, said: str) -> None:
    [sent] = await scene.write("/guarded", chat_id=chat_id)
    assert said in sent.text


async def test_a_right_the_bot_lacks_is_named(scene: Scene, work: Work) -> None:
    from services.chats import set_bot_status

    await set_bot_status(work, chat_id=GROUP, status="administrator", rights=("can_pin_messages",), now=NOW)
    [sent] = await scene.write("/banning", by=ADMIN)
    assert "ban users" in sent.text


async def test_what_cannot_be_undone_needs_a_fresh_look_at_the_admins(scene: Scene) -> None:
    [before] = await scene.write("/banning", by=ADMIN)
    scene.now = NOW + timedelta(seconds=61)
    [after] = await scene.write("/banning", by=ADMIN)
    assert (before.text, after.text[:16]) == (HELLO, "Telegram does no")


async def test_what_can_be_undone_does_not(scene: Scene) -> None:
    scene.now = NOW + timedelta(hours=1)
    [sent] = await scene.write("/managed", by=ADMIN)
    assert sent.text == HELLO


async def test_a_command_is_answered_for_five_minutes(scene: Scene) -> None:
    early = int((NOW - timedelta(minutes=5)).timestamp())
    [sent] = await scene.write("/hello", fields={"date": early})
    assert sent.text == HELLO
    assert await scene.write("/hello", fields={"date": early - 1}) == []


async def test_what_counts_when_late_counts_without_a_word(scene: Scene, work: Work) -> None:
    assert await scene.write("/counted", fields={"date": int((NOW - timedelta(hours=3)).timestamp())}) == []
    found = await members.find(work, chat_id=GROUP, user_id=MEMBER)
    assert found is not None
    assert found.role is Role.DIRECTOR


@pytest.mark.parametrize(
    ("more", "thread"),
    [
        ({}, None),
        ({"message_thread_id": 7}, None),
        ({"message_thread_id": 7, "is_topic_message": True}, 7),
        ({"message_thread_id": 1, "is_topic_message": True}, None),
    ],
    ids=["no topic", "a thread of replies", "a topic", "General"],
)
async def test_the_answer_stays_in_the_topic(scene: Scene, more: dict[str, object], thread: int | None) -> None:
    [sent] = await scene.write("/hello", fields=more)
    assert sent.parameters.get("message_thread_id") == thread


@pytest.mark.parametrize(("code", "said"), [("zh-hans", "本群的管理团队"), ("en-GB", "Who runs"), ("fr", "Who runs")])
async def test_private_chat_speaks_the_clients_language(scene: Scene, code: str, said: str) -> None:
    user = {"id": MEMBER, "is_bot": False, "first_name": "Max", "language_code": code}
    [sent] = await scene.write("/hello", chat_id=MEMBER, fields={"from": user})
    assert said in sent.text


async def test_private_chat_speaks_the_language_chosen(scene: Scene, work: Work) -> None:
    from services.roles import speak

    await speak(work, MEMBER, "zh")
    [sent] = await scene.write("/hello", chat_id=MEMBER)
    assert "本群的管理团队" in sent.text


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("/help", True),
        ("!help me", True),
        ("/HELP@steward_bot", True),
        ("/helper", False),
        ("say /help", False),
        ("/help!", False),
        ("", False),
    ],
)
def test_the_hot_path_knows_commands(text: str, *, known: bool) -> None:
    assert is_command(text) is known


def test_plain_texts_are_in_lower_case() -> None:
    assert plain_texts()
    assert all(text == text.lower() for text in plain_texts())
