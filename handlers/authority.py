"""May the one who speaks do this here and now; and what must be asked of Telegram to know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus, ChatType

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.command import Scope
from services.connections import connected_chat
from services.presses import chat_of_button
from services.rights import missing_rights
from services.roles import is_certain, role_in

if TYPE_CHECKING:
    from telegram import Update

    from handlers.command import AnyCommand
    from handlers.turn import Turn
    from models.work import Work

# Who is out of a chat can ask nothing about it.
GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
CHAT_ID = re.compile(r"(?<!\S)-[0-9]{5,18}(?!\S)")
MOST_NAMED = 3
TYPED = re.compile(r"[/!]([a-z][a-z0-9_]{0,31})(?:@\w+)?(?!\S)", re.IGNORECASE)


def typed_name(text: str) -> str | None:
    """The name of the command a text begins with, `/` or `!` before it."""
    found = TYPED.match(text)
    return found.group(1).lower() if found else None


def needs(update: Update) -> frozenset[int]:
    """Groups whose administrators must be known before this update is answered, as far as it tells by itself."""
    chat = update.effective_chat
    if chat is None or chat.type == ChatType.PRIVATE:
        return frozenset()
    return frozenset({chat.id}) if asks_for_more(update) else frozenset()


async def needs_elsewhere(work: Work, update: Update) -> frozenset[int]:
    """The same as far as only the database tells: the group a private chat or a button is about, chats named by id."""
    query, chat = update.callback_query, update.effective_chat
    if query and query.message and query.data:
        about = await chat_of_button(work, chat_id=query.message.chat.id, token=query.data)
    elif chat and chat.type == ChatType.PRIVATE and asks_for_more(update):
        about = await connected_chat(work, chat.id)
    else:
        about = None
    known = frozenset({about}) if about is not None and about < 0 else frozenset()
    return known | await _named_chats(work, update, about=about or (chat.id if chat else 0))


async def _named_chats(work: Work, update: Update, *, about: int) -> frozenset[int]:
    """Chats a manager names by id; not everybody may have Telegram asked about any chat."""
    message = update.message
    if message is None or message.from_user is None or not _names_chats(message.text or ""):
        return frozenset()
    if await role_in(work, chat_id=about, user_id=message.from_user.id) < Role.MANAGER:
        return frozenset()
    return frozenset(int(found) for found in CHAT_ID.findall(message.text or "")[:MOST_NAMED])


def _names_chats(text: str) -> bool:
    # The catalog's features say no through this module.
    from handlers.catalog import COMMANDS

    name = typed_name(text)
    return any(command.name == name and command.names_chats for command in COMMANDS)


def asks_for_more(update: Update) -> bool:
    """Whether somebody let the bot in, pressed a button or typed what is not the same for everybody."""
    # The catalog's features say no through this module.
    from handlers.catalog import COMMANDS

    if update.callback_query:
        return True
    if update.my_chat_member:
        return update.my_chat_member.new_chat_member.status not in GONE
    name = typed_name(update.message.text or "") if update.message else None
    return any(
        command.name == name and (command.reads_roles or command.least_role(private=False) > Role.MEMBER)
        for command in COMMANDS
    )


async def reads_file(work: Work, update: Update) -> bool:
    """Whether a command wants the document it answers to, typed by somebody who may use it."""
    # The catalog's features say no through this module.
    from handlers.catalog import COMMANDS

    message = update.message
    if message is None or message.from_user is None or message.reply_to_message is None:
        return False
    name = typed_name(message.text or "")
    command = next((command for command in COMMANDS if command.name == name and command.reads_file), None)
    if command is None:
        return False
    is_private = message.chat.type == ChatType.PRIVATE
    about = await connected_chat(work, message.chat.id) if is_private else message.chat.id
    if about is None:
        return False
    return await role_in(work, chat_id=about, user_id=message.from_user.id) >= command.least_role(private=is_private)


async def authorise(command: AnyCommand, turn: Turn) -> None:
    """Raises Refusal when the command may not be used here, by this person, or by a bot with these rights."""
    if command.scope is Scope.GROUP and turn.private:
        raise Refusal(phrase("common-only-in-group"))
    if command.scope is Scope.PRIVATE and not turn.private:
        raise Refusal(phrase("common-only-in-private"))
    least = command.least_role(private=turn.private)
    if command.scope is Scope.CONNECTED and is_unconnected(turn):
        raise Refusal(phrase("common-connect-first" if least > Role.MEMBER else "common-only-in-group"))
    if turn.role < least:
        raise too_low(least)
    missing = await missing_rights(turn.work, turn.about_chat, command.bot_rights)
    if missing:
        right = phrase(f"common-right-{missing[0].replace('_', '-')}")
        raise Refusal(phrase("common-bot-right-missing", right=right))
    if command.permission > Role.MEMBER and command.bot_rights:
        await require_certainty(turn)


def is_unconnected(turn: Turn) -> bool:
    """Whether the words stand in a private chat that is about no group."""
    return turn.private and turn.about_chat == turn.chat_id


def too_low(permission: Role) -> Refusal:
    """The refusal of somebody whose role does not suffice."""
    return Refusal(phrase("common-not-allowed", role=phrase(f"common-role-{permission.name.lower()}")))


async def require_certainty(turn: Turn) -> None:
    """Raises Refusal when Telegram could not be asked lately whether the person still is an administrator."""
    if turn.user_id is None:
        return
    if not await is_certain(turn.work, chat_id=turn.about_chat, user_id=turn.user_id, now=turn.now):
        raise Refusal(phrase("roles-uncertain"))
