"""/cleanservice, /cleancommands and /setactiontopic: what goes by itself, and where notices stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from domain.cleaning import EVERY, SERVICE_KINDS
from domain.entries import shown_value
from domain.paths import read
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Rest
from handlers.authority import typed_name
from handlers.command import Command, Scope
from handlers.kinds import Spoken
from services.removals import clear_away
from services.rights import missing_rights
from services.settings import change, known_setting

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn

DELETE = frozenset({"can_delete_messages"})
SERVICE, COMMANDS_TYPED, TOPIC = "cleaning.service", "cleaning.commands", "rules.notice_topic"
SEPARATORS = re.compile(r"[\s,，、;；]+")
ON = frozenset({"on", "yes", "开", "开启"})  # matching data, noqa: zh
OFF = frozenset({"off", "no", "none", "关", "关闭", "无"})  # matching data, noqa: zh
WHOSE = Spoken({"on": "members", "关": "off", "成员": "members", "全部": "all"})  # matching data, noqa: zh
HERE = Spoken({"关": "off"})  # matching data, noqa: zh


class Kinds(Arguments):
    """on, off, or kinds; left out, what holds now."""

    kinds: Rest = ""


class Whose(Arguments):
    """Whose commands; left out, what holds now."""

    whose: Annotated[Literal["off", "members", "all"] | None, WHOSE] = None


class HereOrOff(Arguments):
    """`off` for notices where it happened; left out, this topic."""

    off: Annotated[Literal["off"] | None, HERE] = None


async def clean_service(turn: Turn, arguments: Kinds) -> None:
    """Choose which of Telegram's own lines go."""
    words = [word for word in SEPARATORS.split(arguments.kinds.lower()) if word]
    if words:
        kinds = (EVERY,) if ON.issuperset(words) else () if OFF.issuperset(words) else tuple(words)
        await _change(turn, SERVICE, kinds)
        return
    shown = shown_value(known_setting(SERVICE), turn.settings.cleaning.service)
    turn.say(phrase("cleaning-now-kinds", value=shown, kinds=" ".join(SERVICE_KINDS)))


async def clean_commands(turn: Turn, arguments: Whose) -> None:
    """Choose whose typed commands go."""
    if arguments.whose is not None:
        await _change(turn, COMMANDS_TYPED, arguments.whose)
        return
    shown = shown_value(known_setting(COMMANDS_TYPED), turn.settings.cleaning.commands)
    turn.say(phrase("cleaning-now", value=shown))


async def action_topic(turn: Turn, arguments: HereOrOff) -> None:
    """Let notices stand in this topic, or where it happened. Raises Refusal outside of topics."""
    if arguments.off is None and turn.thread_id is None:
        raise Refusal(phrase("cleaning-no-topic"))
    thread_id = 0 if arguments.off is not None else turn.thread_id or 0
    await change(turn.work, chat_id=turn.about_chat, path=TOPIC, value=thread_id, by=turn.user_id, now=turn.now)
    turn.say(phrase("cleaning-topic-here" if thread_id else "cleaning-topic-off"))


async def clear_command(turn: Turn) -> None:
    """A typed command goes once it is answered, where the chat wants it and the bot may."""
    whose, message = turn.settings.cleaning.commands, turn.update.effective_message
    if turn.private or whose == "off" or (whose == "members" and turn.role > Role.MEMBER):
        return
    if message is None or typed_name(message.text or "") is None:
        return
    if not await missing_rights(turn.work, turn.chat_id, DELETE):
        turn.do(await clear_away(turn.work, chat_id=turn.chat_id, message_id=message.message_id))


async def _change(turn: Turn, path: str, value: object) -> None:
    after = await change(turn.work, chat_id=turn.about_chat, path=path, value=value, by=turn.user_id, now=turn.now)
    shown = shown_value(known_setting(path), read(after, path))
    turn.say(phrase("cleaning-set", value=shown))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="cleanservice",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=Kinds,
        run=clean_service,
        bot_rights=DELETE,
    ),
    Command(
        name="cleancommands",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="settings",
        arguments=Whose,
        run=clean_commands,
        bot_rights=DELETE,
    ),
    Command(
        name="setactiontopic",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="settings",
        arguments=HereOrOff,
        run=action_topic,
    ),
)
