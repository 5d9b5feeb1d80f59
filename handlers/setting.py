"""/set and /get: one setting by its path, for those who type."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from domain import paths
from domain.entries import NOTHING, expected, full_label, is_default, shown_value, typed, value_of
from domain.menu import help_of
from domain.phrases import Page, phrase
from domain.roles import Role
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from services.digests import set_targets
from services.log_chats import log_chat_of
from services.settings import change, known_setting, reset, settings_of
from services.settings_menu import CHATS, DIGEST_TARGETS, places_named

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from handlers.turn import Turn

SEPARATORS = re.compile(r"[\s,，、;；]+")
LINE_WIDTH = 80
VALUE_WIDTH = 3000


class SetArguments(Arguments):
    """Which setting, and what it shall be."""

    path: str
    value: Rest


class GetArguments(Arguments):
    """Which setting or section; all when left out."""

    path: str = ""


async def set_typed(turn: Turn, arguments: SetArguments) -> None:
    """Change one setting, or take it back to its default."""
    setting = known_setting(arguments.path.lower())
    if is_default(arguments.value):
        after = await reset(turn.work, chat_id=turn.about_chat, path=setting.path, by=turn.user_id, now=turn.now)
    else:
        after = await _change(turn, setting, arguments.value)
    named = await places_named(turn.work, turn.about_chat, after)
    value = named.get(setting.path) or shown_value(setting, paths.read(after, setting.path))
    turn.say(phrase("settings-changed", label=full_label(setting.path), value=value))


async def _change(turn: Turn, setting: paths.Setting, text: str) -> ChatSettings:
    """Set the value meant by a text; where it names places, they must be places one may choose."""
    if setting.path == DIGEST_TARGETS and text.lower() not in NOTHING:
        words = SEPARATORS.sub(" ", text).split()
        await set_targets(
            turn.work,
            chat_id=turn.about_chat,
            words=words,
            by=turn.user_id,
            thread_id=turn.thread_id,
            now=turn.now,
        )
        return await settings_of(turn.work, turn.about_chat)
    value: paths.SettingValue
    if setting.path in CHATS:
        value = await log_chat_of(turn.work, word=text, chat_id=turn.about_chat, by=turn.user_id)
    else:
        value = value_of(setting, text)
    return await change(
        turn.work, chat_id=turn.about_chat, path=setting.path, value=value, by=turn.user_id, now=turn.now
    )


async def get(turn: Turn, arguments: GetArguments) -> None:
    """One setting with its explanation, or the lines of a section."""
    path = arguments.path.lower().rstrip(".")
    found = paths.below(path)
    if not found:
        known_setting(path)
    if paths.find(path):
        turn.say(Page(lines=_explained(found[0], turn.settings)))
        return
    turn.say(Page(lines=tuple(_line(setting, turn.settings, LINE_WIDTH) for setting in found)))


def _explained(setting: paths.Setting, settings: ChatSettings) -> tuple[Phrase, ...]:
    return (
        phrase("settings-explained", label=full_label(setting.path), help=help_of(setting.path)),
        _line(setting, settings, VALUE_WIDTH),
        phrase("settings-possible", expected=expected(setting)),
    )


def _line(setting: paths.Setting, settings: ChatSettings, width: int) -> Phrase:
    value = shorten(typed(paths.read(settings, setting.path)), width=width, placeholder=" …")
    return phrase("settings-typed", path=setting.path, value=value)


COMMANDS = (
    Command(
        name="set",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=SetArguments,
        names_chats=True,
        run=set_typed,
    ),
    Command(
        name="get",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=GetArguments,
        run=get,
    ),
)
