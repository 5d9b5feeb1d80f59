"""/post: texts that the bot posts again and again at set times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from domain.activities.post import Post
from domain.effects import Edit
from domain.phrases import BLANK, Markup, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.schedule_words import begins
from handlers import post_page
from handlers.arguments import Arguments, Rest
from handlers.command import ButtonAction, Command, Scope
from handlers.kinds import Spoken
from handlers.post_draft import html_from, html_of_reply, read_draft
from services import posts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.turn import Turn
    from services.posts import PlannedPost

NUMBER = re.compile(r"\s*[#＃]?(\d{1,9})\s*")

Pressed = dict[str, str | int | bool | None]
Action = Literal["add", "list", "preview", "pause", "resume", "remove"]
CHINESE = Spoken(
    {
        "添加": "add",  # matching data, noqa: zh
        "新增": "add",  # matching data, noqa: zh
        "列表": "list",  # matching data, noqa: zh
        "预览": "preview",  # matching data, noqa: zh
        "暂停": "pause",  # matching data, noqa: zh
        "恢复": "resume",  # matching data, noqa: zh
        "删除": "remove",  # matching data, noqa: zh
        "delete": "remove",
    }
)
LONGEST_WORD = 40


class PostArguments(Arguments):
    """What to do, and with which post; nothing shows the list, a schedule alone adds a post."""

    action: Annotated[Action, CHINESE] | None = None
    rest: Rest = ""


async def post(turn: Turn, arguments: PostArguments) -> None:
    """Do what was asked for."""
    if arguments.action or not arguments.rest:
        await ACTIONS[arguments.action or "list"](turn, arguments.rest)
    elif begins(arguments.rest):
        await add(turn, arguments.rest)
    else:
        raise Refusal(phrase("posts-action-unknown", word=arguments.rest.split()[0][:LONGEST_WORD]))


async def add(turn: Turn, rest: str) -> None:
    """Plan a post, of the text typed or of the message replied to."""
    message = turn.update.effective_message
    if message is None:
        return
    draft = read_draft(rest, here=turn.thread_id)
    start = len((message.text or "").rstrip()) - len(rest)
    html = html_from(message, start + draft.text_at) or html_of_reply(message)
    if not html:
        raise Refusal(phrase("posts-text-missing"))
    made = await posts.add(
        turn.work,
        chat_id=turn.about_chat,
        trigger=draft.trigger,
        post=Post(html=html, pin=draft.pin, delete_after=draft.delete_after, thread_id=draft.thread_id),
        settings=turn.settings,
        by=turn.user_id,
        now=turn.now,
    )
    lines = post_page.entry(made, timezone=turn.settings.timezone)
    turn.say(
        Page(lines=(phrase("posts-added"), BLANK, *lines)),
        keyboard=post_page.keyboard([made], chat_id=turn.about_chat),
    )


async def show(turn: Turn, _rest: str) -> None:
    """All posts of the group."""
    found = await posts.planned(turn.work, chat_id=turn.about_chat)
    turn.say(
        post_page.page(found, timezone=turn.settings.timezone),
        keyboard=post_page.keyboard(found, chat_id=turn.about_chat),
    )


async def preview(turn: Turn, rest: str) -> None:
    """The post as it will look."""
    await _preview(turn, _number(rest))


async def pause(turn: Turn, rest: str) -> None:
    """Post it no more until it is resumed."""
    number = _number(rest)
    await _pause(turn, number)
    turn.say(phrase("posts-paused-now", number=str(number)))


async def resume(turn: Turn, rest: str) -> None:
    """Post it again."""
    number = _number(rest)
    made = await _resume(turn, number)
    lines = post_page.entry(made, timezone=turn.settings.timezone)
    turn.say(Page(lines=(phrase("posts-resumed-now", number=str(number)), BLANK, *lines)))


async def remove(turn: Turn, rest: str) -> None:
    """Forget it."""
    number = _number(rest)
    await _remove(turn, number)
    turn.say(phrase("posts-removed", number=str(number)))


def _number(rest: str) -> int:
    found = NUMBER.fullmatch(rest)
    if found is None:
        raise Refusal(phrase("posts-number-missing"))
    return int(found[1])


async def _preview(turn: Turn, number: int) -> None:
    found = await posts.find(turn.work, chat_id=turn.about_chat, number=number)
    turn.say(Markup(html=found.post.html))


async def _pause(turn: Turn, number: int) -> None:
    await posts.pause(
        turn.work,
        chat_id=turn.about_chat,
        number=number,
        settings=turn.settings,
        by=turn.user_id,
        now=turn.now,
    )


async def _resume(turn: Turn, number: int) -> PlannedPost:
    return await posts.resume(
        turn.work,
        chat_id=turn.about_chat,
        number=number,
        settings=turn.settings,
        by=turn.user_id,
        now=turn.now,
    )


async def _remove(turn: Turn, number: int) -> None:
    await posts.remove(
        turn.work,
        chat_id=turn.about_chat,
        number=number,
        settings=turn.settings,
        by=turn.user_id,
        now=turn.now,
    )


def _pressed_number(pressed: Pressed) -> int:
    return int(pressed["number"] or 0)


async def press_list(turn: Turn, _pressed: Pressed) -> None:
    """Show the list as it stands now."""
    await _show_again(turn)


async def press_preview(turn: Turn, pressed: Pressed) -> None:
    """Show the post as it will look."""
    await _preview(turn, _pressed_number(pressed))


async def press_pause(turn: Turn, pressed: Pressed) -> None:
    """Pause the post, then show the list."""
    await _pause(turn, _pressed_number(pressed))
    await _show_again(turn)


async def press_resume(turn: Turn, pressed: Pressed) -> None:
    """Resume the post, then show the list."""
    await _resume(turn, _pressed_number(pressed))
    await _show_again(turn)


async def press_remove(turn: Turn, pressed: Pressed) -> None:
    """Ask once more, then remove the post."""
    number = _pressed_number(pressed)
    if not pressed["sure"]:
        await _show_again(turn, removing=number)
        return
    await _remove(turn, number)
    await _show_again(turn)


async def _show_again(turn: Turn, *, removing: int | None = None) -> None:
    """Put the list in place of the message whose button was pressed."""
    if turn.message_id is None:
        return
    found = await posts.planned(turn.work, chat_id=turn.about_chat)
    turn.do(
        Edit(
            chat_id=turn.chat_id,
            message_id=turn.message_id,
            text=post_page.page(found, timezone=turn.settings.timezone),
            keyboard=post_page.keyboard(found, chat_id=turn.about_chat, removing=removing),
            language=turn.language,
        )
    )


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "add": add,
    "list": show,
    "preview": preview,
    "pause": pause,
    "resume": resume,
    "remove": remove,
}

COMMANDS = (
    Command(
        name="post",
        permission=Role.SPECIALIST,
        scope=Scope.CONNECTED,
        section="posts",
        arguments=PostArguments,
        run=post,
    ),
)

BUTTONS = (
    ButtonAction(name=post_page.LIST, run=press_list),
    ButtonAction(name=post_page.PREVIEW, run=press_preview),
    ButtonAction(name=post_page.PAUSE, run=press_pause),
    ButtonAction(name=post_page.RESUME, run=press_resume),
    ButtonAction(name=post_page.REMOVE, run=press_remove),
)
