"""/start: the first words in private chat and the way from a group into it. /privacy: what is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.effects import Edit, LinkButton
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.settings import LANGUAGES
from handlers import appeals
from handlers.arguments import Arguments, Rest
from handlers.command import ButtonAction, Command, NoArguments, Scope
from handlers.language import CHOOSE, choices, choose
from handlers.rules import lines_of
from handlers.settings import say_page
from services.connections import connect
from services.roles import is_present, role_in
from services.rules import rules_of
from services.settings import settings_of

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from handlers.turn import Turn

RULES = "rules_"
CHAT_ID = re.compile(r"-[0-9]{1,18}")
RIGHTS = ("delete_messages", "restrict_members", "pin_messages", "invite_users", "manage_topics")


class StartArguments(Arguments):
    """The token of a one-time link, when one was followed."""

    token: Rest = ""


async def start(turn: Turn, arguments: StartArguments) -> None:
    """Welcome somebody, or take up work on the group whose link they followed."""
    if not turn.private:
        turn.say(phrase("start-in-group", name=turn.bot.name))
        return
    if arguments.token.startswith(RULES) and turn.user_id is not None:
        await _show_rules(turn, arguments.token.removeprefix(RULES), turn.user_id)
        return
    if arguments.token and turn.user_id is not None:
        await _take_up(turn, arguments.token, turn.user_id)
        return
    turn.say(phrase("start-welcome", name=turn.bot.name), keyboard=_keyboard(turn), quote=False)


async def _show_rules(turn: Turn, chat: str, user_id: int) -> None:
    """The rules of a chat somebody is in. Raises Refusal for others."""
    if not CHAT_ID.fullmatch(chat) or not await is_present(turn.work, chat_id=int(chat), user_id=user_id):
        raise Refusal(phrase("start-link-expired"))
    rules = await rules_of(turn.work, int(chat))
    turn.say(Page(lines=(phrase("rules-title"), *lines_of(rules))), quote=False)


async def _take_up(turn: Turn, token: str, user_id: int) -> None:
    """The link only says what is meant; whether a group's settings may be seen is asked here again."""
    if await appeals.follow(turn, token):
        return
    chat_id = await connect(turn.work, token=token, user_id=user_id, now=turn.now)
    role = await role_in(turn.work, chat_id=chat_id, user_id=user_id)
    if role < Role.MANAGER:
        needed = phrase(f"common-role-{Role.MANAGER.name.lower()}")
        raise Refusal(phrase("common-not-allowed", role=needed))
    settings = await settings_of(turn.work, chat_id)
    await say_page(replace(turn, about_chat=chat_id, role=role, settings=settings), "")


async def choose_language(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """Keep the person's language and say the welcome again in it."""
    code = str(arguments["language"])
    if code not in LANGUAGES or turn.message_id is None:
        raise Refusal(phrase("common-button-expired"))
    await choose(turn, code)
    turn.do(
        Edit(
            chat_id=turn.chat_id,
            message_id=turn.message_id,
            text=phrase("start-welcome", name=turn.bot.name),
            keyboard=_keyboard(turn),
            language=code,
        )
    )


async def privacy(turn: Turn, _arguments: NoArguments) -> None:
    """What is kept here, how long, and how to have it erased."""
    turn.say(phrase("start-privacy", days=turn.settings.privacy.text_days))


def _keyboard(turn: Turn) -> Keyboard:
    url = f"https://t.me/{turn.bot.username}?startgroup=true&admin={'+'.join(RIGHTS)}"
    return ((LinkButton(label=phrase("start-add"), url=url),), *choices(turn.user_id))


COMMANDS = (
    Command(
        name="start",
        permission=Role.MEMBER,
        scope=Scope.ANYWHERE,
        section="start",
        arguments=StartArguments,
        run=start,
        menu=False,
    ),
    Command(
        name="privacy",
        permission=Role.MEMBER,
        scope=Scope.ANYWHERE,
        section="start",
        arguments=NoArguments,
        run=privacy,
    ),
)

BUTTONS = (ButtonAction(name=CHOOSE, run=choose_language),)
