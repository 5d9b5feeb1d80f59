"""/post from the typed command to what the bot answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.activities.post import Post, post_of
from handlers import posts
from handlers.router import build
from models import deep_links, schedules
from models.tables import buttons
from tests.handlers.scene import ADMIN, BOT, GROUP, MEMBER, TOKEN, OnlyGetMe, Scene, message_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.desk import Office
    from models.work import Work
    from services.words import Words
    from tests.handlers.scene import Sent

ADDED = """✅ Planned.

<b>#1</b> every Fri at 20:00 · next 29 May 2026 20:00
“Quiz night!”"""


@pytest.fixture
async def office(words: Words) -> AsyncIterator[Office]:
    built = build(TOKEN, words=words, bot=BOT, commands=posts.COMMANDS, buttons=posts.BUTTONS, request=OnlyGetMe())
    await built.initialize()
    yield built
    await built.shutdown()


async def stored(work: Work) -> list[Post]:
    return [post_of(schedule.content) for schedule in await schedules.of_chat(work, GROUP)]


async def say(scene: Scene, text: str, *, by: int = ADMIN) -> str:
    (sent,) = await scene.write(text, by=by)
    return sent.text


async def edits(scene: Scene, action: str) -> list[Sent]:
    return [sent for sent in await press_button(scene, action) if sent.method == "editMessageText"]


async def press_button(scene: Scene, action: str, *, by: int = ADMIN, sure: bool = False) -> list[Sent]:
    """Press the newest button of an action, its message having become number 50."""
    rows = await scene.work.connection.execute(
        select(buttons.c.token, buttons.c.arguments).where(buttons.c.action == action)
    )
    token = [row.token for row in rows if row.arguments["sure"] is sure][-1]
    await scene.work.connection.execute(buttons.update().values(message_id=50))
    return await scene.press(token, by=by)


@pytest.mark.parametrize(
    "typed",
    [
        '/post add "0 20 * * 5" Quiz night!',
        "/post add every fri 20:00 Quiz night!",
        "/post add 每周五 20:00 Quiz night!",
        "/post 添加 每周五 20点 Quiz night!",
        "/post every fri at 8pm Quiz night!",
    ],
)
async def test_a_post_is_planned_and_read_back(scene: Scene, typed: str) -> None:
    assert await say(scene, typed) == ADDED


async def test_formatting_is_kept_and_everything_else_is_text(scene: Scene) -> None:
    text = "/post add daily 09:00 Hi <b> 😀 bold"
    marks = [{"type": "bot_command", "offset": 0, "length": 5}, {"type": "bold", "offset": 32, "length": 4}]
    await scene.write(text, by=ADMIN, fields={"entities": marks})
    assert await stored(scene.work) == [Post(html="Hi &lt;b&gt; 😀 <b>bold</b>")]


async def test_a_reply_posts_the_message_replied_to(scene: Scene) -> None:
    reply = message_json("Welcome all", by=MEMBER, chat_id=GROUP, at=scene.now) | {
        "entities": [{"type": "italic", "offset": 0, "length": 7}]
    }
    await scene.write("/post add daily 09:00 pin", by=ADMIN, fields={"reply_to_message": reply})
    assert await stored(scene.work) == [Post(html="<i>Welcome</i> all", pin=True)]


async def test_without_a_text_there_is_nothing_to_post(scene: Scene) -> None:
    assert (await say(scene, "/post add daily 09:00")).startswith("What shall I post?")
    assert await stored(scene.work) == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/post add soon Hello", "I do not see when to post."),
        ('/post add "0 0 30 2 *" Hello', "“0 0 30 2 *” never comes: there is no such day."),
        ('/post add "0 24 * * *" Hello', "“0 24 * * *” is not a schedule: the hour must be from 0 to 23."),
        ("/post frobnicate", "I do not know “frobnicate”."),
        ("/post 预览 9", "There is no post 9 in this group."),
        ("/post preview", "Which post?"),
        ("/post preview 9", "There is no post 9 in this group."),
        ("/post", "No posts are planned."),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(scene: Scene, typed: str, answer: str) -> None:
    assert (await say(scene, typed)).startswith(answer)


async def test_the_list_shows_every_post_with_its_buttons(scene: Scene) -> None:
    await say(scene, "/post add daily 09:00 pin delete:2h Good morning")
    await say(scene, "/post add weekdays 18:00 Stand-up")
    await say(scene, "/post pause 2")
    (listed,) = await scene.write("/post list", by=ADMIN)
    assert (
        listed.text
        == """🗓 <b>Scheduled posts: 2</b> · times in UTC

<b>#1</b> every day at 09:00 · next 30 May 2026 09:00
“Good morning”
📌 pinned · deleted after 2 hours

<b>#2</b> Monday to Friday at 18:00 · ⏸ paused
“Stand-up”"""
    )
    rows = listed.parameters["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [
        ["⏸ Pause #1", "👁 Preview", "🗑 Remove"],
        ["▶️ Resume #2", "👁 Preview", "🗑 Remove"],
    ]


async def test_a_preview_looks_like_the_post(scene: Scene) -> None:
    await say(scene, "/post add daily 09:00 a < b")
    assert await say(scene, "/post preview 1") == "a &lt; b"
    assert await say(scene, "/post preview #1") == "a &lt; b"


async def test_pause_resume_and_remove_are_answered(scene: Scene) -> None:
    await say(scene, "/post add daily 09:00 Hello")
    assert await say(scene, "/post pause 1") == "⏸ Post 1 is paused."
    assert (await say(scene, "/post resume 1")).startswith("▶️ Post 1 goes on.")
    assert await say(scene, "/post remove 1") == "🗑 Post 1 is removed."
    assert await stored(scene.work) == []


async def test_buttons_change_the_list_in_its_place(scene: Scene) -> None:
    await say(scene, "/post add daily 09:00 Hello")
    (edit,) = await edits(scene, "posts-pause")
    assert edit.parameters["message_id"] == 50
    assert "⏸ paused" in edit.text
    (edit,) = await edits(scene, "posts-resume")
    assert "next 30 May 2026 09:00" in edit.text


async def test_removing_by_button_asks_once_more(scene: Scene) -> None:
    await say(scene, "/post add daily 09:00 Hello")
    await press_button(scene, "posts-remove")
    assert len(await stored(scene.work)) == 1
    await press_button(scene, "posts-remove", sure=True)
    assert await stored(scene.work) == []


async def test_members_may_neither_type_nor_press(scene: Scene) -> None:
    assert "specialist" in await say(scene, "/post add daily 09:00 Spam", by=MEMBER)
    await say(scene, "/post add daily 09:00 Hello")
    (answer,) = await press_button(scene, "posts-remove", by=MEMBER)
    assert answer.method == "answerCallbackQuery"
    assert await stored(scene.work) == [Post(html="Hello")]


async def test_in_private_chat_posts_are_planned_for_the_connected_group(scene: Scene) -> None:
    await deep_links.connect(scene.work, user_id=ADMIN, chat_id=GROUP, at=scene.now)
    (answer,) = await scene.write("/post add daily 09:00 Hello", by=ADMIN, chat_id=ADMIN)
    assert answer.parameters["chat_id"] == ADMIN
    assert answer.text.startswith("✅ Planned.")
    assert await stored(scene.work) == [Post(html="Hello")]


async def test_a_post_typed_in_a_topic_goes_there_only_when_told(scene: Scene) -> None:
    topic: dict[str, object] = {"message_thread_id": 7, "is_topic_message": True}
    for typed in ("/post add daily 09:00 topic:here Hello", "/post add daily 09:00 Hello"):
        await scene.write(typed, by=ADMIN, fields=topic)
    assert [post.thread_id for post in await stored(scene.work)] == [7, None]
