"""May the one who speaks do this here and now; and what must be asked of Telegram to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.command import Scope
from services.rights import missing_rights
from services.roles import is_certain

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn


async def authorise(command: AnyCommand, turn: Turn) -> None:
    """Raises Refusal when the command may not be used here, by this person, or by a bot with these rights."""
    if command.scope is Scope.GROUP and turn.private:
        raise Refusal(phrase("common-only-in-group"))
    if command.scope is Scope.PRIVATE and not turn.private:
        raise Refusal(phrase("common-only-in-private"))
    if command.scope is Scope.ANYWHERE and command.permission > Role.MEMBER and is_unconnected(turn):
        raise Refusal(phrase("common-connect-first"))
    if turn.role < command.permission:
        raise too_low(command.permission)
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
