"""/settings: the menu of a group's settings, in the group or in private chat."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from domain import menu
from domain.effects import Button, Delete, Edit, LinkButton, Priority
from domain.phrases import phrase
from domain.roles import Role
from handlers import setting_files, versions
from handlers.command import Arguments as CommandArguments
from handlers.command import ButtonAction, Command, Scope
from handlers.kinds import Rest, Spoken
from services import connections
from services.settings import change, reset, settings_of
from services.settings_menu import menu_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from domain.menu import Menu, Row
    from handlers.turn import Turn
    from models.work import Work

TOKEN_BYTES = 24
DISCONNECT = "settings-disconnect"

CHINESE = Spoken(
    {
        **dict.fromkeys(("记录", "日志", "历史"), "log"),  # matching data, noqa: zh
        **dict.fromkeys(("对比", "差异", "比较"), "diff"),  # matching data, noqa: zh
        **dict.fromkeys(("回滚", "恢复", "撤回"), "rollback"),  # matching data, noqa: zh
        "导出": "export",  # matching data, noqa: zh
        "导入": "import",  # matching data, noqa: zh
    }
)

Arguments = dict[str, str | int | bool | None]


class SettingsArguments(CommandArguments):
    """What to do with the settings as a whole; nothing: the menu."""

    action: Annotated[Literal["log", "diff", "rollback", "export", "import"], CHINESE] | None = None
    words: Rest = ""


async def run_settings(turn: Turn, arguments: SettingsArguments) -> None:
    """The menu's first page, or what else is asked for; other words after the command are ignored."""
    if arguments.action is None:
        await say_page(turn, "")
        return
    await ACTIONS[arguments.action](turn, arguments.words)


async def say_page(turn: Turn, path: str) -> None:
    """A page of the menu as a new message."""
    text, keyboard = (await _menu(turn, path)).page(path)
    turn.say(text, keyboard=keyboard, quote=not turn.private)


async def open_page(turn: Turn, arguments: Arguments) -> None:
    """Turn to another page."""
    await _turn_to(turn, str(arguments["path"]))


async def set_value(turn: Turn, arguments: Arguments) -> None:
    """Change the setting, then show what stands there now."""
    path = str(arguments["path"])
    await change(
        turn.work,
        chat_id=turn.about_chat,
        path=path,
        value=arguments["value"],
        by=turn.user_id,
        now=turn.now,
        how="menu",
    )
    await _turn_to(await _in_its_language(turn), menu.page_of(path))


async def reset_value(turn: Turn, arguments: Arguments) -> None:
    """Back to the default, then show what stands there now."""
    path = str(arguments["path"])
    await reset(turn.work, chat_id=turn.about_chat, path=path, by=turn.user_id, now=turn.now, how="menu")
    await _turn_to(await _in_its_language(turn), path)


async def _in_its_language(turn: Turn) -> Turn:
    """The turn in the language the group speaks from now on; in private chat it is the person's own."""
    if turn.private:
        return turn
    settings = await settings_of(turn.work, turn.about_chat)
    return replace(turn, language=settings.language)


async def close(turn: Turn, _arguments: Arguments) -> None:
    """Take the menu away."""
    if turn.message_id is not None:
        turn.do(Delete(chat_id=turn.chat_id, message_ids=(turn.message_id,), priority=Priority.REPLY))


async def disconnect(turn: Turn, _arguments: Arguments) -> None:
    """This private chat is about no group any more."""
    if turn.user_id is not None:
        await connections.disconnect(turn.work, turn.user_id)
    if turn.message_id is not None:
        turn.do(
            Edit(
                chat_id=turn.chat_id,
                message_id=turn.message_id,
                text=phrase("settings-disconnected"),
                language=turn.language,
            )
        )


async def _turn_to(turn: Turn, path: str) -> None:
    if turn.message_id is None:
        return
    text, keyboard = (await _menu(turn, path)).page(path)
    turn.do(
        Edit(
            chat_id=turn.chat_id,
            message_id=turn.message_id,
            text=text,
            keyboard=keyboard,
            language=turn.language,
        )
    )


async def _menu(turn: Turn, path: str) -> Menu:
    last = () if path else await _last_buttons(turn)
    return await menu_of(turn.work, turn.about_chat, now=turn.now, last=last)


async def _last_buttons(turn: Turn) -> Row:
    """In a group the way into private chat, there the way out of the group."""
    if turn.private:
        leave = Button(
            label=phrase("settings-disconnect"),
            action=DISCONNECT,
            permission=Role.MEMBER,
            chat_id=turn.about_chat,
            presser_id=turn.user_id,
        )
        return (leave,)
    url = await private_link(
        turn.work, chat_id=turn.about_chat, user_id=turn.user_id, username=turn.bot.username, now=turn.now
    )
    return (LinkButton(label=phrase("settings-in-private"), url=url),)


async def private_link(work: Work, *, chat_id: int, user_id: int | None, username: str, now: datetime) -> str:
    """An address that leads once, within ten minutes, to the group's settings in private chat with the bot."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await connections.offer(work, chat_id=chat_id, user_id=user_id, token=token, now=now)
    return f"https://t.me/{username}?start={token}"


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "log": versions.log,
    "diff": versions.diff,
    "rollback": versions.preview,
    "export": setting_files.export,
    "import": setting_files.preview,
}

COMMANDS = (
    Command(
        name="settings",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=SettingsArguments,
        run=run_settings,
        reads_file=True,
    ),
)

BUTTONS = (
    ButtonAction(name=menu.OPEN, run=open_page),
    ButtonAction(name=menu.SET, run=set_value),
    ButtonAction(name=menu.RESET, run=reset_value),
    ButtonAction(name=menu.CLOSE, run=close),
    ButtonAction(name=DISCONNECT, run=disconnect),
    *versions.BUTTONS,
    *setting_files.BUTTONS,
)
